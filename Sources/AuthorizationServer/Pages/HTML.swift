/// A piece of markup. Text becomes markup only through `escaped`, so nothing that came from outside is markup.
struct HTML: ExpressibleByStringInterpolation, ExpressibleByStringLiteral {
  var markup: String

  init(stringLiteral value: String) { markup = value }

  init(stringInterpolation: StringInterpolation) { markup = stringInterpolation.markup }

  init(joining pieces: [HTML]) { markup = pieces.map(\.markup).joined(separator: "\n") }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var markup = ""

    init(literalCapacity: Int, interpolationCount: Int) { markup.reserveCapacity(literalCapacity) }

    mutating func appendLiteral(_ literal: String) { markup += literal }

    mutating func appendInterpolation(_ text: String) { markup += HTML.escaped(text.withoutControls) }

    /// For a value that travels back to us or to a client as it came.
    mutating func appendInterpolation(exact text: String) { markup += HTML.escaped(text) }

    mutating func appendInterpolation(_ piece: HTML) { markup += piece.markup }
  }

  /// RFC 6749 §10.14: nothing reflected can leave its element or attribute.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

extension String {
  /// With a mark in place of every control character: a page may be shown in a terminal,
  /// which would obey them. RFC 7591 §5.
  fileprivate var withoutControls: String {
    var text = ""
    for scalar in unicodeScalars {
      let isControl = scalar.properties.generalCategory == .control && !["\t", "\n", "\r"].contains(scalar)
      text.unicodeScalars.append(isControl ? "\u{FFFD}" : scalar)
    }
    return text
  }
}

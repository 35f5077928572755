import OAuth

/// One tag of a page with its attributes: as much of HTML as filling in a form takes.
struct HTMLTag {
  let name: String
  private let attributes: [(name: String, value: String)]

  subscript(attribute: String) -> String? { attributes.first { $0.name == attribute }?.value }

  static func tags(in markup: String) -> [HTMLTag] {
    var tags: [HTMLTag] = []
    var rest = markup[...]
    while let open = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: open)...]
      guard let first = rest.first, first.isASCII, first.isLetter || first == "/" else { continue }
      tags.append(HTMLTag(reading: &rest))
    }
    return tags
  }

  /// Starts after the `<` and ends after the `>`.
  private init(reading rest: inout Substring) {
    name = Self.take(&rest) { !$0.isWhitespace && $0 != ">" }.asciiLowercased
    var attributes: [(name: String, value: String)] = []
    while true {
      rest = rest.drop(while: \.isWhitespace)
      guard let next = rest.first, next != ">" else { break }
      let attribute = Self.take(&rest) { !$0.isWhitespace && $0 != "=" && $0 != ">" }.asciiLowercased
      guard rest.first == "=" else {
        if attribute.isEmpty { rest = rest.dropFirst() }
        attributes.append((attribute, ""))
        continue
      }
      rest = rest.dropFirst()
      attributes.append((attribute, Self.unescaped(Self.value(&rest))))
    }
    rest = rest.dropFirst()
    self.attributes = attributes
  }

  private static func value(_ rest: inout Substring) -> String {
    guard let quote = rest.first, quote == "\"" || quote == "'" else {
      return take(&rest) { !$0.isWhitespace && $0 != ">" }
    }
    rest = rest.dropFirst()
    let value = take(&rest) { $0 != quote }
    rest = rest.dropFirst()
    return value
  }

  private static func take(_ rest: inout Substring, while condition: (Character) -> Bool) -> String {
    let taken = rest.prefix(while: condition)
    rest = rest.dropFirst(taken.count)
    return String(taken)
  }

  private static func unescaped(_ text: String) -> String {
    guard text.contains("&") else { return text }
    var plain = ""
    var rest = text[...]
    while let character = rest.popFirst() {
      guard character == "&", let end = rest.firstIndex(of: ";"),
        let meant = references[String(rest[..<end])]
      else {
        plain.append(character)
        continue
      }
      plain.append(meant)
      rest = rest[rest.index(after: end)...]
    }
    return plain
  }

  private static let references: [String: Character] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'", "#x27": "'",
  ]
}

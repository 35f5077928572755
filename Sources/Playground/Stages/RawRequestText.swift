import OAuth
import OAuthClient

/// A request as a text that somebody edits: its lines end with a newline, those of the wire with CR LF. RFC 9112 §2.1.
public struct RawRequestText: Equatable, Sendable {
  public let text: String

  public init(text: String) {
    self.text = text
  }

  public init(_ octets: [UInt8]) {
    text = String(decoding: octets, as: UTF8.self).replacing("\r\n", with: "\n") + "\n"
  }

  /// What to send. The length of the body is put right, unless somebody has changed that too.
  ///
  /// - Parameter original: the text before it was edited.
  public func octets(after original: RawRequestText) -> [UInt8] {
    var lines = headLines
    let body = self.body
    if let index = lengthLine, original.lengthLine.map({ original.headLines[$0] }) == lines[index] {
      let name = lines[index].prefix { $0 != ":" }
      lines[index] = "\(name): \(body.utf8.count)"
    }
    return Array(lines.map { $0 + "\r\n" }.joined().utf8) + Array("\r\n\(body)".utf8)
  }

  /// The request line and the header fields.
  var headLines: [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0.trimmingReturn) }
    return Array(lines.prefix { !$0.isEmpty })
  }

  /// What stands behind the first empty line, without the newline that an editor puts at the end.
  var body: String {
    guard let gap = text.replacing("\r\n", with: "\n").firstRange(of: "\n\n") else { return "" }
    let body = text.replacing("\r\n", with: "\n")[gap.upperBound...]
    return String(body.hasSuffix("\n") ? body.dropLast() : body)
  }

  private var lengthLine: Int? {
    headLines.firstIndex { $0.prefix { $0 != ":" }.lowercased() == "content-length" }
  }
}

extension RequestEditor {
  /// The request as the edited text has it, every difference a change of a field, all of them one step of undo; nil
  /// where changes of fields cannot say it octet for octet.
  public func taking(_ text: RawRequestText) -> RequestEditor? {
    let original = RawRequestText(draft.message().octets)
    let target = text.headLines.first?.split(separator: " ").dropFirst().first ?? ""
    let query = target.split(separator: "?", maxSplits: 1).dropFirst().first ?? ""
    let headers = text.headLines.dropFirst().map { line in
      let name = line.prefix { $0 != ":" }
      return (String(name), String(line.dropFirst(name.count + 1).drop { $0 == " " }))
    }
    var taken = self
    taken.changeTogether { editor in
      editor.replace(.query, by: FormEncoding.readable(query.utf8).pairs)
      editor.replace(.form, by: FormEncoding.readable(text.body.utf8).pairs)
      editor.replace(.header, by: headers.filter { !Self.isImplied($0, in: original) })
    }
    return taken.draft.message().octets == text.octets(after: original) ? taken : nil
  }

  /// Fields that the draft adds by itself.
  private static func isImplied(_ header: (name: String, value: String), in original: RawRequestText) -> Bool {
    switch header.name.asciiLowercased {
    case "host", "content-length": true
    case "content-type": original.headLines.contains("\(header.name): \(header.value)")
    default: false
    }
  }

  /// Gives the fields of a place the values of a list, name by name; what is not in the list is left out.
  private mutating func replace(_ place: Place, by pairs: [(name: String, value: String)]) {
    var left = pairs
    for index in fields.indices.reversed() where fields[index].place == place {
      let name = fields[index].name
      let occurrence = fields[..<index].count { $0.place == place && $0.name == name }
      let matches = left.indices.filter { left[$0].name == name }
      if occurrence < matches.count {
        let value = left.remove(at: matches[occurrence]).value
        if fields[index].value != value { set(index, to: value) }
      } else if fields[index].value != nil {
        remove(index)
      }
    }
    for pair in left where place != .header || Self.isFieldName(pair.name) { add(place, pair.name, pair.value) }
  }
}

extension Parameters {
  fileprivate var pairs: [(name: String, value: String)] { elements.map { ($0.name.text, $0.value) } }
}

extension Substring {
  fileprivate var trimmingReturn: Substring { last == "\r" ? dropLast() : self }
}

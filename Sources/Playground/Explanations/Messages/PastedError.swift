import OAuth

/// An error as somebody saw it: a response, its JSON, the address of a redirect, a challenge,
/// or a sentence out of a log.
public struct PastedError: Sendable {
  /// What stands where the standards have an error code.
  public private(set) var code: String?
  /// The sentences that came with it; where nothing could be told apart, all there is.
  public private(set) var sentences: [String] = []
  /// The status of the response, where it was pasted with it.
  public private(set) var status: Int?
  /// The challenge of a server that names no error with it: its scheme and its realm.
  private(set) var challenge: (scheme: String, realm: String)?
  /// Everything, as a reader of it sees it.
  let text: String

  /// - Returns: nil where there is no text at all.
  public init?(_ text: String) {
    let text = Self.trimmed(text)
    guard !text.isEmpty else { return nil }
    self.text = text.withoutMarkup
    status = Self.status(text)
    if !readJSON(text), !readAddress(text), !readChallenge(text) { sentences = [text] }
    // A single word can be the code, and the whole description, too.
    if code == nil, sentences.count == 1, Self.isCode(sentences[0]) { code = sentences[0] }
  }

  /// The object, even behind what a server printed in front of it.
  private mutating func readJSON(_ text: String) -> Bool {
    guard let start = text.firstIndex(of: "{"), let end = text.lastIndex(of: "}"), start < end,
      case .object(let members)? = try? JSON(parsing: Array(text[start...end].utf8))
    else { return false }
    for member in members {
      guard let value = member.value.string else { continue }
      if code == nil, ["error", "code"].contains(member.name), Self.isCode(value) {
        code = value
      } else {
        sentences.append(value)
      }
    }
    return code != nil || !sentences.isEmpty
  }

  private mutating func readAddress(_ text: String) -> Bool {
    let places = text.indices.filter { text[$0] == "?" || text[$0] == "#" }
    let address = places.first.map { text[text.index(after: $0)...] } ?? text[...]
    guard address.contains("error=") else { return false }
    let query = address.prefix { !$0.isNewline }
    let parameters = FormEncoding.readable(Array(query.utf8))
    guard let value = parameters[.error] else { return false }
    if Self.isCode(value) { code = value } else { sentences.append(value) }
    if let description = parameters[.errorDescription] { sentences.append(description) }
    return true
  }

  private mutating func readChallenge(_ text: String) -> Bool {
    guard let value = Self.quoted(after: "error=\"", in: text) else {
      let schemes = ["Bearer", "Basic"].filter { text.contains("\($0) realm=\"") }
      challenge = schemes.first.flatMap { scheme in
        Self.quoted(after: "\(scheme) realm=\"", in: text).map { (scheme, $0) }
      }
      return challenge != nil
    }
    code = value
    if let description = Self.quoted(after: "error_description=\"", in: text) { sentences.append(description) }
    return true
  }

  private static func quoted(after mark: String, in text: String) -> String? {
    text.firstRange(of: mark).map { range in String(text[range.upperBound...].prefix { $0 != "\"" }) }
  }

  private static func status(_ text: String) -> Int? {
    guard text.hasPrefix("HTTP/") else { return nil }
    return text.split(separator: " ", maxSplits: 2).dropFirst().first.flatMap { Int($0.prefix(3)) }
  }

  /// What the grammar of RFC 6749 §5.2 would let pass, and no sentence.
  private static func isCode(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C }
  }

  /// Without the space around it, and without the quotation marks that stand at both ends.
  private static func trimmed(_ text: String) -> String {
    let start = text.drop(while: \.isWhitespace)
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    let inner = start[...end]
    guard inner.count > 1, let first = inner.first, let last = inner.last, quotes[first] == last else {
      return String(inner)
    }
    return trimmed(String(inner.dropFirst().dropLast()))
  }

  private static let quotes: [Character: Character] = ["\"": "\"", "'": "'", "`": "`", "“": "”"]
}

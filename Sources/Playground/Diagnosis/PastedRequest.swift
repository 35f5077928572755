import HTTPTypes
public import OAuth

/// A request that somebody pasted: a `curl` command, an HTTP/1.1 message, or a URL from a browser.
public enum PastedRequest {
  /// The longest text that is read, in octets.
  public static let limit = 256 * 1024

  /// - Throws: what was understood, and where that ended.
  public static func request(in text: String) throws(PasteFault) -> RequestMessage {
    guard text.utf8.count <= limit else { throw PasteFault(line: 1, problem: "the text is larger than 256 KiB") }
    let plain = text.replacing("\r\n", with: "\n")
    let lines = plain.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let first = lines.firstIndex(where: { $0.contains { !$0.isWhitespace } }) else {
      throw PasteFault(line: 1, problem: "the text is empty; a curl command, an HTTP request or a URL was expected")
    }
    let start = withoutPrompt(lines[first])
    if start == "curl" || ["curl ", "curl\\", "curl.exe "].contains(where: start.hasPrefix) {
      let command = String(repeating: "\n", count: first) + ([start] + lines[(first + 1)...]).joined(separator: "\n")
      return try CurlCommand.request(in: try ShellWords.words(of: command))
    }
    if start.hasPrefix("http://") || start.hasPrefix("https://"), !start.contains(" ") {
      let url = PastedURL(start)
      return try message("GET", url.authority, url.target, [], [], line: first + 1)
    }
    return try rawRequest(Array(lines[first...]), startingAt: first + 1)
  }

  /// A `$ ` or `> ` that was copied along with a command.
  private static func withoutPrompt(_ line: String) -> String {
    var text = line.drop { $0 == " " || $0 == "\t" }
    if text.hasPrefix("$ ") || text.hasPrefix("> ") || text.hasPrefix("% ") { text = text.dropFirst(2) }
    return String(text.drop { $0 == " " })
  }

  private static func rawRequest(_ lines: [String], startingAt number: Int) throws(PasteFault) -> RequestMessage {
    let words = lines[0].split(separator: " ").map(String.init)
    let isMethod = words.first?.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) } ?? false
    guard isMethod, words.count >= 2 else {
      throw PasteFault(
        line: number, problem: "\(lines[0].quoted) begins neither curl nor METHOD TARGET HTTP/1.1 nor http://")
    }
    guard words.count == 2 || (words.count == 3 && words[2].hasPrefix("HTTP/")) else {
      throw PasteFault(
        line: number, understood: words.prefix(2).joined(separator: " "),
        problem: "a request line is METHOD TARGET HTTP/1.1, but \(words.count) words stand here")
    }
    var fields: [(name: String, value: String)] = []
    var rest = lines.dropFirst()
    var line = number
    while let text = rest.popFirst(), !text.isEmpty {
      line += 1
      guard let colon = text.firstIndex(of: ":"), colon != text.startIndex else {
        throw PasteFault(
          line: line, understood: ([lines[0]] + fields.map(\.name)).joined(separator: ", "),
          problem: "\(text.quoted) is no header field (Name: value); an empty line comes before the body")
      }
      fields.append((String(text[..<colon]), String(text[text.index(after: colon)...].drop { $0 == " " })))
    }
    let body = rest.joined(separator: "\n")
    let url = PastedURL(words[1])
    let host = fields.last { $0.name.lowercased() == "host" }?.value
    return try message(
      words[0], host ?? url.authority, url.target, fields.filter { $0.name.lowercased() != "host" },
      Array((body.hasSuffix("\n") ? String(body.dropLast()) : body).utf8), line: number)
  }

  static func message(
    _ method: String, _ authority: String, _ target: String, _ fields: [(name: String, value: String)],
    _ body: [UInt8], line: Int
  ) throws(PasteFault) -> RequestMessage {
    guard let method = HTTPRequest.Method(method) else {
      throw PasteFault(line: line, problem: "\(method.quoted) is no HTTP method")
    }
    var head: HTTPFields = [:]
    for field in fields where field.name.lowercased() != "content-length" {
      guard let name = HTTPField.Name(field.name),
        field.value.unicodeScalars.allSatisfy({ $0.value >= 0x20 || $0 == "\t" })
      else {
        throw PasteFault(line: line, problem: "\(field.name.quoted) cannot be sent as a header field")
      }
      head.append(HTTPField(name: name, value: field.value))
    }
    if !body.isEmpty { head[.contentLength] = "\(body.count)" }
    return RequestMessage(
      head: HTTPRequest(method: method, scheme: "http", authority: authority, path: target, headerFields: head),
      body: body)
  }
}

/// Authority and target of an absolute URL, or of a target alone. Nothing is repaired.
struct PastedURL {
  let authority: String
  let target: String

  init(_ text: String) {
    let withoutFragment = text.prefix { $0 != "#" }
    guard let mark = withoutFragment.firstRange(of: "://") else {
      (authority, target) = ("", withoutFragment.hasPrefix("/") ? String(withoutFragment) : "/\(withoutFragment)")
      return
    }
    let rest = withoutFragment[mark.upperBound...]
    let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
    authority = String(rest[..<end])
    target = rest[end...].hasPrefix("/") ? String(rest[end...]) : "/\(rest[end...])"
  }
}

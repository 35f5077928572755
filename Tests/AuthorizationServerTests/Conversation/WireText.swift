import AuthorizationServer
import HTTPTypes
import OAuth

extension RequestMessage {
  /// A request written as text: request line, header lines, an empty line, body. Lines end with a line feed.
  init(wire text: String, body: [UInt8]? = nil) {
    let octets = Array(text.utf8)
    let gap = octets.indices.first { octets[$0...].starts(with: "\n\n".utf8) } ?? octets.endIndex
    let lines = octets[..<gap].split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    let line = lines[0].split(separator: " ")
    guard line.count == 3, line[2] == "HTTP/1.1", let method = HTTPRequest.Method(String(line[0])) else {
      preconditionFailure("no request line: \(lines[0])")
    }
    var head = HTTPRequest(method: method, scheme: "http", authority: nil, path: String(line[1]))
    for line in lines.dropFirst() {
      let name = line.prefix { $0 != ":" }
      let value = line.dropFirst(name.count + 1).drop { $0 == " " }
      guard let field = HTTPField.Name(String(name)) else { preconditionFailure("no header line: \(line)") }
      if name == "Host" {
        head.authority = String(value)
      } else {
        head.headerFields.append(HTTPField(name: field, value: String(value)))
      }
    }
    self.init(head: head, body: body ?? Array(octets[gap...].dropFirst(2)))
  }
}

extension Answer {
  var status: Int { response.head.status.code }
  var body: String { String(decoding: response.body, as: UTF8.self) }
  var refusal: Refusal? { decision.refusal }

  subscript(field: HTTPField.Name) -> String? { response.head.headerFields[field] }

  /// Status line, the named headers, an empty line and the body if any; `RANDOM` stands for what was drawn by chance.
  func wire(_ fields: HTTPField.Name...) -> String {
    var lines = ["HTTP/1.1 \(status) \(response.head.status.reasonPhrase)"]
    for name in fields {
      lines += response.head.headerFields[values: name].map { "\(name.rawName): \($0)" }
    }
    if !response.body.isEmpty { lines += ["", body] }
    return Self.masked(lines.joined(separator: "\n"))
  }

  /// The check that refused.
  var refusedBy: Check? { decision.report.results.first { $0.outcome == .refused }?.check }

  /// The names of all checks in their order.
  var checks: [String] { decision.report.results.map(\.check.rawValue) }

  /// A parameter of the redirect in `Location`.
  func parameter(_ name: ParameterName) -> String? {
    guard let location = self[.location], let mark = location.utf8.firstIndex(of: UInt8(ascii: "?")) else { return nil }
    return (try? FormEncoding.parse(Array(location.utf8[mark...].dropFirst())))?[name]
  }

  /// The error code as the receiver reads it: from the redirect, the challenge, the JSON body or the page.
  var errorOnTheWire: String? {
    if let error = parameter(.error) { return error }
    if let header = self[.wwwAuthenticate], let error = Challenge(parsing: header)?[.error] { return error }
    if let error = (try? JSON(parsing: response.body))?["error"]?.string { return error }
    return body.between("<dt>Error</dt><dd><code>", "</code>")
  }

  /// 32 random octets are 43 characters of base64url.
  private static func masked(_ text: String) -> String {
    var (masked, run) = ("", "")
    for character in text + "\n" {
      if character.utf8.allSatisfy({ $0.isASCIIAlphanumeric || "-_".utf8.contains($0) }) {
        run.append(character)
      } else {
        masked += (run.count == 43 ? "RANDOM" : run) + String(character)
        run = ""
      }
    }
    return String(masked.dropLast())
  }
}

extension String {
  /// The text between the first `start` and the next `end`.
  func between(_ start: String, _ end: String) -> String? {
    pieces(between: start, end).first
  }

  /// Every text that stands between a `start` and the next `end`.
  func pieces(between start: String, _ end: String) -> [String] {
    var (found, rest) = ([String](), utf8[...])
    while let piece = rest.first(start, end) {
      found.append(piece.text)
      rest = piece.rest
    }
    return found
  }
}

extension Substring.UTF8View {
  fileprivate func first(_ start: String, _ end: String) -> (text: String, rest: Substring.UTF8View)? {
    guard let begin = indices.first(where: { self[$0...].starts(with: start.utf8) }) else { return nil }
    let inside = self[begin...].dropFirst(start.utf8.count)
    guard let stop = inside.indices.first(where: { inside[$0...].starts(with: end.utf8) }) else { return nil }
    return (String(decoding: inside[..<stop], as: UTF8.self), inside[stop...])
  }
}

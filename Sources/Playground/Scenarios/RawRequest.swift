/// A request as a scenario writes it: lines as in a text file, sent with CRLF.
enum RawRequest {
  /// The octets to send. The first empty line ends the head; where there is none, the head is all there is.
  static func octets(_ template: Template, filling value: (Template.Place) -> String) -> [UInt8] {
    var length = 0
    let body = Array(parts(template.filled(value)).body.utf8)
    length = body.count
    let text = template.filled { $0 == .contentLength ? String(length) : value($0) }
    return Array(parts(text).head.utf8) + body
  }

  /// A text ends with a line end that is not meant to be part of the body.
  private static func parts(_ text: String) -> (head: String, body: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() }
    let end = lines.firstIndex(of: "") ?? lines.endIndex
    let head = lines[..<end].map { $0 + "\r\n" }.joined() + "\r\n"
    return (head, lines[end...].dropFirst().joined(separator: "\r\n"))
  }
}

import HTTPTypes
import OAuth
import Playground
import Terminal

/// The octets of an exchange as they crossed the wire, both directions, made visible.
enum RawRows {
  /// Where a line is too long it is broken between its parts, if it has any: these are octets, not prose.
  static func rows(of exchange: Exchange?, columns: Int, _ redaction: Redaction = .none) -> [StyledLine] {
    guard let exchange else { return [StyledLine("nothing was sent yet", .muted)] }
    return request(exchange, columns: columns, redaction) + [[]] + response(exchange, columns: columns, redaction)
  }

  static func request(_ exchange: Exchange, columns: Int, _ redaction: Redaction) -> [StyledLine] {
    [StyledLine("request, \(exchange.requestBytes.count) octets", .accent)]
      + rows(redaction == .none ? exchange.requestBytes : redacted(exchange.request, redaction), columns)
  }

  static func response(_ exchange: Exchange, columns: Int, _ redaction: Redaction) -> [StyledLine] {
    [StyledLine("response, \(exchange.responseBytes.count) octets", .accent)]
      + rows(redaction == .none ? exchange.responseBytes : redacted(exchange.response, redaction), columns)
  }

  /// Enough for every message that the limits let pass.
  private static let bound = 400

  /// The head as text, and the body too if it is any.
  private static func rows(_ octets: [UInt8], _ columns: Int) -> [StyledLine] {
    let head = octets[..<headEnd(octets)]
    let body = octets[head.endIndex...]
    guard HexDump.isText(head) else { return HexDump(octets[...]).rows(columns: columns) }
    guard HexDump.isText(body) else { return text(head, columns) + HexDump(body.dropFirst(2)).rows(columns: columns) }
    return text(octets[...], columns)
  }

  /// Behind the last field's line: the empty line that follows belongs to the body here.
  private static func headEnd(_ octets: [UInt8]) -> Int {
    let mark: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A]
    guard octets.count >= mark.count else { return octets.count }
    let start = (0...(octets.count - mark.count)).first { octets[$0..<($0 + mark.count)].elementsEqual(mark) }
    return start.map { $0 + 2 } ?? octets.count
  }

  private static func text(_ octets: ArraySlice<UInt8>, _ columns: Int) -> [StyledLine] {
    let lines = VisibleText.lines(bytes: octets.prefix(64 * 1024))
    let shown = lines.prefix(bound).enumerated().flatMap { index, line in
      line.broken(to: max(1, columns)).map { StyledLine($0, index == 0 ? Style(.text, .bold) : .text) }
    }
    return lines.count > bound ? shown + [StyledLine("… \(lines.count - bound) more lines", .muted)] : shown
  }

  private static func redacted(_ request: RequestMessage?, _ redaction: Redaction) -> [UInt8] {
    guard let request else { return Array("… hidden, since it is no request".utf8) }
    let line = "\(request.head.method.rawValue) \(redaction.target(request.target))"
    return redacted(line, request.head.headerFields, request.body, redaction)
  }

  private static func redacted(_ response: ResponseMessage, _ redaction: Redaction) -> [UInt8] {
    redacted("\(response.head.status)", response.head.headerFields, response.body, redaction)
  }

  private static func redacted(
    _ first: String, _ fields: HTTPFields, _ body: [UInt8], _ redaction: Redaction
  ) -> [UInt8] {
    let lines = [first] + fields.map { "\($0.name.rawName): \(redaction.field($0))" }
    let mediaType = fields[.contentType].map { String($0.prefix { $0 != ";" }) }
    return Array((lines + ["", redaction.body(body, mediaType: mediaType)]).joined(separator: "\n").utf8)
  }
}

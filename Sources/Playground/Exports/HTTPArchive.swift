import AuthorizationServer
import HTTPTypes
import OAuth

/// Exchanges as an HTTP Archive (HAR 1.2), which browsers and proxies read.
public struct HTTPArchive {
  private let redaction: Redaction

  public init(_ redaction: Redaction) {
    self.redaction = redaction
  }

  /// One JSON text. What was no request has no place in an archive and is left out.
  public func text(of exchanges: [Exchange]) -> String {
    let log = JSON.object([
      .init("version", "1.2"),
      .init("creator", .object([.init("name", "oauth-playground"), .init("version", "0.1.0")])),
      .init("entries", .array(exchanges.compactMap(entry))),
    ])
    return PrintableText.json(JSON.object([.init("log", log)]).text) + "\n"
  }

  private func entry(_ exchange: Exchange) -> JSON? {
    guard let message = exchange.request else { return nil }
    let milliseconds = JSON.integer(exchange.duration.nanoseconds / 1_000_000)
    let timings = JSON.object([.init("send", .integer(0)), .init("wait", milliseconds), .init("receive", .integer(0))])
    return .object([
      .init("startedDateTime", .string(exchange.at.timestamp)), .init("time", milliseconds),
      .init("request", request(message)), .init("response", response(exchange.response)),
      .init("cache", .object([])), .init("timings", timings),
      .init("comment", .string(comment(exchange))),
    ])
  }

  /// Who said it, and why it was refused.
  private func comment(_ exchange: Exchange) -> String {
    let parties = "\(exchange.number): \(exchange.sender.rawValue) to \(exchange.receiver.rawValue)"
    let refusal = exchange.decision?.refusal.map { ", refused: \(redaction.sentence($0.sentence))" } ?? ""
    return parties + refusal
  }

  private func request(_ request: RequestMessage) -> JSON {
    let target = redaction.target(request.target)
    var members: [JSON.Member] = [
      .init("method", .string(request.head.method.rawValue)),
      .init("url", .string("http://\(request.head.authority ?? "")\(target)")), .init("httpVersion", "HTTP/1.1"),
      .init("cookies", .array([])), .init("headers", headers(request.head.headerFields)),
      .init("queryString", .array(query(of: target))), .init("headersSize", .integer(-1)),
      .init("bodySize", .integer(Int64(request.body.count))),
    ]
    if !request.body.isEmpty {
      let body = redaction.body(request.body, mediaType: request.mediaType)
      members.append(
        .init(
          "postData",
          .object([.init("mimeType", .string(type(of: request.head.headerFields))), .init("text", .string(body))])))
    }
    return .object(members)
  }

  private func response(_ response: ResponseMessage) -> JSON {
    let status = response.head.status
    let fields = response.head.headerFields
    let content = JSON.object([
      .init("size", .integer(Int64(response.body.count))), .init("mimeType", .string(type(of: fields))),
      .init("text", .string(redaction.body(response.body, mediaType: response.mediaType))),
    ])
    return .object([
      .init("status", .integer(Int64(status.code))), .init("statusText", .string(status.reasonPhrase)),
      .init("httpVersion", "HTTP/1.1"), .init("cookies", .array([])), .init("headers", headers(fields)),
      .init("content", content),
      .init("redirectURL", .string(fields[.location].map { redaction.target($0) } ?? "")),
      .init("headersSize", .integer(-1)), .init("bodySize", .integer(Int64(response.body.count))),
    ])
  }

  private func headers(_ fields: HTTPFields) -> JSON {
    .array(fields.map { pair($0.name.rawName, redaction.field($0)) })
  }

  /// As they stand in the URL, percent signs and all.
  private func query(of target: String) -> [JSON] {
    guard let mark = target.firstIndex(of: "?") else { return [] }
    return target[target.index(after: mark)...].split(separator: "&").map { part in
      let name = part.prefix { $0 != "=" }
      return pair(String(name), String(part.dropFirst(name.count + 1)))
    }
  }

  private func pair(_ name: String, _ value: String) -> JSON {
    .object([.init("name", .string(name)), .init("value", .string(value))])
  }

  private func type(of fields: HTTPFields) -> String { fields[.contentType] ?? "" }
}

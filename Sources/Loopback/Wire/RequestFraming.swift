import HTTPTypes

/// What the header lines of a request say together about its body and its connection.
///
/// Whatever two readers could understand differently is refused (RFC 9112 sections 3.2, 6.1 to 6.3).
struct RequestFraming {
  let body: Body.Framing
  let expectsContinue: Bool
  let keepsAlive: Bool

  init(_ line: RequestLine, fields: HTTPFields, limits: Limits) throws(MalformedRequest) {
    try Self.checkHost(fields, isHTTP10: line.isHTTP10)
    body = try Self.bodyFraming(fields, isHTTP10: line.isHTTP10, limits: limits)
    let expectation = try Self.expectsContinue(fields, isHTTP10: line.isHTTP10)
    expectsContinue = expectation && body != .none && body != .length(0)
    let connection = Self.connectionOptions(fields)
    keepsAlive = !connection.contains("close") && (!line.isHTTP10 || connection.contains("keep-alive"))
  }

  /// Lower case, in order.
  static func connectionOptions(_ fields: HTTPFields) -> [String] {
    fields[values: .connection].flatMap { $0.split(separator: ",") }.map(trimmed)
  }

  private static func checkHost(_ fields: HTTPFields, isHTTP10: Bool) throws(MalformedRequest) {
    let hosts = fields[values: .hostHeader]
    if hosts.count > 1 { throw .severalHosts(hosts) }
    if hosts.isEmpty && !isHTTP10 { throw .missingHost }
  }

  private static func bodyFraming(
    _ fields: HTTPFields, isHTTP10: Bool, limits: Limits
  ) throws(MalformedRequest) -> Body.Framing {
    let lengths = fields[values: .contentLength]
    let codings = fields[values: .transferEncoding]
    if !lengths.isEmpty && !codings.isEmpty { throw .contentLengthAndTransferEncoding }
    if lengths.count > 1 { throw .severalContentLengths(lengths) }
    if !codings.isEmpty {
      if isHTTP10 { throw .transferEncodingInHTTP10 }
      guard codings.count == 1, codings[0].asciiLowercased == "chunked" else {
        throw .unsupportedTransferCoding(codings.joined(separator: ", "))
      }
      return .chunked
    }
    guard let length = lengths.first else { return .none }
    guard let count = contentLength(length) else { throw .badContentLength(length) }
    if count > limits.body { throw .bodyTooLarge(limit: limits.body) }
    return .length(count)
  }

  /// Digits only; a number too large for `Int` counts as the largest. `nil` for anything else.
  static func contentLength(_ value: String) -> Int? {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard !value.isEmpty, value.utf8.allSatisfy(digits.contains) else { return nil }
    return Int(value) ?? .max
  }

  private static func expectsContinue(_ fields: HTTPFields, isHTTP10: Bool) throws(MalformedRequest) -> Bool {
    guard !isHTTP10, let expectation = fields[.expect] else { return false }
    guard expectation.asciiLowercased == "100-continue" else { throw .unknownExpectation(expectation) }
    return true
  }

  private static func trimmed(_ option: Substring) -> String {
    String(option.drop { $0 == " " || $0 == "\t" }.prefix { $0 != " " && $0 != "\t" }).asciiLowercased
  }
}

extension String {
  /// Lower case for ASCII letters only: a Kelvin sign is no k (RFC 9110 section 5.6.2).
  var asciiLowercased: String {
    String(decoding: utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}

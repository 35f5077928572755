public import HTTPTypes

extension MalformedRequest {
  /// The status that answers it.
  public var status: HTTPResponse.Status {
    switch self {
    case .tlsHandshake, .badRequestLine, .forbiddenByte, .bareLineFeed, .bareCarriageReturn, .foldedHeader,
      .badHeader, .missingHost, .severalHosts, .severalContentLengths, .badContentLength,
      .contentLengthAndTransferEncoding, .transferEncodingInHTTP10, .badChunk, .cutOff:
      .badRequest
    case .timedOut: .requestTimeout
    case .bodyTooLarge: .contentTooLarge
    case .targetTooLong: .uriTooLong
    case .unknownExpectation: .expectationFailed
    case .headersTooLarge, .tooManyHeaders: .requestHeaderFieldsTooLarge
    case .unsupportedTransferCoding: .badRequest
    case .unsupportedVersion: .badRequest
    }
  }
}

extension MalformedRequest: CustomStringConvertible {
  /// One sentence for people, with the facts and the section that says so.
  public var description: String {
    switch self {
    case .tlsHandshake:
      "This looks like the start of TLS; this server speaks plain http, so use http:// instead of https://."
    case .badRequestLine:
      "The first line is not \"method target HTTP/1.1\" with single spaces (RFC 9112 section 3)."
    case .unsupportedVersion(let version):
      "The version \(version) is not HTTP/1.1 or HTTP/1.0 (RFC 9110 section 15.6.6)."
    case .forbiddenByte(let byte, let line):
      "Line \(line) contains the byte \(hexadecimal(byte)), which is not allowed there (RFC 9110 section 5.5)."
    case .bareLineFeed(let line): "Line \(line) ends in LF without CR (RFC 9112 section 2.2)."
    case .bareCarriageReturn(let line): "Line \(line) contains a CR that no LF follows (RFC 9112 section 2.2)."
    case .foldedHeader(let line):
      "Line \(line) begins with white space: folded headers are obsolete (RFC 9112 section 5.2)."
    case .badHeader(let line): "Line \(line) is not \"name: value\" with a valid name (RFC 9112 section 5)."
    case .missingHost: "There is no Host header (RFC 9112 section 3.2)."
    case .severalHosts(let values): "There are \(values.count) Host headers instead of one (RFC 9112 section 3.2)."
    case .severalContentLengths(let values):
      "There are \(values.count) Content-Length headers: \(values.joined(separator: ", ")) (RFC 9112 section 6.3)."
    case .badContentLength(let value): "The Content-Length \"\(value)\" is not a number (RFC 9110 section 8.6)."
    case .contentLengthAndTransferEncoding:
      "Content-Length and Transfer-Encoding are both there, so where the body ends is ambiguous (RFC 9112 section 6.1)."
    case .transferEncodingInHTTP10: "HTTP/1.0 has no Transfer-Encoding (RFC 9112 section 6.1)."
    case .unsupportedTransferCoding(let value):
      "The Transfer-Encoding \"\(value)\" is not supported, only \"chunked\" (RFC 9112 section 6.1)."
    case .unknownExpectation(let value):
      "The expectation \"\(value)\" is not known, only \"100-continue\" (RFC 9110 section 10.1.1)."
    case .badChunk: "The chunks of the body are malformed (RFC 9112 section 7.1)."
    case .targetTooLong(let limit): "The request target is longer than \(limit) bytes."
    case .headersTooLarge(let limit): "The headers are larger than \(limit) bytes."
    case .tooManyHeaders(let limit): "There are more than \(limit) headers."
    case .bodyTooLarge(let limit): "The body is larger than \(limit) bytes."
    case .timedOut(let limit): "The request did not arrive within \(limit)."
    case .cutOff: "The connection ended before the request did."
    }
  }

  private func hexadecimal(_ byte: UInt8) -> String {
    "0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }
}

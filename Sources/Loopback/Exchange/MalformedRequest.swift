/// Why bytes are not a request this listener passes on. Lines are counted from 1, the request line being the first.
public enum MalformedRequest: Error, Sendable, Equatable {
  // The lines.
  case tlsHandshake
  case badRequestLine
  case unsupportedVersion(String)
  case forbiddenByte(UInt8, line: Int)
  case bareLineFeed(line: Int)
  case bareCarriageReturn(line: Int)
  case foldedHeader(line: Int)
  case badHeader(line: Int)

  // What the headers say together.
  case missingHost
  case severalHosts([String])
  case severalContentLengths([String])
  case badContentLength(String)
  case contentLengthAndTransferEncoding
  case transferEncodingInHTTP10
  case unsupportedTransferCoding(String)
  case unknownExpectation(String)

  // The body.
  case badChunk

  // Limits, in bytes, header lines or time.
  case targetTooLong(limit: Int)
  case headersTooLarge(limit: Int)
  case tooManyHeaders(limit: Int)
  case bodyTooLarge(limit: Int)
  case timedOut(after: Duration)

  /// The connection ended before the request did.
  case cutOff
}

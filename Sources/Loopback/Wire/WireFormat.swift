public import HTTPTypes

/// HTTP/1.1 messages as bytes (RFC 9112).
public enum WireFormat {
  /// The request exactly as given: no header is added or changed, even if that makes it malformed. An `authority`
  /// is written as Host, unless there is a Host among the header fields.
  public static func bytes(of request: HTTPRequest, body: [UInt8] = []) -> [UInt8] {
    var bytes = Array("\(request.method.rawValue) \(request.path ?? "") HTTP/1.1\r\n".utf8)
    if let authority = request.authority, request.headerFields[.hostHeader] == nil {
      bytes += Array("Host: \(authority)\r\n".utf8)
    }
    return bytes + section(request.headerFields) + body
  }

  /// The response exactly as given: no header is added or changed.
  public static func bytes(of response: HTTPResponse, body: [UInt8] = []) -> [UInt8] {
    let statusLine = "HTTP/1.1 \(threeDigits(response.status.code)) \(response.status.reasonPhrase)\r\n"
    return Array(statusLine.utf8) + section(response.headerFields) + body
  }

  private static func section(_ fields: HTTPFields) -> [UInt8] {
    var bytes: [UInt8] = []
    for field in fields {
      bytes += Array("\(field.name.rawName): ".utf8)
      field.withUnsafeBytesOfValue { bytes.append(contentsOf: $0) }
      bytes += [.carriageReturn, .lineFeed]
    }
    return bytes + [.carriageReturn, .lineFeed]
  }

  private static func threeDigits(_ code: Int) -> String {
    let digits = String(code)
    return String(repeating: "0", count: max(0, 3 - digits.count)) + digits
  }
}

import HTTPTypes

/// How a response is framed for the request it answers, so that the next one cannot be mistaken for its body.
struct ResponseFraming {
  /// `nil` if the request was too malformed to have one.
  let method: HTTPRequest.Method?
  let isHTTP10: Bool
  /// Whether this is the last response of the connection.
  let closes: Bool

  /// Content-Length always says what is there, whatever the owner of the listener said (RFC 9112 section 6.2).
  func bytes(of response: ResponseToSend) -> [UInt8] {
    var head = response.head
    let code = head.status.code
    precondition(code >= 200, "a final response has no interim status (\(code))")
    head.headerFields[.transferEncoding] = nil
    let allowsBody = code != 204 && code != 304
    head.headerFields[.contentLength] = allowsBody ? String(response.body.count) : nil
    setConnection(of: &head.headerFields)
    let sendsBody = allowsBody && method != .head
    return WireFormat.bytes(of: head, body: sendsBody ? response.body : [])
  }

  private func setConnection(of fields: inout HTTPFields) {
    let options = RequestFraming.connectionOptions(fields)
    if closes && !options.contains("close") {
      fields.append(HTTPField(name: .connection, value: "close"))
    } else if !closes && isHTTP10 && !options.contains("keep-alive") {
      fields.append(HTTPField(name: .connection, value: "keep-alive"))
    }
  }
}

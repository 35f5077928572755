import HTTPTypes
public import OAuth

/// The client's redirection endpoint as a browser sees it. It says that the response has arrived; what the client makes of it is
/// judged where the client's memory is, and shown in the terminal. RFC 6749 §3.1.2.
public enum RedirectionEndpoint {
  public static func respond(to request: RequestMessage) -> ResponseMessage {
    guard request.head.method == .get || request.head.method == .post || request.head.method == .head else {
      return page("This endpoint takes GET and POST.", status: .methodNotAllowed, [.allow: "GET, HEAD, POST"])
    }
    return page("The client has received this response. See the terminal for what it made of it.", status: .ok)
  }

  /// Nothing of the request stands in the page, and nothing leaks from its address. RFC 9700 §4.2.4.
  private static func page(
    _ sentence: String, status: HTTPResponse.Status, _ more: HTTPFields = [:]
  ) -> ResponseMessage {
    let markup = """
      <!DOCTYPE html>
      <html lang="en">
      <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Client - oauth-playground</title></head>
      <body><main><h1>The client</h1><p>\(sentence)</p></main></body>
      </html>

      """
    let fields = HTTPFields.noStore.merging([
      .contentType: "text/html; charset=utf-8",
      .contentSecurityPolicy: "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
      .referrerPolicy: "no-referrer",
      .xContentTypeOptions: "nosniff",
    ])
    return ResponseMessage(status: status, fields: fields.merging(more), body: Array(markup.utf8))
  }
}

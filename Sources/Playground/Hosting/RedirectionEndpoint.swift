import HTTPTypes
public import OAuth

/// The client's redirection endpoint as a browser sees it. It says that the response has arrived; what the client makes
/// of it is judged where the client's memory is, and shown in the terminal. RFC 6749 §3.1.2.
///
/// What stands in the fragment of an address never comes here. So a page that was called without anything else looks
/// there, and sends what it finds by a form. OAuth 2.0 Multiple Response Type Encoding Practices §2.1.
public enum RedirectionEndpoint {
  public static func respond(to request: RequestMessage) -> ResponseMessage {
    switch request.head.method {
    case .get, .head:
      if request.query.isEmpty { return fragmentPage }
      fallthrough
    case .post:
      return page("<p>The client has received this response. See the terminal for what it made of it.</p>", status: .ok)
    default:
      return page("<p>This endpoint takes GET and POST.</p>", status: .methodNotAllowed, [.allow: "GET, HEAD, POST"])
    }
  }

  /// A form without an action goes to where the page came from.
  private static var fragmentPage: ResponseMessage {
    page(
      """
      <p>There is no authorization response in this address.</p>
      <form method="post"></form>
      <noscript><p>What stands behind the # of an address can be read by a script only.</p></noscript>
      <script>\(script)</script>
      """, status: .ok, script: SourceHash.of(script))
  }

  /// Fields of any name, so that none can hide the form's own `submit`.
  private static let script = """
    const form = document.forms[0], found = new URLSearchParams(location.hash.slice(1));
    for (const [name, value] of found) {
      const field = document.createElement('input');
      field.type = 'hidden'; field.name = name; field.value = value;
      form.append(field);
    }
    if (form.elements.length) HTMLFormElement.prototype.submit.call(form);
    """

  /// Nothing of the request stands in the page, and nothing leaks from its address. RFC 9700 §4.2.4.
  private static func page(
    _ content: String, status: HTTPResponse.Status, _ more: HTTPFields = [:], script: String? = nil
  ) -> ResponseMessage {
    let markup = """
      <!DOCTYPE html>
      <html lang="en">
      <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Client - oauth-playground</title></head>
      <body><main><h1>The client</h1>\(content)</main></body>
      </html>

      """
    let allowed = script.map { "script-src \($0); form-action 'self'; " } ?? ""
    let fields = HTTPFields.noStore.merging([
      .contentType: "text/html; charset=utf-8",
      .contentSecurityPolicy: "default-src 'none'; \(allowed)frame-ancestors 'none'; base-uri 'none'",
      .referrerPolicy: "no-referrer",
      .xContentTypeOptions: "nosniff",
    ])
    return ResponseMessage(status: status, fields: fields.merging(more), body: Array(markup.utf8))
  }
}

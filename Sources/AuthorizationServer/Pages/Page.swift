import HTTPTypes
import OAuth

/// A page of the authorization server: one column, readable on a phone, usable without a script or a mouse.
struct Page {
  let title: String
  let content: HTML
  /// The only script that may run on the page, if any: the page must do without it as well.
  var script: String?

  var markup: String {
    let script: HTML = script.map { HTML(stringLiteral: "<script>\($0)</script>") } ?? ""
    let page: HTML = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title) - oauth-playground</title>
      <style>\(HTML(stringLiteral: Self.style))</style>
      </head>
      <body>
      <header>oauth-playground: the authorization server</header>
      <main>
      \(content)
      </main>
      <footer>Teaching server: loopback only, no TLS. Never type a real password here.</footer>
      \(script)
      </body>
      </html>

      """
    return page.markup
  }
}

extension AuthorizationServer {
  /// A page that cannot be framed, is not stored, sends no Referer and loads nothing. RFC 9700 §4.2.4, §4.16.
  ///
  /// Browsers apply `form-action` to the redirects that answer a form too, so the client's origin must stand there.
  func respond(_ page: Page, status: HTTPResponse.Status = .ok, formsLeadTo redirection: Redirection? = nil)
    -> ResponseMessage
  {
    let targets = (["'self'"] + (redirection?.uri.policySources ?? [])).joined(separator: " ")
    let script = page.script.map { "script-src \(SourceHash.of($0)); " } ?? ""
    let policy =
      "default-src 'none'; style-src \(Page.styleHash); \(script)form-action \(targets); "
      + "frame-ancestors 'none'; base-uri 'none'"
    let fields = pageFields.merging([
      .contentType: "text/html; charset=utf-8",
      .contentSecurityPolicy: policy,
      .xFrameOptions: "DENY",
    ])
    return ResponseMessage(status: status, fields: fields, body: Array(page.markup.utf8))
  }

  /// What every answer to a browser carries, our own redirects too.
  var pageFields: HTTPFields { .page }
}

extension RedirectionURI {
  /// The origin as a content security policy can name it. Its grammar has no word for an IPv6 address, and others could
  /// end the directive, so that only the scheme is left of them. A client on this machine may send the browser on, from
  /// its redirection endpoint to a page of its own on another port: that is still a redirect that answers our form.
  fileprivate var policySources: [String] {
    guard origin.utf8.allSatisfy({ $0.isASCIIAlphanumeric || "+-.:/".utf8.contains($0) }) else { return ["\(scheme):"] }
    let isLocal = scheme == "http" && ["127.0.0.1", "localhost"].contains(host)
    return [origin] + (isLocal ? ["http://127.0.0.1:*", "http://localhost:*"] : [])
  }
}

import Crypto
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

  private static let style = """
    :root{color-scheme:light dark;--edge:#8a93a6;--accent:#0b5cad;--soft:#f3f5f9;--bad:#a4161a}
    @media(prefers-color-scheme:dark){:root{--edge:#6b7488;--accent:#7db7ff;--soft:#1d222c;--bad:#ff8f8f}}
    *{box-sizing:border-box}
    body{font:1rem/1.5 system-ui,sans-serif;margin:0;padding:1.5rem 1rem}
    main{max-width:28rem;margin:0 auto;padding:1.5rem;border:1px solid var(--edge);border-radius:.75rem}
    footer{max-width:28rem;margin:1rem auto;font-size:.85rem;opacity:.8;text-align:center}
    h1{font-size:1.35rem;margin:0 0 .75rem}
    label{display:block;margin:.75rem 0 .25rem;font-weight:600}
    input[type=text],input[type=password]{width:100%;font:inherit;padding:.55rem;border:1px solid var(--edge);border-radius:.4rem}
    fieldset{border:1px solid var(--edge);border-radius:.4rem;margin:1rem 0;padding:.5rem 1rem}
    legend{font-weight:600;padding:0 .25rem}
    fieldset label{font-weight:400;margin:.4rem 0}
    button,a.button{display:inline-block;text-decoration:none;font:inherit;font-weight:600;padding:.6rem 1.2rem;margin:1rem .5rem 0 0;border:2px solid var(--accent);\
    border-radius:.4rem;background:var(--accent);color:#fff;cursor:pointer}
    @media(prefers-color-scheme:dark){button,a.button{color:#0b1626}}
    button.quiet{background:transparent;color:inherit}
    :focus-visible{outline:3px solid var(--accent);outline-offset:2px}
    code{background:var(--soft);padding:.1rem .3rem;border-radius:.25rem;overflow-wrap:anywhere}
    dl{display:grid;grid-template-columns:auto 1fr;gap:.25rem .75rem;margin:1rem 0}
    dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}
    input.code{font-family:ui-monospace,monospace;font-size:1.4rem;letter-spacing:.15em;text-transform:uppercase;text-align:center}
    code.code{font-size:1.2rem;letter-spacing:.1em}
    .problem{color:var(--bad);font-weight:600}
    """

  /// Only this style sheet may apply.
  static let styleHash = hash(style)

  /// What a content security policy names a style sheet or a script by.
  static func hash(_ text: String) -> String { Base64Standard.encode(SHA256.hash(data: Array(text.utf8))) }
}

extension AuthorizationServer {
  /// A page that cannot be framed, is not stored, sends no Referer and loads nothing. RFC 9700 §4.2.4, §4.16.
  ///
  /// Browsers apply `form-action` to the redirect that answers a form too, so the client's origin must stand there.
  func respond(_ page: Page, status: HTTPResponse.Status = .ok, formsLeadTo redirection: Redirection? = nil)
    -> ResponseMessage
  {
    let targets = (["'self'"] + [redirection?.uri.policySource].compactMap(\.self)).joined(separator: " ")
    let script = page.script.map { "script-src 'sha256-\(Page.hash($0))'; " } ?? ""
    let policy =
      "default-src 'none'; style-src 'sha256-\(Page.styleHash)'; \(script)form-action \(targets); "
      + "frame-ancestors 'none'; base-uri 'none'"
    let fields = pageFields.merging([
      .contentType: "text/html; charset=utf-8",
      .contentSecurityPolicy: policy,
      .xFrameOptions: "DENY",
    ])
    return ResponseMessage(status: status, fields: fields, body: Array(page.markup.utf8))
  }

  /// What every answer to a browser carries, redirects too.
  var pageFields: HTTPFields {
    HTTPFields.noStore.merging([.referrerPolicy: "no-referrer", .xContentTypeOptions: "nosniff"])
  }
}

extension RedirectionURI {
  /// The origin as a content security policy can name it: its grammar has no word for an IPv6 address, and a browser
  /// ignores what it cannot read, so that only the scheme is left.
  fileprivate var policySource: String { host?.utf8.first == UInt8(ascii: "[") ? "\(scheme):" : origin }
}

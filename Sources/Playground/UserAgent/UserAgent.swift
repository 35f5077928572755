import HTTPTypes
public import OAuth

/// The resource owner's browser as a value: it keeps cookies, reads forms and says where a redirect leads.
public struct UserAgent: Equatable, Sendable {
  /// What is on its screen.
  public struct Page: Equatable, Sendable {
    /// `127.0.0.1:8414`.
    public let authority: String
    /// Path and query: `/authorize/login?interaction=x`.
    public let target: String
    public let forms: [HTMLForm]
    /// What the page does by itself; nil where it waits for somebody.
    public let script: PageScript?

    /// The form to sign in with.
    public var loginForm: HTMLForm? { forms.first { $0.asks(for: .password) } }

    /// The form to decide with.
    public var consentForm: HTMLForm? { forms.first { $0.asks(for: .decision) } }
  }

  /// Where a response leads a browser.
  public enum Landing: Equatable, Sendable {
    case page(Page)
    /// The absolute URL to go to next.
    case redirect(String)
    /// A page that was no sooner there than it sent its form.
    case submission(RequestMessage)
  }

  public private(set) var page: Page?
  private var cookies = CookieJar()
  /// What stood behind the `#` of the address: it stays in the browser, where only the page's script can see it.
  private var fragment = ""

  public init() {}

  /// A request as this browser sends it: with its name, what it takes, and its cookies.
  public func request(_ message: RequestMessage) -> RequestMessage {
    var message = message
    let authority = message.head.authority ?? ""
    var fields: HTTPFields = [
      .userAgent: "oauth-playground-browser", .accept: "text/html,application/xhtml+xml",
    ]
    if let cookie = cookies.header(for: authority, path: message.path) { fields[.cookie] = cookie }
    message.head.headerFields = fields.merging(message.head.headerFields)
    return message
  }

  /// Opens an absolute URL.
  public mutating func open(_ url: String) -> RequestMessage {
    let (authority, target) = Self.split(url)
    fragment = String(url.drop { $0 != "#" }.dropFirst())
    return request(.get(target, authority: authority))
  }

  /// Submits a form of the page on the screen; nil when there is no page.
  public func submit(_ form: HTMLForm, _ parameters: Parameters) -> RequestMessage? {
    guard let page else { return nil }
    let absolute = form.action.hasPrefix("http://")
    let (authority, path) =
      absolute ? Self.split(form.action) : (page.authority, form.action.isEmpty ? page.target : form.action)
    guard form.method == "post" else {
      return request(.get(FormEncoding.append(parameters, to: path), authority: authority))
    }
    return request(.form(parameters, to: path, authority: authority))
  }

  /// Takes in a response as a browser does: cookies, then the redirect or the page.
  public mutating func receive(_ response: ResponseMessage, to request: RequestMessage) -> Landing {
    let authority = request.head.authority ?? ""
    for header in response.head.headerFields[values: .setCookie] { cookies.store(header, from: authority) }
    if response.head.status.kind == .redirection, let location = response.head.headerFields[.location] {
      // The query of a path can hold a whole address.
      let isPath = location.hasPrefix("/") || !location.contains("://")
      return .redirect(isPath ? "http://\(authority)\(location)" : location)
    }
    let page = Page(
      authority: authority, target: request.target, forms: HTMLForm.forms(in: response.body),
      script: PageScript(in: response.body))
    self.page = page
    return submission(of: page).map(Landing.submission) ?? .page(page)
  }

  /// What a page sends by itself.
  private mutating func submission(of page: Page) -> RequestMessage? {
    guard let script = page.script, let form = page.forms.first else { return nil }
    defer { fragment = "" }
    switch script {
    case .submitsForm: return submit(form, form.submission())
    case .submitsFragment:
      guard !fragment.isEmpty else { return nil }
      return submit(form, FormEncoding.readable(Array(fragment.utf8)))
    }
  }

  /// Closes the page: what follows starts from an empty screen.
  public mutating func closePage() {
    page = nil
  }

  private static func split(_ url: String) -> (authority: String, target: String) {
    let rest = url.drop { $0 != ":" }.dropFirst(3)
    let authority = rest.prefix { $0 != "/" && $0 != "?" }
    let target = rest.dropFirst(authority.count).prefix { $0 != "#" }
    return (String(authority), sendable(target.hasPrefix("/") ? String(target) : "/" + target))
  }

  /// A target as a browser sends it: what must not stand in one, such as a space, is percent-encoded.
  private static func sendable(_ target: String) -> String {
    target.unicodeScalars.reduce(into: "") { sent, character in
      let canStand = (0x21...0x7E).contains(character.value) && !"\"<>".unicodeScalars.contains(character)
      sent += canStand ? String(character) : PercentCoding.encode(String(character))
    }
  }
}

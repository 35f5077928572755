import HTTPTypes
public import OAuth

/// The resource owner's browser as a value: it keeps cookies, reads forms and says where a redirect leads.
public struct UserAgent: Equatable, Sendable {
  /// What is on its screen.
  public struct Page: Equatable, Sendable {
    /// `127.0.0.1:8414`.
    public let authority: String
    public let forms: [HTMLForm]

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
  }

  public private(set) var page: Page?
  private var cookies = CookieJar()

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
  public func open(_ url: String) -> RequestMessage {
    let (authority, target) = Self.split(url)
    return request(.get(target, authority: authority))
  }

  /// Submits a form of the page on the screen; nil when there is no page.
  public func submit(_ form: HTMLForm, _ parameters: Parameters) -> RequestMessage? {
    guard let page else { return nil }
    let absolute = form.action.hasPrefix("http://")
    let (authority, path) = absolute ? Self.split(form.action) : (page.authority, form.action)
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
      return .redirect(location.contains("://") ? location : "http://\(authority)\(location)")
    }
    let page = Page(authority: authority, forms: HTMLForm.forms(in: response.body))
    self.page = page
    return .page(page)
  }

  /// Closes the page: what follows starts from an empty screen.
  public mutating func closePage() {
    page = nil
  }

  private static func split(_ url: String) -> (authority: String, target: String) {
    let rest = url.drop { $0 != ":" }.dropFirst(3)
    let authority = rest.prefix { $0 != "/" && $0 != "?" }
    let target = rest.dropFirst(authority.count).prefix { $0 != "#" }
    return (String(authority), target.hasPrefix("/") ? String(target) : "/" + target)
  }
}

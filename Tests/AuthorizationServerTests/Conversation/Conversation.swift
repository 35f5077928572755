import AuthorizationServer
import HTTPTypes
import OAuth
import Testing

/// A server, the clock beside it and one browser. Whatever a test says to the server goes through here as wire text.
final class Conversation {
  var server: AuthorizationServer
  var now = Instant(seconds: 1_800_000_000)
  /// The browser's cookie, `name=value`; nil in a browser that was never here.
  var cookie: String?

  init(_ directory: Directory = .demonstration, seed: UInt64 = 1, policy: (inout Policy) -> Void = { _ in }) {
    server = AuthorizationServer(
      issuer: Issuer("http://127.0.0.1:8414"), profile: .strict, directory: directory,
      random: .seeded(seed, stream: 0), signingKeys: SigningKeys(makingBy: SigningKey.sample))
    policy(&server.policy)
  }

  /// With a server of another profile, which knows the parties of the samples.
  ///
  /// - Parameter username: in whose name everything is approved; nil asks.
  convenience init(playing profile: Profile, approvedBy username: String? = nil) throws {
    self.init(try .samples())
    play(profile)
    server.approvesAs = username
  }

  /// Begins anew with a server of another profile, which knows the same parties.
  func play(_ profile: Profile) {
    server = AuthorizationServer(
      issuer: Issuer("http://127.0.0.1:8414"), profile: profile, directory: server.directory,
      random: .seeded(1, stream: 0), signingKeys: SigningKeys(makingBy: SigningKey.sample))
  }

  func advance(_ duration: Duration) {
    now = now + duration
  }

  func send(_ request: RequestMessage) -> Answer { server.respond(to: request, at: now) }

  func send(_ text: String) -> Answer { send(RequestMessage(wire: text)) }

  /// Sends with the browser's cookie and keeps the one that comes back.
  func browse(_ text: String) -> Answer {
    var request = RequestMessage(wire: text)
    request.head.headerFields[.cookie] = cookie
    let answer = send(request)
    if let set = answer[.setCookie] { cookie = String(set.prefix { $0 != ";" }) }
    return answer
  }

  func removeResourceOwner(_ username: String) -> Bool { server.removeResourceOwner(username, at: now) }

  /// Withdraws what somebody has allowed workshop-app; how many consents that were.
  func withdrawConsents(of username: String) -> Int {
    server.withdrawConsents(of: username, to: ClientIdentifier("workshop-app"), at: now).consents
  }

  // MARK: The endpoints

  func authorize(_ query: String) -> Answer {
    browse("GET \(server.path(of: .authorization))?\(query) HTTP/1.1\nHost: 127.0.0.1:8414")
  }

  func token(_ body: String, _ header: String? = nil) -> Answer { post(server.path(of: .token), body, header) }

  func introspect(_ body: String, _ header: String? = nil) -> Answer {
    post(server.path(of: .introspection), body, header)
  }

  func revoke(_ body: String, _ header: String? = nil) -> Answer { post(server.path(of: .revocation), body, header) }

  private func post(_ path: String, _ body: String, _ header: String?) -> Answer {
    send(
      """
      POST \(path) HTTP/1.1
      Host: 127.0.0.1:8414
      Content-Type: application/x-www-form-urlencoded\(header.map { "\n" + $0 } ?? "")

      \(body)
      """)
  }

  func me(_ authorization: String) -> Answer {
    send("GET \(server.path(of: .me)) HTTP/1.1\nHost: 127.0.0.1:8414\nAuthorization: \(authorization)")
  }

  // MARK: The browser

  /// Posts the form of a page with its hidden fields and what a person would add.
  func submit(_ form: Form, _ rest: String) -> Answer {
    browse(
      """
      POST \(form.action) HTTP/1.1
      Host: 127.0.0.1:8414
      Content-Type: application/x-www-form-urlencoded

      \(form.hidden)&\(rest)
      """)
  }

  func signIn(_ form: Form, _ credentials: String = "username=alice&password=wonderland") -> Answer {
    submit(form, credentials)
  }

  /// Opens the authorization endpoint and arrives at the login page.
  func loginForm(_ query: String = Wire.request) throws -> Form {
    let form = try #require(Form(page: authorize(query).body))
    try #require(form.action == server.path(of: .login))
    return form
  }

  /// Opens the authorization endpoint, signs in if nobody is, and arrives at the consent page.
  func consentForm(_ query: String = Wire.request) throws -> Form {
    var answer = authorize(query)
    if let elsewhere = answer[.location],
      elsewhere.hasPrefix("\(server.path(of: .login))?")
        || elsewhere.hasPrefix("\(server.url(of: .login))?")
    {
      answer = browse("GET \(elsewhere) HTTP/1.1\nHost: 127.0.0.1:8414")
    }
    let form = try #require(Form(page: answer.body))
    guard form.action == server.path(of: .login) else { return form }
    let target = try #require(signIn(form)[.location])
    return try #require(Form(page: browse("GET \(target) HTTP/1.1\nHost: 127.0.0.1:8414").body))
  }

  /// The answer to the consent form in which every box stays ticked.
  func approve(_ query: String = Wire.request) throws -> Answer {
    let form = try consentForm(query)
    return submit(form, (form.boxes.map { "scope=\($0)" } + ["decision=allow"]).joined(separator: "&"))
  }

  func code(_ query: String = Wire.request) throws -> String {
    try #require(approve(query).parameter(.code))
  }

  /// The code of a server that asks nobody.
  func codeAtOnce(_ query: String = Wire.request) throws -> String {
    try #require(authorize(query).parameter(.code))
  }

  /// An access token for the request, through login, consent and the token endpoint.
  func accessToken(_ query: String = Wire.request) throws -> String {
    try #require(redeem(code(query)).accessToken)
  }

  /// Both tokens for a request that asks for offline access.
  func tokens(_ query: String = Wire.offlineRequest) throws -> (access: String, refresh: String) {
    let answer = redeem(try code(query))
    return (try #require(answer.accessToken), try #require(answer.refreshToken))
  }

  /// The right refresh request of workshop-app, with more parameters behind.
  func refresh(_ token: String, _ more: String = "") -> Answer {
    self.token("grant_type=refresh_token&refresh_token=\(token)&\(Wire.secret)" + (more.isEmpty ? "" : "&" + more))
  }

  /// The right token request of workshop-app, with more parameters behind.
  func redeem(_ code: String, _ more: String = "") -> Answer {
    token(Wire.redemption(code) + (more.isEmpty ? "" : "&" + more))
  }
}

extension Answer {
  var accessToken: String? { (try? JSON(parsing: response.body))?["access_token"]?.string }
  var refreshToken: String? { (try? JSON(parsing: response.body))?["refresh_token"]?.string }
}

/// Texts that many tests send.
enum Wire {
  static let callback = "http%3A%2F%2F127.0.0.1%3A8252%2Fcallback"
  static let issuer = "http%3A%2F%2F127.0.0.1%3A8414"
  /// The right authorization request of workshop-app.
  static let request =
    "response_type=code&client_id=workshop-app&redirect_uri=\(callback)&scope=profile%20email&state=xyz"
  /// One that asks for a refresh token as well.
  static let offlineRequest =
    "response_type=code&client_id=workshop-app&redirect_uri=\(callback)&scope=profile%20email%20offline_access&state=xyz"
  /// RFC 7636 appendix B.
  static let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
  static let challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
  static let provenRequest = "\(request)&code_challenge=\(challenge)&code_challenge_method=S256"
  /// The right authorization request of native-app, on a port of the moment.
  static let nativeRequest = native(scope: "profile")
  static let nativeOfflineRequest = native(scope: "profile%20offline_access")
  static let secret = "client_id=workshop-app&client_secret=workshop-secret"
  static let otherSecret = "client_id=other-app&client_secret=other-secret"
  static let jobSecret = "client_id=nightly-job&client_secret=nightly-secret"
  /// The client that people tell their passwords.
  static let passwordSecret = "client_id=trusted&client_secret=trusted-secret"
  /// The resource server that may introspect.
  static let apiSecret = "client_id=api&client_secret=api-secret"
  static let basic = "Authorization: Basic d29ya3Nob3AtYXBwOndvcmtzaG9wLXNlY3JldA=="

  private static func native(scope: String) -> String {
    "response_type=code&client_id=native-app&redirect_uri=http%3A%2F%2F127.0.0.1%3A51004%2Fcallback&scope=\(scope)"
      + "&state=xyz&code_challenge=\(challenge)&code_challenge_method=S256"
  }

  static func redemption(_ code: String) -> String {
    "grant_type=authorization_code&code=\(code)&redirect_uri=\(callback)&\(secret)"
  }

  static func nativeRedemption(_ code: String) -> String {
    "grant_type=authorization_code&code=\(code)&redirect_uri=http%3A%2F%2F127.0.0.1%3A51004%2Fcallback"
      + "&client_id=native-app&code_verifier=\(verifier)"
  }
}

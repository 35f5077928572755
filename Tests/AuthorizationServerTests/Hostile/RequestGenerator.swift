import AuthorizationServer
import HTTPTypes
import OAuth

/// Draws requests that are nearly right, of the protocol's words, of what earlier answers gave away,
/// and of mere octets.
struct RequestGenerator {
  private var random: RandomSource
  /// Codes, tokens, handles and form tokens seen so far.
  private var seen = ["c"]
  private var cookie: String?

  init(seed: UInt64) {
    random = .seeded(seed, stream: 7)
  }

  private static let paths = [
    "/authorize", "/authorize/login", "/authorize/consent", "/token", "/token", "/me", "/introspect", "/revoke",
    "/.well-known/oauth-authorization-server",
    "/", "*",
  ]
  private static let methods = ["GET", "POST", "HEAD", "PUT"]
  private static let names = [
    "response_type", "client_id", "redirect_uri", "scope", "state", "code_challenge", "code_challenge_method",
    "response_mode", "request", "interaction", "form_token", "username", "password", "decision", "grant_type", "code",
    "client_secret", "code_verifier", "access_token", "refresh_token", "token", "token_type_hint", "foo", "",
  ]
  private static let right = [
    "response_type": "code", "client_id": "workshop-app", "redirect_uri": Wire.callback, "scope": "profile",
    "client_secret": "workshop-secret", "username": "alice",
    "password": "wonderland", "decision": "allow", "code_challenge": Wire.challenge, "code_challenge_method": "S256",
    "code_verifier": Wire.verifier,
  ]
  private static let grantTypes = ["authorization_code", "refresh_token", "client_credentials"]
  private static let values = [
    "", "a", "code", "native-app", "nobody", "https%3A%2F%2Fevil.example%2F", "http%3A%2F%2F%5B%3A%3A1%5D%2Fcallback",
    "%0D%0AX%3A%20y", "%00", "%zz", "%C0%80", "%E2%84%AA", "profile%20email", "deny", "%3Cscript%3E",
  ]

  mutating func next() -> RequestMessage {
    var head = HTTPRequest(
      method: HTTPRequest.Method(pick(Self.methods)) ?? .get, scheme: "http",
      authority: chance(20) ? pick(["evil.example", "", "localhost:8414", "\u{212A}"]) : "127.0.0.1:8414",
      path: pick(Self.paths))
    let parameters = pairs()
    if chance(2) { head.path = "\(head.path ?? "")?\(chance(2) ? parameters : pairs())" }
    if !chance(8) { head.headerFields[.contentType] = "application/x-www-form-urlencoded" }
    if !chance(3) { head.headerFields[.cookie] = cookie }
    if chance(3) { head.headerFields[.authorization] = "\(pick(["Bearer", "Basic", "bearer", ""])) \(credentials())" }
    return RequestMessage(head: head, body: chance(10) ? random.octets(32) : Array(parameters.utf8))
  }

  /// Remembers what an answer gives away, for later requests.
  mutating func learn(_ answer: Answer) {
    if let set = answer[.setCookie] { cookie = String(set.prefix { $0 != ";" }) }
    seen += [answer.parameter(.code), answer.accessToken, answer.refreshToken].compactMap(\.self)
    if let form = Form(page: answer.body) {
      seen += form.hidden.split(separator: "&").map { $0.split(separator: "=").last.map(String.init) ?? "" }
    }
    seen = seen.suffix(20)
  }

  private mutating func pairs() -> String {
    var pairs = Self.names.filter { _ in chance(2) }.map { "\($0)=\(value(of: $0))" }
    if chance(20) { pairs.append(pairs.last ?? "&&=") }
    return pairs.joined(separator: "&")
  }

  private mutating func value(of name: String) -> String {
    if chance(12) { return pick(Self.values) }
    if name == "grant_type" { return pick(Self.grantTypes) }
    if let right = Self.right[name] { return right }
    return chance(2) ? pick(seen) : pick(Self.values)
  }

  private mutating func credentials() -> String {
    chance(2) ? pick(seen) : pick(["d29ya3Nob3AtYXBwOndvcmtzaG9wLXNlY3JldA==", "", "a b", "Og==", "\u{301}"])
  }

  private mutating func chance(_ one: Int) -> Bool { number(below: one) == 0 }

  private mutating func pick(_ values: [String]) -> String { values[number(below: values.count)] }

  private mutating func number(below bound: Int) -> Int {
    Int(random.octets(2).reduce(0) { $0 << 8 | UInt16($1) }) % bound
  }
}

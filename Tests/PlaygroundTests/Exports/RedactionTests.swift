import AuthorizationServer
import HTTPTypes
import OAuth
import OAuthClient
import Playground
import Testing

@Suite struct `Secrets in logs` {
  static let long = "abcdefghijklmnopqrstuvwxyz"
  /// What a code of this server looks like.
  static let issued = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"

  @Test(arguments: [
    ("/callback?code=\(long)&state=xyz", "/callback?code=abcdef…&state=xyz"),
    ("/a?c%6Fde=\(long)&b", "/a?c%6Fde=abcdef…&b"),
    ("/a?CODE=\(long)", "/a?CODE=abcdef…"),
    ("/a?%zz=\(long)", "/a?%zz=abcdef…"),
    ("/a?x=1#access_token=\(long)", "/a?x=1#access_token=abcdef…"),
    ("https://h/cb#code=\(long)&state=xyz", "https://h/cb#code=abcdef…&state=xyz"),
    ("https://h/cb#code=\(long)?x", "https://h/cb#code=abcdef…"),
    ("/a?client-secret=\(long)&X_Password=p&old_token=t", "/a?client-secret=abcdef…&X_Password=…&old_token=…"),
    (
      "/token?grant_type=\(issued)&authorization_code=\(issued)", "/token?grant_type=dBjftJ…&authorization_code=dBjftJ…"
    ),
    ("/a?state=\(issued)&code_challenge=\(issued)", "/a?state=\(issued)&code_challenge=\(issued)"),
    ("/me/\(issued);x", "/me/dBjftJ…;x"),
    (
      "/.well-known/oauth-authorization-server/a-Rather-long-name",
      "/.well-known/oauth-authorization-server/a-Rather-long-name"
    ),
    ("/a?\(long)\(long)&\(long)\(long)=b", "/a?abcdef…&abcdef…=…"),
    ("/a#b", "/a#b"),
    ("/me?access_token=short", "/me?access_token=…"),
    ("http://h/p", "http://h/p"),
  ])
  func `shortens the secrets of a target`(_ target: String, _ shown: String) {
    #expect(Redaction.shortened.target(target) == shown)
    #expect(Redaction.none.target(target) == target)
  }

  @Test(arguments: [
    ("Authorization", "Bearer \(long)", "Bearer abcdef…"),
    ("authorization", "Basic d29ya3Nob3AtYXBwOng=", "Basic d29ya3…"),
    ("Authorization", "Basic eDp4", "Basic …"),
    ("Authorization", long, "…"),
    ("Authorization", "Bearer", "Bearer"),
    ("Cookie", "a=\(long); b=2; c", "a=abcdef…; b=…;…"),
    ("Set-Cookie", "a=\(long); Path=/authorize; HttpOnly", "a=abcdef…; Path=/authorize; HttpOnly"),
    ("Location", "http://h/cb?code=\(long)", "http://h/cb?code=abcdef…"),
    ("Referer", "http://h/cb?code=\(long)", "http://h/cb?code=abcdef…"),
    ("Location", "http://h/cb#code=\(long)", "http://h/cb#code=abcdef…"),
    ("Bearer", long, "abcdef…"),
    ("X-Authorization", "Bearer \(long)", "Bearer…"),
    ("X-Access-Token", "short", "…"),
    ("Host", "127.0.0.1:8414", "127.0.0.1:8414"),
  ])
  func `shortens the secrets of a header`(_ name: String, _ value: String, _ shown: String) throws {
    let field = HTTPField(name: try #require(HTTPField.Name(name)), value: value)
    #expect(Redaction.shortened.field(field) == shown)
    #expect(Redaction.none.field(field) == value)
  }

  @Test(arguments: [
    ("application/x-www-form-urlencoded", "grant_type=x&client_secret=\(long)&", "grant_type=x&client_secret=abcdef…&"),
    (
      "application/x-www-form-urlencoded", #"{"code":"\#(long)","redirect_uri":"https://h/cb?a=b"}"#, #"{"code…=…"#
    ),
    (
      "application/json", #"{"access_token":"\#(long)","a":[{"code":12345}],"scope":"s"}"#,
      #"{"access_token":"abcdef…","a":[{"code":"…"}],"scope":"s"}"#
    ),
    ("application/json", #"{"access_token":"\#(long)""#, "… (44 octets)"),
    (
      "text/html", "<input name=\"form_token\" value=\"\(long)\"><input name=\"a\" value=\"b\">",
      "<input name=\"form_token\" value=\"abcdef…\"><input name=\"a\" value=\"b\">"
    ),
    ("text/html", "<dd>http://h/?x=\(issued)</dd>", "<dd>http://h/?x=dBjftJ…</dd>"),
    ("text/plain", "client_secret=x", "… (15 octets)"),
    (nil, "\(long)", "… (26 octets)"),
    (nil, "", ""),
  ])
  func `shortens the secrets of a body, and leaves out what it cannot take apart`(
    _ type: String?, _ body: String, _ shown: String
  ) {
    #expect(Redaction.shortened.body(Array(body.utf8), mediaType: type) == shown)
    #expect(Redaction.none.body(Array(body.utf8), mediaType: type) == body)
  }

  /// The mistake that the standard's wording leads to.
  @Test func `a code in the place of grant_type stands in no line of the log`() throws {
    let request = RequestMessage.form([.grantType: Self.issued], to: "/token", authority: "127.0.0.1:8414")
    let carrier = MemoryCarrier()
    _ = carrier.host.respond(to: request, as: .authorizationServer, number: 1)
    carrier.host.record(
      .init(
        party: .authorizationServer, number: 1, requestBytes: [], responseBytes: [], peerPort: 1, duration: .zero,
        problem: nil))
    let exchange = try #require(carrier.takeExchanges().last)
    for line in [ExchangeRecord(exchange, .shortened).line] + ExchangeText(exchange, .shortened).lines {
      #expect(!line.contains(Self.issued))
    }
    #expect(ExchangeRecord(exchange, .none).line.contains(Self.issued))
  }

  @Test func `no secret of any built-in scenario gets into a log line`() throws {
    for scenario in ScenarioLibrary.all {
      let run = try Road.memory.run(scenario)
      let exchanges = run.results.flatMap(\.exchanges)
      let secrets = exchanges.flatMap(\.secrets)
      let signsIn = exchanges.contains { $0.request?.path == "/authorize/login" }
      #expect(secrets.count > 3 || !signsIn)
      let log =
        exchanges.flatMap { [ExchangeRecord($0, .shortened).line] + ExchangeText($0, .shortened).lines }
        + run.results.flatMap { RunReport(scenario).lines($0) + [RunReport(scenario).line($0)] }
        + [Transcript(.shortened).text(of: run)]
      for line in log {
        for secret in secrets where line.contains(secret) { Issue.record("\(secret) stands in: \(line)") }
      }
    }
  }

  @Test func `what was found instead of what was expected is told without its secrets`() throws {
    let scenario = try ScenarioReader.scenario(
      in: Array(
        """
        scenario: found
        steps:
          - authorize: { scope: profile offline_access }
          - consent: { as: alice }
            expect: { headers: { Location: none } }
          - token: {}
            expect: { body: { access_token: x, refresh_token: null, expires_in: 1 } }
        """.utf8), file: "found.yaml")
    let run = try Road.memory.run(scenario)
    let lines = run.results.flatMap(RunReport(scenario).lines).filter { $0.contains("✗") }
    let callback =
      "http://127.0.0.1:8252/callback?code=c8f0WP…&state=3l80SatLsUPRQqQCuhYjgg&iss=http%3A%2F%2F127.0.0.1%3A8414"
    #expect(lines.count == 4)
    #expect(lines.first == "     ✗ header.Location none, but found \(callback)")
    #expect(lines[1] == "     ✗ body.access_token \"x\", but found \"TuPiG…")
    #expect(lines[2].hasPrefix("     ✗ body.refresh_token none, but found \"") && lines[2].hasSuffix("…"))
    #expect(lines[3] == "     ✗ body.expires_in 1, but found 3600")
  }

  @Test func `asked for, everything is there`() throws {
    let run = try Road.memory.run(try #require(ScenarioLibrary.scenario("happy-path")))
    let log = run.results.flatMap(\.exchanges).map { ExchangeRecord($0, .none).line }.joined()
    #expect(log.contains("workshop-secret") && log.contains("wonderland"))
  }
}

extension Exchange {
  /// The values on the wire that give access, found by their names and headers.
  fileprivate var secrets: [String] {
    guard let request else { return [] }
    let location = response.head.headerFields[.location] ?? ""
    let forms = [request.query, request.body, Array(location.drop { $0 != "?" }.dropFirst().utf8)]
    var found = forms.flatMap { ((try? FormEncoding.parse($0)) ?? Parameters()).elements }
      .filter { ParameterName.secrets.contains($0.name) }.map(\.value)
    if let token = (try? JSON(parsing: response.body))?["access_token"]?.string { found.append(token) }
    found += HTMLForm.forms(in: response.body).flatMap(\.controls)
      .filter { ParameterName.secrets.contains($0.name) }.map(\.value)
    if let cookie = request.head.headerFields[.cookie] { found.append(String(cookie.drop { $0 != "=" }.dropFirst())) }
    return found.filter { $0.count > 5 }
  }
}

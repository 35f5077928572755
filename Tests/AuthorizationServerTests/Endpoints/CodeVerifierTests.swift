import AuthorizationServer
import HTTPTypes
import OAuth
import Testing

@Suite struct `RFC 7636: proof key for code exchange` {
  private static func ask(_ rest: String, client: String = "native-app") -> Answer {
    Conversation().authorize(
      "response_type=code&client_id=\(client)&state=xyz&\(rest)"
        + (client == "native-app" ? "&redirect_uri=http%3A%2F%2F127.0.0.1%2Fcallback" : ""))
  }

  @Test func `the verifier of appendix B answers its challenge`() throws {
    let conversation = Conversation()
    let answer = conversation.token(Wire.nativeRedemption(try conversation.code(Wire.nativeRequest)))
    #expect(
      answer.wire() == """
        HTTP/1.1 200 OK

        {"access_token":"RANDOM","token_type":"Bearer","expires_in":3600,"scope":"profile"}
        """)
  }

  @Test(arguments: [42, 43, 128, 129])
  func `a challenge has 43 to 128 characters`(_ length: Int) {
    let challenge = String(repeating: "a", count: length)
    let answer = Self.ask("code_challenge=\(challenge)&code_challenge_method=S256")
    #expect(answer.refusal == ((43...128).contains(length) ? nil : .codeChallengeMalformed(.length(length))))
  }

  @Test(arguments: ["%20", "%3D", "%2B", "%C3%A9", "%E2%84%AA", "%2F", "e%CC%81", "%0A"])
  func `a challenge and a verifier hold unreserved characters only`(_ character: String) throws {
    let text = String(repeating: "a", count: 50) + character
    let challenge = Self.ask("code_challenge=\(text)&code_challenge_method=S256")
    #expect(challenge.refusal?.kind == .codeChallengeMalformed)
    #expect(challenge.parameter(.error) == "invalid_request")
    let conversation = Conversation()
    let verifier = conversation.redeem(try conversation.code(Wire.provenRequest), "code_verifier=\(text)")
    #expect(verifier.refusal?.kind == .codeVerifierMalformed)
    #expect(verifier.errorOnTheWire == "invalid_grant")
  }

  /// What a learner sees in the log, though the wire says only invalid_grant.
  @Test(arguments: [
    ("%3D", "character = at 43; standard base64 has it, base64url has - and _ and no padding"),
    ("/a", "character / at 43; standard base64 has it, base64url has - and _ and no padding"),
    ("%2Ba", "character + at 43; standard base64 has it, base64url has - and _ and no padding"),
    ("+a", "character   at 43; a + of standard base64 means that in a form, base64url has - instead"),
    ("%2A", "character * at 43"),
  ])
  func `a verifier in standard base64 is told so`(_ end: String, _ found: String) throws {
    let conversation = Conversation()
    let text = String(repeating: "a", count: 43) + end
    let answer = conversation.redeem(try conversation.code(Wire.provenRequest), "code_verifier=\(text)")
    #expect(answer.refusal?.finding.found?.revealed == found)
    #expect(answer.body == #"{"error":"invalid_grant","error_description":"The authorization grant is invalid."}"#)
  }

  @Test(arguments: [
    (
      Wire.request, "none; not required of workshop-app, though PKCE is recommended to every client (RFC 9700 §2.1.1)"
    ),
    (
      "response_type=code&client_id=named-host",
      "none; not required of named-host, though a public client must use PKCE (RFC 9700 §2.1.1)"
    ),
  ])
  func `a client that goes without is told so`(_ request: String, _ found: String) throws {
    let answer = try Conversation(.samples()).authorize(request)
    #expect(answer.refusal == nil)
    #expect(
      answer.decision.report.results.first { $0.check == .codeChallengePresent }?.finding.found?.revealed == found)
  }

  @Test(arguments: [
    ("S512", "code_challenge_method%20is%20not%20supported."),
    ("s256", "code_challenge_method%20is%20not%20supported."),
    ("plain", "code_challenge_method%20is%20not%20supported."),
  ])
  func `another method is invalid_request`(_ method: String, _ words: String) {
    #expect(
      Self.ask("code_challenge=\(Wire.challenge)&code_challenge_method=\(method)").wire(.location) == """
        HTTP/1.1 303 See Other
        Location: http://127.0.0.1/callback?error=invalid_request&error_description=The%20\(words)\
        &state=xyz&iss=\(Wire.issuer)
        """)
  }

  @Test(arguments: ["", "&code_challenge_method="])
  func `no method means plain and is refused, never read as S256`(_ method: String) {
    for client in ["native-app", "workshop-app"] {
      let answer = Self.ask("code_challenge=\(Wire.challenge)\(method)", client: client)
      #expect(answer.refusal == .codeChallengeMethodMissing)
      #expect(answer.parameter(.error) == "invalid_request")
    }
  }

  @Test func `a method without a challenge is refused, required or not`() {
    #expect(
      Self.ask("code_challenge_method=S256", client: "workshop-app").refusal
        == .codeChallengeMethodWithoutChallenge("S256"))
    #expect(Self.ask("code_challenge_method=S256").refusal?.kind == .codeChallengeMissing)
  }

  @Test(arguments: ["", "code_challenge=", "code_challenge=&code_challenge_method=S256"])
  func `a public client without a challenge is told to send one`(_ rest: String) {
    #expect(
      Self.ask(rest).wire(.location) == """
        HTTP/1.1 303 See Other
        Location: http://127.0.0.1/callback?error=invalid_request\
        &error_description=Parameter%20code_challenge%20is%20missing.&state=xyz&iss=\(Wire.issuer)
        """)
  }

  @Test func `a verifier though no challenge was sent is invalid_request`() throws {
    let conversation = Conversation()
    #expect(
      conversation.redeem(try conversation.code(), "code_verifier=\(Wire.verifier)").wire() == """
        HTTP/1.1 400 Bad Request

        {"error":"invalid_request","error_description":"Parameter code_verifier was sent without a challenge."}
        """)
  }

  @Test func `a challenge is not its own verifier, whatever method the token request names`() throws {
    let conversation = Conversation()
    let code = try conversation.code(Wire.provenRequest)
    let answer = conversation.redeem(code, "code_verifier=\(Wire.challenge)&code_challenge_method=plain")
    guard case .codeVerifierWrong(Wire.challenge, let found, .s256)? = answer.refusal else {
      Issue.record("refused by \(String(describing: answer.refusal))")
      return
    }
    #expect(found != Wire.challenge)
    #expect(answer.errorOnTheWire == "invalid_grant")
  }
}

import AuthorizationServer
import HTTPTypes
import OAuth
import Testing

@Suite struct `RFC 6749 §2.3, §5.2: client authentication` {
  private static let refused = """
    HTTP/1.1 401 Unauthorized
    WWW-Authenticate: Basic realm="oauth-playground"
    Cache-Control: no-store
    Pragma: no-cache

    {"error":"invalid_client","error_description":"Client authentication failed."}
    """

  /// A redemption of workshop-app without its credentials.
  private static func grant(_ code: String) -> String {
    "grant_type=authorization_code&code=\(code)&redirect_uri=\(Wire.callback)"
  }

  @Test(arguments: ["Basic", "basic", "BASIC", "Basic "])
  func `Basic is accepted, its scheme in any case`(_ scheme: String) throws {
    let conversation = Conversation()
    let header = "Authorization: \(scheme) d29ya3Nob3AtYXBwOndvcmtzaG9wLXNlY3JldA=="
    #expect(conversation.token(Self.grant(try conversation.code()), header).status == 200)
  }

  @Test func `a secret in the body is accepted`() throws {
    let conversation = Conversation()
    #expect(conversation.token("\(Self.grant(try conversation.code()))&\(Wire.secret)").status == 200)
  }

  @Test func `client_id may stand beside Basic if it is the same`() throws {
    let conversation = Conversation()
    let body = "\(Self.grant(try conversation.code()))&client_id=workshop-app"
    #expect(conversation.token(body, Wire.basic).status == 200)
    let other = conversation.token("grant_type=a&client_id=other-app", Wire.basic)
    #expect(
      other.wire() == """
        HTTP/1.1 400 Bad Request

        {"error":"invalid_request","error_description":"Two different clients are named."}
        """)
  }

  @Test(arguments: [
    "Basic d29ya3Nob3AtYXBwOndyb25n", "Basic", "Basic d29ya3Nob3AtYXBw", "Basic !!!", "Basic /w==",
    "Basic d29ya3Nob3AtYXBwOndvcmtzaG9wLXNlY3JldA", "Basic d29ya3Nob3AtYXBwOg==", "Basic Og==",
    "Basic bm9ib2R5OndvcmtzaG9wLXNlY3JldA==", "Digest username=\"workshop-app\"", "Bearer abc",
    "d29ya3Nob3AtYXBwOndvcmtzaG9wLXNlY3JldA==",
  ])
  func `whatever is wrong with the header, the answer is the same 401`(_ header: String) throws {
    let conversation = Conversation()
    let code = try conversation.code()
    let answer = conversation.token(Self.grant(code), "Authorization: \(header)")
    #expect(answer.wire(.wwwAuthenticate, .cacheControl, .pragma) == Self.refused)
    #expect(conversation.token(Self.grant(code), Wire.basic).status == 200)
  }

  @Test(arguments: [
    "", "client_id=", "client_id=workshop-app", "client_id=workshop-app&client_secret=",
    "client_id=workshop-app&client_secret=workshop-secre", "client_id=workshop-app&client_secret=workshop-secret%20",
    "client_id=workshop-app&client_secret=Workshop-Secret", "client_id=nobody&client_secret=workshop-secret",
    "client_id=native-app&client_secret=guess", "client_id=other-app&client_secret=workshop-secret",
    "client_secret=workshop-secret",
  ])
  func `whatever is wrong in the body, the answer is the same 401`(_ credentials: String) throws {
    let conversation = Conversation()
    let answer = conversation.token("\(Self.grant(try conversation.code()))&\(credentials)")
    #expect(answer.wire(.wwwAuthenticate, .cacheControl, .pragma) == Self.refused)
  }

  @Test func `two ways in one request are invalid_request`() throws {
    let conversation = Conversation()
    let twice = """
      HTTP/1.1 400 Bad Request

      {"error":"invalid_request","error_description":"The client authenticates itself twice."}
      """
    #expect(conversation.token("grant_type=a&\(Wire.secret)", Wire.basic).wire() == twice)
    #expect(conversation.token("grant_type=a", "\(Wire.basic)\n\(Wire.basic)").wire() == twice)
    #expect(conversation.token("grant_type=a&client_secret=x", "Authorization: Bearer x").wire() == twice)
  }

  /// `app:one 1` with `p%s: w+r&d=/?~`: encoded, in base64, then as they are.
  @Test func `identifier and secret are form-encoded before base64`() throws {
    let conversation = try Conversation(.samples())
    let grant =
      "grant_type=authorization_code&code=\(try conversation.code("response_type=code&client_id=app%3Aone%201"))"
    let raw = Base64Standard.encode("app:one 1:p%s: w+r&d=/?~".utf8)
    #expect(conversation.token(grant, "Authorization: Basic \(raw)").refusal?.kind == .basicCredentialsMalformed)
    let encoded = Base64Standard.encode("app%3Aone+1:p%25s%3A+w%2Br%26d%3D%2F%3F%7E".utf8)
    #expect(conversation.token(grant, "Authorization: Basic \(encoded)").status == 200)
  }

  @Test func `a public client names itself, in the body or with an empty secret`() throws {
    let conversation = Conversation()
    #expect(conversation.token(Wire.nativeRedemption(try conversation.code(Wire.nativeRequest))).status == 200)
    let body = Wire.nativeRedemption(try conversation.code(Wire.nativeRequest))
    #expect(conversation.token(body, "Authorization: Basic bmF0aXZlLWFwcDo=").status == 200)
  }

  @Test func `a public client may redeem only its own codes`() throws {
    let conversation = Conversation()
    let code = try conversation.code()
    let answer = conversation.token("\(Self.grant(code))&client_id=native-app")
    #expect(answer.refusal?.kind == .authorizationCodeOfAnotherClient)
    #expect(answer.errorOnTheWire == "invalid_grant")
  }

  @Test func `guessing secrets never locks the right one out`() throws {
    let conversation = Conversation()
    let code = try conversation.code()
    for guess in 0..<200 {
      let answer = conversation.token("\(Self.grant(code))&client_id=workshop-app&client_secret=\(guess)")
      #expect(answer.refusal?.kind == (guess < 10 ? .clientSecretWrong : .clientThrottled))
    }
    #expect(conversation.redeem(code).status == 200)
  }

  @Test func `a secret that was sent is kept out of logs`() throws {
    let long = String(repeating: "a-long-secret", count: 3)
    let answer = Conversation().token("grant_type=a&client_id=workshop-app&client_secret=\(long)")
    let found = try #require(answer.refusal?.finding.found)
    #expect(found.revealed == long)
    #expect(found.shortened == "a-long…")
  }
}

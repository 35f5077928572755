import AuthorizationServer
import HTTPTypes
import OAuth
import Testing

@Suite struct `RFC 7009: revocation` {
  private static let done = """
    HTTP/1.1 200 OK
    Cache-Control: no-store
    """
  private static let native = "client_id=native-app"

  @Test func `ends an access token at once, and only that`() throws {
    let conversation = Conversation()
    let tokens = try conversation.tokens()
    let answer = conversation.send(
      """
      POST /revoke HTTP/1.1
      Host: 127.0.0.1:8414
      Authorization: Basic d29ya3Nob3AtYXBwOndvcmtzaG9wLXNlY3JldA==
      Content-Type: application/x-www-form-urlencoded

      token=\(tokens.access)&token_type_hint=access_token
      """)
    #expect(answer.wire(.cacheControl, .contentType, .wwwAuthenticate) == Self.done)
    #expect(answer.decision.changes == [.accessTokenRevoked(TokenDigest(tokens.access).beginning)])
    #expect(
      conversation.me("Bearer \(tokens.access)").wire(.wwwAuthenticate) == """
        HTTP/1.1 401 Unauthorized
        WWW-Authenticate: Bearer realm="oauth-playground", error="invalid_token", \
        error_description="The access token is not valid."

        {"error":"invalid_token","error_description":"The access token is not valid."}
        """)
    #expect(conversation.refresh(tokens.refresh).status == 200)
  }

  @Test func `of a refresh token ends its whole grant`() throws {
    let conversation = Conversation()
    let first = try conversation.tokens()
    let second = conversation.refresh(first.refresh)
    let newest = try #require(second.refreshToken)
    let answer = conversation.revoke("token=\(newest)&\(Wire.secret)")
    #expect(answer.wire(.cacheControl, .contentType) == Self.done)
    #expect(answer.decision.changes == [.grantRevoked(1, .revokedByClient)])
    #expect(conversation.refresh(newest).refusal == .refreshTokenRevoked(.revokedByClient, ago: .zero))
    #expect(
      conversation.refresh(newest).wire() == """
        HTTP/1.1 400 Bad Request

        {"error":"invalid_grant","error_description":"The authorization grant is invalid."}
        """)
    for token in [first.access, try #require(second.accessToken)] {
      #expect(conversation.me("Bearer \(token)").refusal == .accessTokenRevoked(.revokedByClient, ago: .zero))
    }
  }

  @Test func `of a refresh token that was replaced ends the grant as well`() throws {
    let conversation = Conversation()
    let old = try conversation.tokens().refresh
    let newest = try #require(conversation.refresh(old).refreshToken)
    #expect(conversation.revoke("token=\(old)&\(Wire.secret)").wire(.cacheControl) == Self.done)
    #expect(conversation.refresh(newest).refusal?.kind == .refreshTokenRevoked)
  }

  @Test func `ends no other grant`() throws {
    let conversation = Conversation()
    let (one, other) = (try conversation.tokens(), try conversation.tokens())
    _ = conversation.revoke("token=\(one.refresh)&\(Wire.secret)")
    #expect(conversation.me("Bearer \(other.access)").status == 200)
    #expect(conversation.refresh(other.refresh).status == 200)
  }

  @Test func `by a public client needs its name only`() throws {
    let conversation = Conversation()
    let answer = conversation.token(Wire.nativeRedemption(try conversation.code(Wire.nativeOfflineRequest)))
    let refresh = try #require(answer.refreshToken)
    #expect(conversation.revoke("token=\(refresh)&\(Self.native)").wire(.cacheControl) == Self.done)
    #expect(conversation.me("Bearer \(try #require(answer.accessToken))").refusal?.kind == .accessTokenRevoked)
  }

  @Test func `of another client's token is refused, and the token lives`() throws {
    let conversation = Conversation()
    let tokens = try conversation.tokens()
    for token in [tokens.access, tokens.refresh] {
      for caller in [Wire.otherSecret, Wire.apiSecret] {
        let answer = conversation.revoke("token=\(token)&\(caller)")
        #expect(
          answer.wire(.cacheControl) == """
            HTTP/1.1 400 Bad Request
            Cache-Control: no-store

            {"error":"invalid_grant","error_description":"The token is not the client's."}
            """)
        #expect(answer.decision.changes.isEmpty)
      }
    }
    #expect(conversation.me("Bearer \(tokens.access)").status == 200)
    #expect(conversation.refresh(tokens.refresh).status == 200)
  }

  /// Decision D11: an error would tell whoever guesses that the token is real.
  @Test func `of another client's token by a public client looks done, and the token lives`() throws {
    let conversation = Conversation()
    let tokens = try conversation.tokens()
    for token in [tokens.access, tokens.refresh] {
      let answer = conversation.revoke("token=\(token)&\(Self.native)")
      #expect(answer.refusal?.kind == .tokenOfAnotherClient)
      #expect(answer.response == conversation.revoke("token=nonsense&\(Self.native)").response)
      #expect(answer.decision.changes.isEmpty)
    }
    #expect(conversation.me("Bearer \(tokens.access)").status == 200)
    #expect(conversation.refresh(tokens.refresh).status == 200)
  }

  @Test(arguments: ["nonsense", "%7F", "%E2%84%AA", String(repeating: "a", count: 5000)])
  func `of a token nobody issued is done`(_ token: String) {
    let answer = Conversation().revoke("token=\(token)&\(Wire.secret)")
    #expect(answer.wire(.cacheControl, .contentType) == Self.done)
    #expect(answer.refusal == nil)
    #expect(answer.decision.changes.isEmpty)
  }

  @Test func `of a token that is dead already is done, again and again`() throws {
    let conversation = Conversation()
    let tokens = try conversation.tokens()
    for token in [tokens.access, tokens.access, tokens.refresh, tokens.refresh] {
      #expect(conversation.revoke("token=\(token)&\(Wire.secret)").wire(.cacheControl) == Self.done)
      conversation.advance(.seconds(1))
    }
    let me = conversation.me("Bearer \(tokens.access)")
    #expect(me.refusal == .accessTokenRevoked(.revokedByClient, ago: .seconds(4)), "since the first time")
    let late = try conversation.tokens()
    conversation.advance(.seconds(1_209_600))
    for token in [late.access, late.refresh] {
      #expect(conversation.revoke("token=\(token)&\(Wire.secret)").wire(.cacheControl) == Self.done)
    }
  }

  @Test func `leaves an authorization code alone`() throws {
    let conversation = Conversation()
    let code = try conversation.code()
    #expect(conversation.revoke("token=\(code)&\(Wire.secret)").wire(.cacheControl) == Self.done)
    #expect(conversation.redeem(code).status == 200)
  }

  @Test(arguments: ["access_token", "refresh_token", "foo", "", "%7F"])
  func `takes a hint for a hint`(_ hint: String) throws {
    let conversation = Conversation()
    let tokens = try conversation.tokens()
    for token in [tokens.access, tokens.refresh] {
      let answer = conversation.revoke("token=\(token)&token_type_hint=\(hint)&\(Wire.secret)")
      #expect(answer.wire(.cacheControl) == Self.done)
    }
    #expect(conversation.me("Bearer \(tokens.access)").status == 401)
    #expect(conversation.refresh(tokens.refresh).status == 400)
  }

  @Test(arguments: ["", "client_id=workshop-app", "client_id=workshop-app&client_secret=wrong", "client_id=nobody"])
  func `by nobody in particular is refused, and the token lives`(_ client: String) throws {
    let conversation = Conversation()
    let token = try conversation.accessToken()
    #expect(
      conversation.revoke("token=\(token)&\(client)").wire(.wwwAuthenticate) == """
        HTTP/1.1 401 Unauthorized
        WWW-Authenticate: Basic realm="oauth-playground"

        {"error":"invalid_client","error_description":"Client authentication failed."}
        """)
    #expect(conversation.me("Bearer \(token)").status == 200)
  }

  /// RFC 7009 §2.3: a script tag on any page can send a GET.
  @Test(arguments: ["GET", "HEAD", "PUT", "DELETE"])
  func `is a POST`(_ method: String) throws {
    let conversation = Conversation()
    let token = try conversation.accessToken()
    let answer = conversation.send(
      "\(method) /revoke?token=\(token)&\(Wire.secret)&callback=f HTTP/1.1\nHost: 127.0.0.1:8414")
    #expect(
      answer.wire(.allow) == """
        HTTP/1.1 405 Method Not Allowed
        Allow: POST

        {"error":"invalid_request","error_description":"This endpoint takes another method."}
        """)
    #expect(conversation.me("Bearer \(token)").status == 200)
  }

  @Test func `has its token in a form body, once`() throws {
    let conversation = Conversation()
    let token = try conversation.accessToken()
    for rest in ["", "&token=", "&access_token=\(token)"] {
      #expect(
        conversation.revoke("\(Wire.secret)\(rest)").wire() == """
          HTTP/1.1 400 Bad Request

          {"error":"invalid_request","error_description":"Parameter token is missing."}
          """)
    }
    let twice = conversation.revoke("token=\(token)&token=a&\(Wire.secret)")
    #expect(twice.refusal == .parameterRepeated(.token, times: 2))
    let head = "HTTP/1.1\nHost: 127.0.0.1:8414\n\(Wire.basic)\nContent-Type:"
    let json = conversation.send("POST /revoke \(head) application/json\n\n{\"token\":\"\(token)\"}")
    #expect(json.refusal == .mediaTypeNotForm("application/json"))
    #expect(json.status == 400)
    let uri = conversation.send(
      "POST /revoke?token=\(token) \(head) application/x-www-form-urlencoded\n\ntoken=\(token)")
    #expect(uri.refusal == .credentialsInURI(.token))
    #expect(conversation.me("Bearer \(token)").status == 200)
  }

  @Test func `that cannot reach access tokens says so, and they live`() throws {
    let conversation = Conversation { $0.accessTokenRevocation = false }
    let tokens = try conversation.tokens()
    #expect(
      conversation.revoke("token=\(tokens.access)&\(Wire.secret)").wire() == """
        HTTP/1.1 400 Bad Request

        {"error":"unsupported_token_type","error_description":"Access tokens cannot be revoked."}
        """)
    #expect(conversation.revoke("token=nonsense&\(Wire.secret)").status == 200)
    #expect(conversation.revoke("token=\(tokens.refresh)&\(Wire.secret)").wire(.cacheControl) == Self.done)
    #expect(conversation.refresh(tokens.refresh).refusal?.kind == .refreshTokenRevoked)
    #expect(conversation.me("Bearer \(tokens.access)").status == 200)
    #expect(conversation.introspect("token=\(tokens.access)&\(Wire.apiSecret)").body.hasPrefix("{\"active\":true"))
  }

  @Test func `once done is not undone by a change of the policy`() throws {
    let conversation = Conversation()
    let (one, other) = (try conversation.tokens(), try conversation.tokens())
    _ = conversation.revoke("token=\(one.access)&\(Wire.secret)")
    _ = conversation.revoke("token=\(other.refresh)&\(Wire.secret)")
    conversation.server.policy.accessTokenRevocation = false
    for token in [one.access, other.access] { #expect(conversation.me("Bearer \(token)").status == 401) }
  }
}

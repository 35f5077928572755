import AuthorizationServer
import HTTPTypes
import OAuth
import Testing

@Suite struct `RFC 7662: introspection` {
  private static let inactive = """
    HTTP/1.1 200 OK
    Content-Type: application/json
    Cache-Control: no-store

    {"active":false}
    """

  @Test func `tells a resource server about an access token`() throws {
    let conversation = Conversation()
    let token = try conversation.accessToken()
    conversation.advance(.seconds(60))
    let answer = conversation.send(
      """
      POST /introspect HTTP/1.1
      Host: 127.0.0.1:8414
      Authorization: Basic YXBpOmFwaS1zZWNyZXQ=
      Content-Type: application/x-www-form-urlencoded

      token=\(token)&token_type_hint=access_token
      """)
    #expect(
      answer.wire(.contentType, .cacheControl, .pragma, .xContentTypeOptions) == """
        HTTP/1.1 200 OK
        Content-Type: application/json
        Cache-Control: no-store
        Pragma: no-cache
        X-Content-Type-Options: nosniff

        {"active":true,"scope":"profile email","client_id":"workshop-app","username":"alice","token_type":"Bearer",\
        "exp":1800003600,"iat":1800000000,"sub":"alice","aud":"http://127.0.0.1:8414","iss":"http://127.0.0.1:8414"}
        """)
    #expect(answer.decision.changes.isEmpty)
  }

  @Test func `tells a client about its own tokens`() throws {
    let conversation = Conversation()
    let tokens = try conversation.tokens()
    let access = conversation.introspect("token=\(tokens.access)&\(Wire.secret)")
    #expect(access.body.hasPrefix(#"{"active":true,"scope":"profile email offline_access","#))
    let refresh = conversation.introspect("token=\(tokens.refresh)&\(Wire.secret)")
    #expect(
      refresh.wire() == """
        HTTP/1.1 200 OK

        {"active":true,"scope":"profile email offline_access","client_id":"workshop-app","username":"alice",\
        "exp":1801209600,"iat":1800000000,"sub":"alice","aud":"http://127.0.0.1:8414","iss":"http://127.0.0.1:8414"}
        """)
  }

  @Test func `names the client as the subject where it acts in its own name`() throws {
    let conversation = Conversation()
    let token = try #require(conversation.token("grant_type=client_credentials&\(Wire.jobSecret)").accessToken)
    #expect(
      conversation.introspect("token=\(token)&\(Wire.apiSecret)").wire() == """
        HTTP/1.1 200 OK

        {"active":true,"scope":"read","client_id":"nightly-job","token_type":"Bearer","exp":1800003600,\
        "iat":1800000000,"sub":"nightly-job","aud":"http://127.0.0.1:8414","iss":"http://127.0.0.1:8414"}
        """)
  }

  @Test func `shows the narrowed scope of the one and the full scope of the other`() throws {
    let conversation = Conversation()
    let answer = conversation.refresh(try conversation.tokens().refresh, "scope=email")
    let scopes = try [answer.accessToken, answer.refreshToken].map { token in
      let answer = conversation.introspect("token=\(try #require(token))&\(Wire.secret)")
      return try JSON(parsing: answer.response.body)["scope"]?.string
    }
    #expect(scopes == ["email", "profile email offline_access"])
  }

  /// Why a token is not active is nobody's business: each row names a reason, and every answer is the same.
  @Test(arguments: Inactive.all)
  func `says no more than that a token is not active`(_ row: Inactive) throws {
    let conversation = try Conversation(.withForeignServer())
    let answer = conversation.introspect(try row.request(conversation))
    #expect(answer.refusal?.kind == row.kind)
    #expect(answer.wire(.contentType, .cacheControl) == Self.inactive)
    #expect(answer.decision.changes.isEmpty)
  }

  @Test func `serves a resource server of the right audience`() throws {
    let conversation = try Conversation(.withForeignServer())
    let token = try conversation.accessToken()
    let own = conversation.introspect("token=\(token)&client_id=own-api&client_secret=own")
    #expect(own.body.hasPrefix(#"{"active":true,"#))
    #expect(conversation.introspect("token=\(token)&client_id=far-api&client_secret=far").body == #"{"active":false}"#)
  }

  @Test func `holds a token for active until a nanosecond before its end`() throws {
    let conversation = Conversation()
    let tokens = try conversation.tokens()
    func isActive(_ token: String, at seconds: Int) -> Bool {
      let start = conversation.now
      conversation.now = start + .seconds(seconds) - .nanoseconds(1)
      let before = conversation.introspect("token=\(token)&\(Wire.secret)").body.hasPrefix(#"{"active":true,"#)
      conversation.now = start + .seconds(seconds)
      let after = conversation.introspect("token=\(token)&\(Wire.secret)").body == #"{"active":false}"#
      conversation.now = start
      return before && after
    }
    #expect(isActive(tokens.access, at: 3600))
    #expect(isActive(tokens.refresh, at: 1_209_600))
  }

  @Test func `holds a replaced refresh token for active where it still works`() throws {
    func isActive(after pause: Duration, _ policy: (inout Policy) -> Void) throws -> Bool {
      let conversation = Conversation(policy: policy)
      let token = try conversation.tokens().refresh
      _ = conversation.refresh(token)
      conversation.advance(pause)
      let isActive = conversation.introspect("token=\(token)&\(Wire.secret)").body != #"{"active":false}"#
      #expect(isActive == (conversation.refresh(token).status == 200))
      return isActive
    }
    #expect(try !isActive(after: .zero) { _ in })
    #expect(try isActive(after: .seconds(9)) { $0.refreshTokenGrace = .seconds(10) })
    #expect(try !isActive(after: .seconds(10)) { $0.refreshTokenGrace = .seconds(10) })
    #expect(try isActive(after: .seconds(60)) { $0.refreshTokenReuse = .allow })
    #expect(try !isActive(after: .seconds(60)) { $0.refreshTokenReuse = .refuse })
  }

  @Test func `says no to a token whose resource owner is gone, as the protected resource does`() throws {
    let conversation = Conversation { $0.accessTokenRevocation = false }
    let token = try conversation.accessToken()
    try #require(conversation.removeResourceOwner("alice"))
    let answer = conversation.introspect("token=\(token)&\(Wire.apiSecret)")
    #expect(answer.body == #"{"active":false}"#)
    #expect(answer.refusal == .resourceOwnerGone(username: "alice"))
    #expect(conversation.me("Bearer \(token)").status == 401)
  }

  @Test(arguments: ["access_token", "refresh_token", "foo", ""])
  func `takes a hint for a hint`(_ hint: String) throws {
    let conversation = Conversation()
    let tokens = try conversation.tokens()
    for token in [tokens.access, tokens.refresh] {
      let plain = conversation.introspect("token=\(token)&\(Wire.secret)")
      #expect(plain.body.hasPrefix(#"{"active":true,"#))
      #expect(conversation.introspect("token=\(token)&token_type_hint=\(hint)&\(Wire.secret)").body == plain.body)
    }
  }

  @Test(arguments: [
    ("", "Client authentication failed."), ("client_id=api", "Client authentication failed."),
    ("client_id=api&client_secret=wrong", "Client authentication failed."),
    ("client_id=nobody", "Client authentication failed."),
    ("client_id=native-app", "The client may not introspect."), ("client_id=tv-app", "The client may not introspect."),
  ])
  func `is for callers who prove who they are`(_ caller: String, _ text: String) throws {
    let conversation = Conversation()
    let token = try conversation.accessToken()
    for token in [token, "nonsense"] {
      #expect(
        conversation.introspect("token=\(token)&\(caller)").wire(.wwwAuthenticate, .cacheControl) == """
          HTTP/1.1 401 Unauthorized
          WWW-Authenticate: Basic realm="oauth-playground"
          Cache-Control: no-store

          {"error":"invalid_client","error_description":"\(text)"}
          """)
    }
    #expect(conversation.introspect("token=\(token)", "Authorization: Bearer \(token)").status == 401)
  }

  @Test func `of a public client's token by that client is refused too`() throws {
    let conversation = Conversation()
    let answer = conversation.token(Wire.nativeRedemption(try conversation.code(Wire.nativeRequest)))
    let own = conversation.introspect("token=\(try #require(answer.accessToken))&client_id=native-app")
    #expect(own.refusal?.kind == .callerNotAllowed)
  }

  @Test(arguments: ["GET", "HEAD", "PUT"])
  func `is a POST`(_ method: String) throws {
    let conversation = Conversation()
    let answer = conversation.send(
      "\(method) /introspect?token=\(try conversation.accessToken())&\(Wire.apiSecret) HTTP/1.1\nHost: 127.0.0.1:8414")
    #expect(
      answer.wire(.allow) == """
        HTTP/1.1 405 Method Not Allowed
        Allow: POST

        {"error":"invalid_request","error_description":"This endpoint takes another method."}
        """)
  }

  @Test func `has its token in a form body, once`() throws {
    let conversation = Conversation()
    let token = try conversation.accessToken()
    for rest in ["", "&token=", "&access_token=\(token)"] {
      #expect(
        conversation.introspect("\(Wire.apiSecret)\(rest)").wire() == """
          HTTP/1.1 400 Bad Request

          {"error":"invalid_request","error_description":"Parameter token is missing."}
          """)
    }
    let twice = conversation.introspect("token=\(token)&token=\(token)&\(Wire.apiSecret)")
    #expect(twice.refusal == .parameterRepeated(.token, times: 2))
    let head = "HTTP/1.1\nHost: 127.0.0.1:8414\nAuthorization: Basic YXBpOmFwaS1zZWNyZXQ=\nContent-Type:"
    let json = conversation.send("POST /introspect \(head) application/json\n\n{\"token\":\"\(token)\"}")
    #expect(json.refusal == .mediaTypeNotForm("application/json"))
    let uri = conversation.send("POST /introspect?token=\(token) \(head) application/x-www-form-urlencoded\n\n")
    #expect(uri.refusal == .credentialsInURI(.token))
  }
}

extension Directory {
  /// The demonstration parties, a resource server of this server's audience and one of another's.
  fileprivate static func withForeignServer() throws -> Directory {
    func server(_ name: String, _ secret: String, _ audience: String) throws -> RegisteredClient {
      var server = RegisteredClient(
        identifier: try #require(ClientIdentifier(name)), type: .resourceServer, secret: secret, grants: [])
      server.audience = audience
      return server
    }
    return Directory(
      clients: demonstration.clients + [
        try server("own-api", "own", "http://127.0.0.1:8414"), try server("far-api", "far", "https://api.example/"),
      ],
      resourceOwners: demonstration.resourceOwners)
  }
}

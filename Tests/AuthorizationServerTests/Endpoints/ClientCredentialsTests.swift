import AuthorizationServer
import HTTPTypes
import OAuth
import Testing

@Suite struct `RFC 6749 §4.4: client credentials` {
  private static let request = "grant_type=client_credentials&\(Wire.jobSecret)"

  @Test func `a client gets a token in its own name, and no refresh token`() {
    let answer = Conversation().send(
      """
      POST /token HTTP/1.1
      Host: 127.0.0.1:8414
      Authorization: Basic bmlnaHRseS1qb2I6bmlnaHRseS1zZWNyZXQ=
      Content-Type: application/x-www-form-urlencoded

      grant_type=client_credentials&scope=read
      """)
    #expect(
      answer.wire(.contentType, .cacheControl, .pragma) == """
        HTTP/1.1 200 OK
        Content-Type: application/json
        Cache-Control: no-store
        Pragma: no-cache

        {"access_token":"RANDOM","token_type":"Bearer","expires_in":3600,"scope":"read"}
        """)
  }

  @Test func `a client that may refresh gets no refresh token here either, whatever the policy`() throws {
    let client = RegisteredClient(
      identifier: try #require(ClientIdentifier("both")), type: .confidential, secret: "s",
      grants: [.clientCredentials, .refreshToken], scope: Scope(["profile", "offline_access"]))
    let conversation = Conversation(Directory(clients: [client], resourceOwners: [])) {
      $0.refreshTokenIssuance = .always
    }
    let answer = conversation.token(
      "grant_type=client_credentials&scope=profile%20offline_access&client_id=both&client_secret=s")
    #expect(answer.status == 200)
    #expect(answer.refreshToken == nil)
    #expect(conversation.server.state.refreshTokens.count == 0)
  }

  @Test(arguments: [
    ("", "read"), ("&scope=", "read"), ("&scope=read", "read"), ("&scope=read%20bogus", "read"),
    ("&scope=profile%20read", "read"),
  ])
  func `the scope is what the client is registered for, and the answer names it`(_ asked: String, _ granted: String)
    throws
  {
    let answer = Conversation().token("\(Self.request)\(asked)")
    #expect(try JSON(parsing: answer.response.body)["scope"] == .string(granted))
  }

  @Test func `the default scope counts where the client may have it`() throws {
    let conversation = try Conversation(.samples())
    let answer = conversation.token("grant_type=client_credentials&client_id=batch&client_secret=batch-secret")
    #expect(try JSON(parsing: answer.response.body)["scope"] == "profile")
  }

  @Test(arguments: [
    ("profile", Refusal.Kind.scopeNotAllowed, "The client may not ask for this scope."),
    ("READ", .scopeNotAllowed, "The client may not ask for this scope."),
    ("read%20", .scopeMalformed, "The scope is malformed."),
  ])
  func `a scope of which nothing is left is refused`(_ scope: String, _ kind: Refusal.Kind, _ text: String) {
    let answer = Conversation().token("\(Self.request)&scope=\(scope)")
    #expect(answer.refusal?.kind == kind)
    #expect(
      answer.wire() == """
        HTTP/1.1 400 Bad Request

        {"error":"invalid_scope","error_description":"\(text)"}
        """)
  }

  @Test(arguments: [
    ("client_id=public-job", Refusal.Kind.clientNotConfidential), ("client_id=native-app", .grantTypeNotAllowed),
    (Wire.secret, .grantTypeNotAllowed), (Wire.apiSecret, .grantTypeNotAllowed),
  ])
  func `a public client, and one without the grant, is unauthorized`(_ client: String, _ kind: Refusal.Kind) throws {
    let answer = try Conversation(.samples()).token("grant_type=client_credentials&\(client)")
    #expect(answer.refusal?.kind == kind)
    #expect(
      answer.wire() == """
        HTTP/1.1 400 Bad Request

        {"error":"unauthorized_client","error_description":"The client may not use this grant."}
        """)
  }

  @Test(arguments: [
    "client_id=nightly-job", "client_id=nightly-job&client_secret=wrong", "", "client_id=public-job&client_secret=s",
  ])
  func `a client that does not prove who it is gets nothing`(_ client: String) throws {
    let conversation = try Conversation(.samples())
    let answer = conversation.token("grant_type=client_credentials&\(client)")
    #expect(
      answer.wire(.wwwAuthenticate) == """
        HTTP/1.1 401 Unauthorized
        WWW-Authenticate: Basic realm="oauth-playground"

        {"error":"invalid_client","error_description":"Client authentication failed."}
        """)
    #expect(conversation.server.state.accessTokens.count == 0)
  }

  @Test func `the token opens what its scope opens, until it expires`() throws {
    let conversation = Conversation()
    let token = try #require(conversation.token(Self.request).accessToken)
    #expect(conversation.me("Bearer \(token)").refusal?.kind == .scopeInsufficient)
    conversation.advance(.seconds(3600))
    #expect(
      conversation.me("Bearer \(token)").refusal == .accessTokenExpired(by: .zero, lifetime: .seconds(3600)))
  }

  @Test func `no profile is told to a client that speaks for itself`() throws {
    let conversation = try Conversation(.samples())
    let token = try #require(
      conversation.token("grant_type=client_credentials&client_id=batch&client_secret=batch-secret").accessToken)
    let answer = conversation.me("Bearer \(token)")
    #expect(answer.refusal?.kind == .resourceOwnerAbsent)
    #expect(
      answer.wire(.wwwAuthenticate, .cacheControl) == """
        HTTP/1.1 403 Forbidden
        WWW-Authenticate: Bearer realm="oauth-playground", error="insufficient_scope", error_description="The access \
        token is not for this."
        Cache-Control: no-store

        {"error":"insufficient_scope","error_description":"The access token is not for this."}
        """)
    conversation.advance(.seconds(3600))
    #expect(conversation.me("Bearer \(token)").refusal?.kind == .accessTokenExpired)
  }

  /// RFC 9700 §4.15, RFC 9068 §5.
  @Test(arguments: [Policy.AccessTokenFormat.opaque, .jwt])
  func `a client is not taken for a resource owner of the same name`(_ format: Policy.AccessTokenFormat) throws {
    let alice = RegisteredClient(
      identifier: try #require(ClientIdentifier("alice")), type: .confidential, secret: "s",
      grants: [.clientCredentials], scope: Scope(["profile"]))
    let parties = Directory(
      clients: Directory.demonstration.clients + [alice], resourceOwners: Directory.demonstration.resourceOwners)
    let conversation = Conversation(parties) { $0.accessTokenFormat = format }
    let body = "grant_type=client_credentials&client_id=alice&client_secret=s"
    let subjects = try [conversation.token(body).accessToken, conversation.accessToken()].map { token in
      let token = try #require(token)
      let told = try JSON(parsing: conversation.introspect("token=\(token)&\(Wire.apiSecret)").response.body)
      let signed = JSONWebSignature(parsing: token)?.claims
      #expect(format == .opaque || signed?["sub"] == told["sub"])
      return told["sub"]?.string
    }
    #expect(subjects == ["client:alice", "alice"])
    _ = conversation.removeResourceOwner("alice")
    let later = try #require(conversation.token(body).accessToken)
    #expect(conversation.introspect("token=\(later)&\(Wire.apiSecret)").body.contains(#""sub":"client:alice""#))
  }

  @Test func `each token has a grant of its own`() throws {
    let conversation = Conversation()
    let tokens = try (0..<2).map { _ in try #require(conversation.token(Self.request).accessToken) }
    _ = conversation.revoke("token=\(tokens[0])&\(Wire.jobSecret)")
    let active = tokens.map { conversation.introspect("token=\($0)&\(Wire.apiSecret)").body.contains("true") }
    #expect(active == [false, true])
  }
}

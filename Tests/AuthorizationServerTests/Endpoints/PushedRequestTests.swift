import AuthorizationServer
import HTTPTypes
import OAuth
import Testing

extension Conversation {
  /// Pushes an authorization request.
  func push(_ body: String, _ header: String? = nil) -> Answer {
    send(
      """
      POST /par HTTP/1.1
      Host: 127.0.0.1:8414
      Content-Type: application/x-www-form-urlencoded\(header.map { "\n" + $0 } ?? "")

      \(body)
      """)
  }

  /// The query that names a request of workshop-app which was pushed just now.
  func pushedQuery(_ body: String = "\(Wire.request)&client_secret=workshop-secret") throws -> String {
    let uri = try #require(try JSON(parsing: push(body).response.body)["request_uri"]?.string)
    return "client_id=workshop-app&request_uri=\(PercentCoding.encode(uri))"
  }
}

@Suite struct `RFC 9126` {
  private static let right = "\(Wire.request)&client_secret=workshop-secret"

  private static func refused(_ error: String, _ description: String) -> String {
    """
    HTTP/1.1 400 Bad Request
    Content-Type: application/json
    Cache-Control: no-store

    {"error":"\(error)","error_description":"\(description)"}
    """
  }

  @Test func `§2.2 a pushed request gets a name that is good for a minute`() {
    let answer = Conversation().push(Self.right)
    #expect(
      answer.wire(.contentType, .cacheControl, .pragma) == """
        HTTP/1.1 201 Created
        Content-Type: application/json
        Cache-Control: no-store
        Pragma: no-cache

        {"request_uri":"urn:ietf:params:oauth:request_uri:RANDOM","expires_in":60}
        """)
    #expect(answer.decision.changes.map(\.name) == ["authorizationRequest.pushed"])
  }

  @Test func `§4 the name leads to a code that is bound to what was pushed`() throws {
    let conversation = Conversation()
    let query = try conversation.pushedQuery()
    let answer = try conversation.approve(query)
    #expect(
      answer.wire(.location) == """
        HTTP/1.1 303 See Other
        Location: http://127.0.0.1:8252/callback?code=RANDOM&state=xyz&iss=\(Wire.issuer)
        """)
    let token = conversation.redeem(try #require(answer.parameter(.code)))
    #expect(try JSON(parsing: token.response.body)["scope"] == "profile email")
  }

  @Test func `§2.1 Basic does as well, and the request need not repeat client_id`() throws {
    let conversation = Conversation()
    let answer = conversation.push("response_type=code&redirect_uri=\(Wire.callback)&state=b", Wire.basic)
    let uri = try #require(try JSON(parsing: answer.response.body)["request_uri"]?.string)
    let query = "client_id=workshop-app&request_uri=\(PercentCoding.encode(uri))"
    #expect(try conversation.approve(query).parameter(.state) == "b")
  }

  @Test func `§2.1 a public client names itself`() throws {
    let conversation = Conversation()
    let answer = conversation.push(Wire.nativeRequest)
    let uri = try #require(try JSON(parsing: answer.response.body)["request_uri"]?.string)
    let code = try conversation.code("client_id=native-app&request_uri=\(PercentCoding.encode(uri))")
    #expect(conversation.token(Wire.nativeRedemption(code)).status == 200)
  }

  @Test(arguments: [Wire.request, "\(Wire.request)&client_secret=wrong", "response_type=code", "client_id=nobody"])
  func `§2.1 a client that cannot prove who it is is refused as at the token endpoint`(_ body: String) {
    #expect(
      Conversation().push(body).wire(.wwwAuthenticate, .cacheControl) == """
        HTTP/1.1 401 Unauthorized
        WWW-Authenticate: Basic realm="oauth-playground"
        Cache-Control: no-store

        {"error":"invalid_client","error_description":"Client authentication failed."}
        """)
  }

  @Test func `§2.1 request_uri cannot be pushed`() {
    let answer = Conversation().push("\(Self.right)&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3Aabc")
    #expect(
      answer.wire(.contentType, .cacheControl)
        == Self.refused("invalid_request", "Parameter request_uri must not be pushed."))
  }

  @Test(arguments: [
    (
      "redirect_uri=https%3A%2F%2Fevil.example", "invalid_request",
      "The redirection URI is not registered for this client."
    ),
    ("redirect_uri=%2Fcallback", "invalid_request", "The redirection URI is not registered for this client."),
    ("redirect_uri=\(Wire.callback)&scope=bogus", "invalid_scope", "The client may not ask for this scope."),
    ("response_mode=bogus", "invalid_request", "The response_mode is not supported."),
    ("code_challenge_method=S256", "invalid_request", "Parameter code_challenge is missing."),
    ("scope=%22", "invalid_scope", "The scope is malformed."),
  ])
  func `§2.3 whatever the authorization endpoint would refuse is refused as JSON`(
    _ rest: String, _ error: String, _ description: String
  ) {
    let answer = Conversation().push("response_type=code&\(Wire.secret)&\(rest)")
    #expect(answer.wire(.contentType, .location, .cacheControl) == Self.refused(error, description))
  }

  @Test func `§2.3 so is another response type, and a request object`() {
    let conversation = Conversation()
    #expect(conversation.push("response_type=token&\(Wire.secret)").errorOnTheWire == "unsupported_response_type")
    #expect(conversation.push("\(Wire.secret)").refusal == .responseTypeMissing)
    #expect(conversation.push("\(Self.right)&request=eyJ").errorOnTheWire == "request_not_supported")
    #expect(conversation.push("\(Self.right)&state=a").refusal == .parameterRepeated(.state, times: 2))
    #expect(conversation.server.state.pushedRequests.count == 0)
  }

  @Test(arguments: ["GET", "HEAD", "PUT"])
  func `§2.3 other methods are refused`(_ method: String) {
    let answer = Conversation().send("\(method) /par HTTP/1.1\nHost: 127.0.0.1:8414")
    #expect(answer.wire(.allow).hasPrefix("HTTP/1.1 405 Method Not Allowed\nAllow: POST\n"))
  }

  @Test func `§2.3 when too many wait, the next is told to come back`() {
    let conversation = Conversation()
    for _ in 0..<ServerLimits.pushedRequests { #expect(conversation.push(Wire.nativeRequest).status == 201) }
    #expect(
      conversation.push(Self.right).wire(.retryAfter).hasPrefix("HTTP/1.1 429 Too Many Requests\nRetry-After: 60\n"))
    conversation.advance(.seconds(120))
    #expect(conversation.push(Self.right).status == 201)
    #expect(conversation.server.state.pushedRequests.count == 1)
  }

  @Test func `§7.1 names have 256 bits and never repeat`() {
    let conversation = Conversation()
    let names = (0..<500).compactMap { _ in
      (try? JSON(parsing: conversation.push(Self.right).response.body))?["request_uri"]?.string
    }
    #expect(Set(names).count == 500)
    #expect(names.allSatisfy { Base64URL.decode($0.dropFirst(PushedRequest.prefix.count))?.count == 32 })
  }

  @Test func `§2.2 another client cannot use the name`() throws {
    let conversation = Conversation()
    let query = try conversation.pushedQuery().replacing("workshop-app", with: "other-app")
    let answer = conversation.authorize(query)
    #expect(answer.refusal?.kind == .pushedRequestOfAnotherClient)
    #expect(answer.status == 400)
    #expect(answer[.location] == nil)
    #expect(answer.errorOnTheWire == "invalid_request_uri")
  }

  @Test func `§4 at the instant of its expiry a name has expired`() throws {
    let conversation = Conversation()
    let query = try conversation.pushedQuery()
    conversation.advance(.seconds(60))
    #expect(conversation.authorize(query).refusal == .pushedRequestExpired(by: .zero, lifetime: .seconds(60)))
    let other = try conversation.pushedQuery()
    conversation.advance(.milliseconds(59_999))
    #expect(conversation.authorize(other).status == 200)
  }

  @Test func `§7.3 a name works once, and a refused try does not use it up`() throws {
    let conversation = Conversation()
    let query = try conversation.pushedQuery()
    _ = conversation.authorize(query.replacing("workshop-app", with: "other-app"))
    #expect(conversation.authorize(query).decision.changes.map(\.name) == ["pushedRequest.used"])
    let again = conversation.authorize(query)
    #expect(again.refusal == .pushedRequestAlreadyUsed(ago: .zero))
    #expect(again.errorOnTheWire == "invalid_request_uri")
  }

  @Test func `§4 what stands beside the name in the browser changes nothing`() throws {
    let conversation = Conversation()
    let query = try conversation.pushedQuery()
    let answer = try conversation.approve(
      "\(query)&scope=read&state=evil&redirect_uri=https%3A%2F%2Fevil.example&response_mode=fragment&scope=email")
    #expect(
      answer.wire(.location) == """
        HTTP/1.1 303 See Other
        Location: http://127.0.0.1:8252/callback?code=RANDOM&state=xyz&iss=\(Wire.issuer)
        """)
    let token = conversation.redeem(try #require(answer.parameter(.code)))
    #expect(try JSON(parsing: token.response.body)["scope"] == "profile email")
  }

  @Test func `§4 a name without client_id, twice, or of somebody else's making is refused`() throws {
    let conversation = Conversation()
    let query = try conversation.pushedQuery()
    let uri = query.dropFirst("client_id=workshop-app&".count)
    #expect(conversation.authorize(String(uri)).refusal == .clientIdentifierMissing)
    #expect(conversation.authorize("\(query)&\(uri)").refusal?.kind == .parameterRepeated)
    let foreign = conversation.authorize("\(Wire.request)&request_uri=https%3A%2F%2Fclient.example%2Frequest")
    #expect(foreign.parameter(.error) == "request_uri_not_supported")
  }

  @Test func `§4, §6 a client that must push cannot do without`() throws {
    var clients = Directory.demonstration.clients
    clients[0].requiresPushedAuthorizationRequests = true
    let conversation = Conversation(Directory(clients: clients, resourceOwners: Directory.demonstration.resourceOwners))
    #expect(
      conversation.authorize(Wire.request).wire(.location) == """
        HTTP/1.1 303 See Other
        Location: http://127.0.0.1:8252/callback?error=invalid_request\
        &error_description=The%20client%20must%20push%20its%20authorization%20requests.&state=xyz&iss=\(Wire.issuer)
        """)
    #expect(try conversation.approve(conversation.pushedQuery()).parameter(.code) != nil)
  }

  @Test func `the secret is not kept`() throws {
    let conversation = Conversation()
    _ = conversation.push(Self.right)
    let kept = try #require(conversation.server.state.pushedRequests.values.first)
    #expect(kept.parameters[.clientSecret] == nil)
    #expect(kept.parameters[.state] == "xyz")
  }

  @Test func `§5 the metadata names the endpoint`() {
    let json = Conversation().server.metadata.json
    #expect(json["pushed_authorization_request_endpoint"] == "http://127.0.0.1:8414/par")
  }

  @Test func `the order of checks is that of both endpoints`() {
    #expect(
      Conversation().push(Self.right).checks == [
        "hostOwn", "methodAllowed", "mediaTypeForm", "credentialsNotInURI", "requestDecodable", "parametersSentOnce",
        "clientAuthenticationSingle", "clientAuthenticationReadable", "clientIdentified", "clientKnown",
        "clientAuthenticated", "clientAuthenticationMethodRegistered", "requestURINotPushed", "redirectionURIPresent",
        "redirectionURIWellFormed", "redirectionURIRegistered", "responseModeSupported", "requestObjectAbsent",
        "responseTypePresent", "responseTypeSupported", "responseTypeAllowed", "stateAcceptable", "scopeWellFormed",
        "scopeAllowed", "codeChallengePresent", "codeChallengeMethodSupported", "codeChallengeWellFormed",
        "promptUnderstood",
        "maxAgeWellFormed", "nonceAcceptable", "idTokenHintValid", "roomLeft",
      ])
  }
}

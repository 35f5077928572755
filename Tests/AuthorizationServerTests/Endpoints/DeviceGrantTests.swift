import AuthorizationServer
import HTTPTypes
import OAuth
import Testing

@Suite struct `RFC 8628` {
  private static let host = "Host: 127.0.0.1:8414"

  private static func refused(_ error: String, _ description: String) -> String {
    """
    HTTP/1.1 400 Bad Request
    Cache-Control: no-store

    {"error":"\(error)","error_description":"\(description)"}
    """
  }

  @Test func `§3.2 a device is told two codes, where to go and how often to ask`() throws {
    let answer = Conversation().askForDevice("client_id=tv-app&scope=profile")
    let json = try JSON(parsing: answer.response.body)
    let userCode = try #require(json["user_code"]?.string)
    #expect(userCode.wholeMatch(of: /[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}/) != nil)
    #expect(
      answer.wire(.contentType, .cacheControl, .pragma) == """
        HTTP/1.1 200 OK
        Content-Type: application/json
        Cache-Control: no-store
        Pragma: no-cache

        {"device_code":"RANDOM","user_code":"\(userCode)","verification_uri":"http://127.0.0.1:8414/device",\
        "verification_uri_complete":"http://127.0.0.1:8414/device?user_code=\(userCode)",\
        "expires_in":600,"interval":5}
        """)
    #expect(answer.decision.changes.map(\.name) == ["deviceCode.issued"])
  }

  @Test func `§3.1 the client is authenticated as at the token endpoint`() throws {
    var clients = Directory.demonstration.clients
    clients[0].grants.append(.deviceCode)
    let conversation = Conversation(Directory(clients: clients, resourceOwners: []))
    for body in ["client_id=workshop-app", "client_id=workshop-app&client_secret=x", "client_id=nobody", "scope=a"] {
      #expect(
        conversation.askForDevice(body).wire(.wwwAuthenticate) == """
          HTTP/1.1 401 Unauthorized
          WWW-Authenticate: Basic realm="oauth-playground"

          {"error":"invalid_client","error_description":"Client authentication failed."}
          """)
    }
    #expect(conversation.askForDevice("scope=profile", Wire.basic).status == 200)
  }

  @Test func `§3.1 only clients of this grant may ask, by POST, for scopes of theirs`() {
    let conversation = Conversation()
    #expect(conversation.askForDevice("client_id=native-app").errorOnTheWire == "unauthorized_client")
    #expect(conversation.askForDevice("client_id=tv-app&scope=email").errorOnTheWire == "invalid_scope")
    #expect(conversation.askForDevice("client_id=tv-app&scope=%22").errorOnTheWire == "invalid_scope")
    #expect(
      conversation.send("GET /device_authorization HTTP/1.1\n\(Self.host)").wire(.allow)
        .hasPrefix("HTTP/1.1 405 Method Not Allowed\nAllow: POST\n"))
    #expect(conversation.server.state.deviceAuthorizations.count == 0)
  }

  @Test func `§3.5 the device waits, somebody allows it, and it gets its tokens`() throws {
    let conversation = Conversation()
    let device = try conversation.device()
    #expect(
      conversation.poll(device).wire(.cacheControl)
        == Self.refused("authorization_pending", "The resource owner has not decided yet."))
    let done = try conversation.decide(device)
    #expect(done.status == 200)
    #expect(done.body.contains("<h1>The device is connected</h1>"))
    conversation.advance(.seconds(5))
    let tokens = conversation.poll(device)
    #expect(
      tokens.wire(.cacheControl) == """
        HTTP/1.1 200 OK
        Cache-Control: no-store

        {"access_token":"RANDOM","token_type":"Bearer","expires_in":3600,"scope":"profile"}
        """)
    let me = conversation.me("Bearer \(try #require(tokens.accessToken))")
    #expect(try JSON(parsing: me.response.body)["sub"] == "alice")
  }

  @Test func `§3.5 who asks too soon waits five seconds longer, for good`() throws {
    let conversation = Conversation()
    let device = try conversation.device()
    _ = conversation.poll(device)
    #expect(
      conversation.poll(device).wire(.cacheControl)
        == Self.refused("slow_down", "Wait five seconds longer from now on."))
    conversation.advance(.milliseconds(9999))
    #expect(
      conversation.poll(device).refusal == .devicePolledTooSoon(after: .milliseconds(9999), interval: .seconds(10)))
    conversation.advance(.seconds(15))
    #expect(conversation.poll(device).errorOnTheWire == "authorization_pending")
    conversation.advance(.milliseconds(14_999))
    #expect(conversation.poll(device).errorOnTheWire == "slow_down")
  }

  @Test func `§3.5 at the end of the interval a question is welcome`() throws {
    let conversation = Conversation()
    let device = try conversation.device()
    for _ in 0..<5 {
      #expect(conversation.poll(device).errorOnTheWire == "authorization_pending")
      conversation.advance(.seconds(5))
    }
  }

  @Test func `§3.5 a denial is access_denied, as often as the device asks`() throws {
    let conversation = Conversation()
    let device = try conversation.device()
    let page = try conversation.decide(device, "deny")
    #expect(page.body.contains("<h1>The device was denied</h1>"))
    for _ in 0..<2 {
      #expect(
        conversation.poll(device).wire(.cacheControl)
          == Self.refused("access_denied", "The resource owner denied the request."))
    }
  }

  @Test func `§3.5 whoever withdraws the consent before the device has asked gives it nothing`() throws {
    let conversation = Conversation()
    let device = try conversation.device()
    #expect(try conversation.decide(device).status == 200)
    _ = conversation.server.withdrawConsents(of: "alice", to: ClientIdentifier("tv-app"), at: conversation.now)
    let answer = conversation.poll(device)
    #expect(answer.refusal == .deviceDenied(username: "alice"))
    #expect(conversation.server.state.accessTokens.count == 0)
  }

  @Test func `§3.5 after its lifetime a device code is expired_token`() throws {
    let conversation = Conversation()
    let device = try conversation.device()
    conversation.advance(.milliseconds(599_999))
    #expect(conversation.poll(device).errorOnTheWire == "authorization_pending")
    conversation.advance(.milliseconds(1))
    #expect(
      conversation.poll(device).wire(.cacheControl) == Self.refused("expired_token", "The device code has expired."))
    #expect(conversation.enter(device.userCode).refusal?.kind == .userCodeExpired)
  }

  @Test func `§3.4 a device code belongs to its client and works once`() throws {
    var clients = Directory.demonstration.clients
    clients[1].grants.append(.deviceCode)
    let conversation = Conversation(
      Directory(clients: clients, resourceOwners: Directory.demonstration.resourceOwners))
    let device = try conversation.device()
    _ = try conversation.decide(device)
    let invalid = Self.refused("invalid_grant", "The authorization grant is invalid.")
    #expect(conversation.poll(device, client: "client_id=native-app").wire(.cacheControl) == invalid)
    #expect(conversation.poll(Device(code: "guess", userCode: "")).wire(.cacheControl) == invalid)
    #expect(conversation.poll(device).status == 200)
    #expect(conversation.poll(device).wire(.cacheControl) == invalid)
  }

  @Test func `a refresh token comes with offline_access`() throws {
    var clients = Directory.demonstration.clients
    clients[4].grants.append(.refreshToken)
    clients[4].scope = Scope(["profile", "offline_access"])
    let conversation = Conversation(
      Directory(clients: clients, resourceOwners: Directory.demonstration.resourceOwners))
    let json = try JSON(
      parsing: conversation.askForDevice("client_id=tv-app&scope=profile%20offline_access").response.body)
    let device = Device(
      code: try #require(json["device_code"]?.string), userCode: try #require(json["user_code"]?.string))
    _ = try conversation.decide(device)
    #expect(try JSON(parsing: conversation.poll(device).response.body)["refresh_token"] != nil)
  }

  @Test func `a server that approves everything approves devices`() throws {
    let conversation = Conversation()
    conversation.server.approvesAs = "bob"
    #expect(conversation.poll(try conversation.device()).status == 200)
  }

  @Test func `codes never repeat, and old ones are forgotten`() throws {
    let conversation = Conversation()
    let devices = try (0..<300).map { _ in try conversation.device() }
    #expect(Set(devices.map(\.code)).count == 300)
    #expect(Set(devices.map(\.userCode)).count == 300)
    conversation.advance(.seconds(600) + ServerLimits.userCodeMemory)
    _ = conversation.me("Bearer a")
    #expect(conversation.server.state.userCodes.count == 0)
    #expect(conversation.poll(devices[0]).errorOnTheWire == "expired_token")
    conversation.advance(ServerLimits.deviceMemory)
    _ = conversation.me("Bearer a")
    #expect(conversation.server.state.deviceAuthorizations.count == 0)
  }

  @Test func `what has expired takes up no room, and is not kept without bound`() throws {
    let conversation = Conversation()
    var last = try conversation.device()
    for round in 0..<6 {
      for _ in (round == 0 ? 1 : 0)..<ServerLimits.deviceAuthorizations { last = try conversation.device() }
      #expect(conversation.askForDevice().refusal == .noRoomLeft(limit: ServerLimits.deviceAuthorizations))
      conversation.advance(.seconds(600) + ServerLimits.userCodeMemory)
      _ = conversation.me("Bearer a")
    }
    #expect(conversation.server.state.deviceAuthorizations.count == ServerLimits.visitors)
    #expect(conversation.poll(last).errorOnTheWire == "expired_token")
  }

  @Test func `§4 the metadata names endpoint and grant`() throws {
    let json = Conversation().server.metadata.json
    #expect(json["device_authorization_endpoint"] == "http://127.0.0.1:8414/device_authorization")
    let grants = try #require(json["grant_types_supported"]?.array)
    #expect(grants.contains("urn:ietf:params:oauth:grant-type:device_code"))
  }

  @Test func `the order of checks`() throws {
    let conversation = Conversation()
    let form = ["hostOwn", "methodAllowed", "mediaTypeForm"]
    let client = [
      "credentialsNotInURI", "requestDecodable", "parametersSentOnce", "clientAuthenticationSingle",
      "clientAuthenticationReadable", "clientIdentified", "clientKnown", "clientAuthenticated",
      "clientAuthenticationMethodRegistered",
    ]
    #expect(
      conversation.askForDevice().checks == form + client + [
        "grantTypeAllowed", "scopeWellFormed", "scopeAllowed", "roomLeft",
      ])
    let device = try conversation.device()
    #expect(
      conversation.poll(device).checks == form + client + [
        "grantTypePresent", "grantTypeSupported", "grantTypeAllowed", "deviceCodePresent", "deviceCodeKnown",
        "deviceCodeBoundToClient", "deviceCodeNotExpired", "deviceCodeNotRedeemed", "devicePatient", "deviceDecided",
        "deviceAllowed",
      ])
    let page = form + ["requestDecodable", "parametersSentOnce"]
    #expect(conversation.browse("GET /device HTTP/1.1\n\(Self.host)").checks == page)
    let entered = conversation.enter(device.userCode)
    #expect(
      entered.checks == page + [
        "userCodePresent", "userCodeNotThrottled", "userCodeKnown", "userCodeNotExpired", "userCodeNotUsed",
      ])
    let signedIn = conversation.signIn(try #require(Form(page: entered.body)))
    #expect(signedIn.checks == page + ["sessionPresent", "interactionKnown", "formTokenValid", "passwordCorrect"])
    #expect(
      try conversation.decide(device).checks == page + [
        "sessionPresent", "resourceOwnerSignedIn", "interactionKnown", "userCodeNotExpired", "userCodeNotUsed",
        "formTokenValid", "decisionPresent", "resourceOwnerAllowed", "scopeGranted",
      ])
  }
}

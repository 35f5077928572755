import AuthorizationServer
import HTTPTypes
import OAuth
import Testing

@Suite struct `RFC 9700 §4.11.2: errors of a client that registered itself` {
  private static func client(of conversation: Conversation) throws -> String {
    let answer = conversation.register(#"{"redirect_uris":["https://client.example/cb"]}"#)
    return try #require(try JSON(parsing: answer.response.body)["client_id"]?.string)
  }

  @Test func `lead nobody on before somebody has signed in`() throws {
    let conversation = Conversation()
    let client = try Self.client(of: conversation)
    let answer = conversation.authorize("response_type=code&client_id=\(client)&scope=bogus&state=a%22%3E")
    #expect(answer.status == 400)
    #expect(answer[.location] == nil)
    #expect(
      answer.body.contains(
        "href=\"https://client.example/cb?error=invalid_scope"
          + "&amp;error_description=The%20client%20may%20not%20ask%20for%20this%20scope."
          + "&amp;state=a%22%3E&amp;iss=\(Wire.issuer)\""))
    #expect(answer.body.contains("<code>invalid_scope</code>"))
    #expect(MarkupReader(answer.body).fault == nil)
  }

  @Test func `travel in a form that waits for a person, where a form was asked for`() throws {
    let conversation = Conversation()
    let client = try Self.client(of: conversation)
    let answer = conversation.authorize("response_type=code&client_id=\(client)&scope=bogus&response_mode=form_post")
    #expect(answer.status == 400)
    #expect(!answer.body.contains("<script"))
    #expect(answer.body.contains("<form method=\"post\" action=\"https://client.example/cb\">"))
    #expect(answer.body.contains("<input type=\"hidden\" name=\"error\" value=\"invalid_scope\">"))
  }

  @Test func `go to the client once somebody has signed in`() throws {
    let conversation = Conversation()
    let client = try Self.client(of: conversation)
    let form = try conversation.consentForm("response_type=code&client_id=\(client)&scope=profile")
    let error = conversation.authorize("response_type=code&client_id=\(client)&scope=bogus")
    #expect(error.parameter(.error) == "invalid_scope")
    #expect(conversation.submit(form, "decision=deny").parameter(.error) == "access_denied")
  }

  /// A page that nobody sees asks; that section excepts it. OpenID Connect Core §3.1.2.6; decision D13.
  @Test func `go to the client that asks for silence, if the request is right in all else`() throws {
    let conversation = Conversation()
    let client = try Self.client(of: conversation)
    let request = "response_type=code&client_id=\(client)&scope=profile&state=xyz&prompt=none"
    #expect(
      conversation.authorize(request)[.location]
        == "https://client.example/cb?error=login_required"
        + "&error_description=The%20resource%20owner%20must%20sign%20in.&state=xyz&iss=\(Wire.issuer)")
    #expect(conversation.authorize("\(request)%20login").errorOnTheWire == "invalid_request")
    #expect(conversation.authorize("\(request)%20login")[.location] == nil)
    #expect(conversation.authorize("\(request)&request=a")[.location] == nil)
  }
}

@Suite struct `Clients that registered themselves` {
  private static let right = #"{"redirect_uris":["https://client.example/cb"]}"#

  private static func register(_ body: String = right, in conversation: Conversation) throws -> ClientIdentifier {
    let json = try JSON(parsing: conversation.register(body).response.body)
    return try #require(json["client_id"]?.string.flatMap { ClientIdentifier($0) })
  }

  /// Registers as many others as there is room for.
  private static func fill(_ conversation: Conversation) throws {
    for _ in 0..<ServerLimits.registeredClients { _ = try register(in: conversation) }
    #expect(conversation.server.state.registeredClients.count == ServerLimits.registeredClients)
  }

  @Test func `go when there are too many, those that were needed least first`() throws {
    let conversation = Conversation()
    let first = try Self.register(in: conversation)
    let second = try Self.register(in: conversation)
    conversation.advance(.seconds(1))
    _ = conversation.authorize("response_type=code&client_id=\(first)&scope=profile")
    for _ in 0..<(ServerLimits.registeredClients - 1) { _ = try Self.register(in: conversation) }
    #expect(conversation.server.client(first) != nil)
    #expect(conversation.server.client(second) == nil)
    #expect(conversation.authorize("response_type=code&client_id=\(second)").refusal?.kind == .clientUnregistered)
    let newest = try Self.register(in: conversation)
    #expect(conversation.server.client(newest) != nil)
  }

  @Test func `stay while something lives that was granted to them`() throws {
    let conversation = Conversation()
    let json = try JSON(
      parsing: conversation.register(
        #"{"redirect_uris":["https://client.example/cb"],"grant_types":["authorization_code","refresh_token"]}"#
      ).response.body)
    let client = try #require(json["client_id"]?.string)
    let credentials = "client_id=\(client)&client_secret=\(try #require(json["client_secret"]?.string))"
    let code = try conversation.code("response_type=code&client_id=\(client)&scope=profile%20offline_access")
    let refreshToken = try #require(
      conversation.token("grant_type=authorization_code&code=\(code)&\(credentials)").refreshToken)
    conversation.advance(.seconds(86_400))
    try Self.fill(conversation)
    let refreshed = conversation.token("grant_type=refresh_token&refresh_token=\(refreshToken)&\(credentials)")
    #expect(refreshed.status == 200)
  }

  @Test func `take what was allowed them along`() throws {
    let conversation = Conversation()
    let client = try Self.register(in: conversation)
    _ = try conversation.code("response_type=code&client_id=\(client)&scope=profile")
    #expect(conversation.server.state.consent(of: "alice", to: client) == Scope(["profile"]))
    conversation.advance(.seconds(86_400))
    try Self.fill(conversation)
    #expect(conversation.server.client(client) == nil)
    #expect(conversation.server.state.consent(of: "alice", to: client) == Scope())
  }

  @Test func `are forgotten when nobody has needed them for a year`() throws {
    let conversation = Conversation()
    let client = try Self.register(in: conversation)
    conversation.advance(ServerLimits.registrationMemory - .seconds(1))
    _ = conversation.me("Bearer a")
    #expect(conversation.server.client(client) != nil)
    conversation.advance(.seconds(1))
    _ = conversation.me("Bearer a")
    #expect(conversation.server.client(client) == nil)
  }
}

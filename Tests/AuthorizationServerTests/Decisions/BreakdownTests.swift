import AuthorizationServer
import HTTPTypes
import OAuth
import Testing

@Suite struct `A server that breaks down` {
  /// RFC 6749 §4.1.2.1: the client can see no status through a redirect.
  @Test func `tells the client by a redirect once client and redirection URI are known`() {
    let conversation = Conversation()
    conversation.server.breakdowns[.store] = 1
    let refused = conversation.authorize(Wire.request)
    #expect(
      refused.wire(.location)
        == "HTTP/1.1 303 See Other\nLocation: http://127.0.0.1:8252/callback?error=server_error&state=xyz&iss=\(Wire.issuer)"
    )
    #expect(refused.checks.last == "storeAvailable")
    #expect(conversation.authorize(Wire.request).status == 200)
  }

  @Test func `sends nobody to an address that was not verified`() {
    let conversation = Conversation()
    conversation.server.breakdowns[.store] = 1
    #expect(conversation.authorize("client_id=workshop-app&redirect_uri=x").refusal?.kind == .redirectionURIMalformed)
    conversation.server.breakdowns[.clientLookup] = 1
    let refused = conversation.authorize(Wire.request)
    #expect(refused.status == 503)
    #expect(refused[.location] == nil)
    #expect(refused[.retryAfter] == "1")
    #expect(refused.decision.report.results.first { $0.check == .clientRegistered }?.outcome == .notReached)
    #expect(conversation.server.breakdowns[.store] == 1)
  }

  @Test func `has not redeemed the code that it could not mark`() throws {
    let conversation = Conversation()
    let code = try conversation.code()
    conversation.server.breakdowns[.store] = 2
    for _ in 0..<2 {
      #expect(
        conversation.redeem(code).wire(.retryAfter) == """
          HTTP/1.1 503 Service Unavailable
          Retry-After: 1

          {"error":"temporarily_unavailable","error_description":"The server could not do this just now."}
          """)
    }
    let answer = conversation.redeem(code)
    #expect(answer.status == 200)
    #expect(conversation.me("Bearer \(answer.accessToken ?? "")").status == 200)
  }

  @Test func `does not notice where it changes nothing`() throws {
    let conversation = Conversation()
    let token = try conversation.accessToken()
    conversation.server.breakdowns[.store] = 1
    #expect(conversation.me("Bearer \(token)").status == 200)
    #expect(conversation.server.breakdowns[.store] == 1)
  }

  @Test func `says the same of a consent that it could not keep`() throws {
    let conversation = Conversation()
    let form = try conversation.consentForm()
    conversation.server.breakdowns[.store] = 1
    #expect(conversation.submit(form, "decision=allow&scope=profile").parameter(.error) == "server_error")
    #expect(conversation.submit(form, "decision=allow&scope=profile").parameter(.code) != nil)
  }

  @Test(arguments: [
    "GET /authorize", "GET /me", "POST /token", "GET /.well-known/oauth-authorization-server", "GET /x",
  ])
  func `that is switched off answers everybody with 503`(_ line: String) {
    let conversation = Conversation { $0.serverEnabled = false }
    let answer = conversation.send("\(line) HTTP/1.1\nHost: 127.0.0.1:8414")
    #expect(answer.status == 503)
    #expect(answer[.retryAfter] == "30")
    #expect(answer.checks == ["serverEnabled"])
  }
}

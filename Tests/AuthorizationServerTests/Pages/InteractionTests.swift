import AuthorizationServer
import HTTPTypes
import OAuth
import Testing

@Suite struct `RFC 6749 §3.1, §10.12: signing in and deciding` {
  private static let host = "Host: 127.0.0.1:8414"

  @Test func `the session cookie is kept from scripts and other sites, and from the client's path`() {
    let answer = Conversation().authorize(Wire.request)
    #expect(
      answer.wire(.setCookie).hasPrefix(
        "HTTP/1.1 200 OK\nSet-Cookie: oauth_playground_session=RANDOM; Path=/authorize; HttpOnly; SameSite=Lax\n"))
  }

  @Test func `signing in leads to the consent page with 303`() throws {
    let conversation = Conversation()
    let answer = conversation.signIn(try conversation.loginForm())
    #expect(
      answer.wire(.location, .cacheControl, .referrerPolicy) == """
        HTTP/1.1 303 See Other
        Location: /authorize/consent?interaction=RANDOM
        Cache-Control: no-store
        Referrer-Policy: no-referrer
        """)
    #expect(answer.decision.changes == [.sessionStarted(resourceOwner: "alice")])
  }

  @Test func `the session identifier changes at login and the old one is dead`() throws {
    let conversation = Conversation()
    let form = try conversation.loginForm()
    let planted = conversation.cookie
    let target = try #require(conversation.signIn(form)[.location])
    #expect(conversation.cookie != planted)
    conversation.cookie = planted
    #expect(conversation.browse("GET \(target) HTTP/1.1\n\(Self.host)").refusal == .sessionMissing)
    #expect(conversation.server.state.sessions.count == 1)
  }

  @Test(arguments: ["oauth_playground_session=planted", "oauth_playground_session=", "other=1; x", ""])
  func `an identifier that the server did not give out is replaced`(_ cookie: String) {
    let conversation = Conversation()
    conversation.cookie = cookie
    #expect(conversation.authorize(Wire.request)[.setCookie] != nil)
    #expect(conversation.cookie?.hasPrefix("oauth_playground_session=") == true)
    #expect(conversation.cookie != cookie)
  }

  @Test func `the cookie is found among others`() throws {
    let conversation = Conversation()
    let form = try conversation.loginForm()
    conversation.cookie = "a=b; oauth_playground_session=stale;\(try #require(conversation.cookie)); c"
    #expect(conversation.signIn(form).status == 303)
  }

  @Test func `an unknown user and a wrong password get the same page`() throws {
    let page = try ["nobody", "alice", ""].map { username in
      let conversation = Conversation()
      return conversation.signIn(try conversation.loginForm(), "username=\(username)&password=wrong").wire()
    }
    #expect(page[0] == page[1])
    #expect(page[0] == page[2])
    #expect(page[0].hasPrefix("HTTP/1.1 400 Bad Request\n"))
    #expect(page[0].contains("That username and password do not match."))
  }

  @Test(arguments: [
    "username=alice&password=", "username=&password=", "username=alice", "username=Alice&password=wonderland",
  ])
  func `nobody signs in without the right words`(_ credentials: String) throws {
    let conversation = Conversation()
    #expect(conversation.signIn(try conversation.loginForm(), credentials).refusal?.kind == .passwordWrong)
    #expect(conversation.server.state.sessions.values.map(\.resourceOwner) == [nil])
  }

  @Test func `the form that comes back after a wrong password works`() throws {
    let conversation = Conversation()
    let failed = conversation.signIn(try conversation.loginForm(), "username=alice&password=wrong")
    #expect(conversation.signIn(try #require(Form(page: failed.body))).status == 303)
  }

  @Test func `each form works once`() throws {
    let conversation = Conversation()
    let login = try conversation.loginForm()
    _ = conversation.signIn(login, "username=alice&password=wrong")
    #expect(conversation.signIn(login).refusal == .formTokenInvalid)
    let consent = try conversation.consentForm()
    #expect(conversation.submit(consent, "scope=profile&decision=allow").status == 303)
    #expect(conversation.submit(consent, "scope=profile&decision=allow").refusal == .interactionUnknown)
    #expect(conversation.server.state.authorizationCodes.count == 1)
  }

  @Test func `a form without its token, or with that of another page, is refused`() throws {
    let conversation = Conversation()
    let form = try conversation.consentForm()
    let handle = form.hidden.prefix { $0 != "&" }
    for token in ["", "&form_token=", "&form_token=guess", "&form_token=\(handle.dropFirst(12))"] {
      let answer = conversation.browse(
        "POST /authorize/consent HTTP/1.1\n\(Self.host)\nContent-Type: application/x-www-form-urlencoded\n\n"
          + "\(handle)\(token)&scope=profile&decision=allow")
      #expect(answer.refusal == .formTokenInvalid)
      #expect(answer.status == 403)
      #expect(answer[.location] == nil)
    }
    #expect(conversation.submit(form, "scope=profile&decision=allow").status == 303)
  }

  @Test func `a page shown again makes the form of the first one stale`() throws {
    let conversation = Conversation()
    let first = try conversation.consentForm()
    let handle = first.hidden.prefix { $0 != "&" }
    let again = conversation.browse("GET /authorize/consent?\(handle) HTTP/1.1\n\(Self.host)")
    #expect(conversation.submit(first, "scope=profile&decision=allow").refusal == .formTokenInvalid)
    #expect(conversation.submit(try #require(Form(page: again.body)), "scope=profile&decision=allow").status == 303)
  }

  @Test func `a form sent from another browser is refused`() throws {
    let conversation = Conversation()
    let form = try conversation.consentForm()
    conversation.cookie = nil
    #expect(conversation.submit(form, "scope=profile&decision=allow").refusal == .sessionMissing)
    _ = try conversation.consentForm()
    #expect(conversation.submit(form, "scope=profile&decision=allow").refusal == .interactionOfAnotherSession)
    #expect(conversation.server.state.authorizationCodes.count == 0)
  }

  @Test func `what was asked cannot be changed between login and consent`() throws {
    let conversation = Conversation()
    let form = try conversation.consentForm()
    let answer = conversation.submit(
      form,
      "scope=profile&scope=read&decision=allow&client_id=other-app&state=evil&redirect_uri=https%3A%2F%2Fevil.example")
    #expect(
      answer.wire(.location) == """
        HTTP/1.1 303 See Other
        Location: http://127.0.0.1:8252/callback?code=RANDOM&state=xyz&iss=\(Wire.issuer)
        """)
    let token = conversation.redeem(try #require(answer.parameter(.code)))
    #expect(try JSON(parsing: token.response.body)["scope"] == "profile")
  }

  @Test(arguments: ["", "decision=", "decision=ALLOW", "decision=yes", "decision=allow%20"])
  func `a decision must be allow or deny, and may be made again`(_ decision: String) throws {
    let conversation = Conversation()
    let form = try conversation.consentForm()
    #expect(conversation.submit(form, "scope=profile&\(decision)").refusal?.kind == .decisionMissing)
    #expect(conversation.submit(form, "scope=profile&decision=allow").status == 303)
  }

  @Test func `allowing and denying at once is refused`() throws {
    let conversation = Conversation()
    let answer = conversation.submit(try conversation.consentForm(), "scope=profile&decision=deny&decision=allow")
    #expect(answer.refusal == .parameterRepeated(.decision, times: 2))
    #expect(answer[.location] == nil)
  }

  @Test func `a request waits for ten minutes and a session lasts for eight hours`() throws {
    let conversation = Conversation()
    let form = try conversation.consentForm()
    conversation.advance(.seconds(600))
    #expect(conversation.submit(form, "scope=profile&decision=allow").refusal == .interactionUnknown)
    #expect(try #require(Form(page: conversation.authorize(Wire.request).body)).action == "/authorize/consent")
    conversation.advance(.seconds(8 * 3600))
    #expect(try #require(Form(page: conversation.authorize(Wire.request).body)).action == "/authorize/login")
  }

  @Test func `nothing is issued to somebody who has left the directory`() throws {
    let conversation = Conversation()
    let form = try conversation.consentForm()
    conversation.server.directory = Directory(clients: conversation.server.directory.clients, resourceOwners: [])
    #expect(conversation.submit(form, "scope=profile&decision=allow").refusal == .resourceOwnerNotSignedIn)
  }

  @Test(arguments: ["GET", "HEAD", "PUT"])
  func `the login form is posted`(_ method: String) {
    let answer = Conversation().send("\(method) /authorize/login HTTP/1.1\n\(Self.host)")
    #expect(answer.wire(.allow).hasPrefix("HTTP/1.1 405 Method Not Allowed\nAllow: POST\n"))
  }
}

import AuthorizationServer
import HTTPTypes
import OAuth
import Testing

/// RFC 6749 §10.2, RFC 8252 §8.6.
@Suite struct `Consent that is remembered` {
  @Test func `is not asked for again, not even after a new login`() throws {
    let conversation = Conversation { $0.consent = .remember }
    _ = try conversation.code()
    #expect(conversation.authorize(Wire.request).parameter(.code) != nil)
    conversation.cookie = nil
    let target = try #require(try conversation.signIn(conversation.loginForm())[.location])
    let answer = conversation.browse("GET \(target) HTTP/1.1\nHost: 127.0.0.1:8414")
    #expect(answer.parameter(.code) != nil)
    #expect(answer.parameter(.state) == "xyz")
  }

  @Test func `counts only for what was allowed, by whom and to whom`() throws {
    let conversation = Conversation { $0.consent = .remember }
    let form = try conversation.consentForm()
    #expect(conversation.submit(form, "decision=allow&scope=profile").parameter(.code) != nil)
    #expect(conversation.authorize(Wire.request).status == 200)
    #expect(conversation.authorize("response_type=code&client_id=workshop-app&scope=profile").status == 303)
    #expect(conversation.authorize("response_type=code&client_id=other-app&scope=profile").status == 200)
    conversation.cookie = nil
    let login = try conversation.loginForm("response_type=code&client_id=workshop-app&scope=profile")
    let target = try #require(conversation.signIn(login, "username=bob&password=builder")[.location])
    #expect(conversation.browse("GET \(target) HTTP/1.1\nHost: 127.0.0.1:8414").status == 200)
  }

  @Test func `does not count for a public client, whose name anybody can use`() throws {
    let conversation = Conversation { $0.consent = .remember }
    _ = try conversation.code(Wire.nativeRequest)
    #expect(conversation.authorize(Wire.nativeRequest).status == 200)
  }

  @Test func `is neither remembered nor needed under the other values`() throws {
    let strict = Conversation()
    _ = try strict.code()
    #expect(strict.authorize(Wire.request).status == 200)
    let careless = Conversation { $0.consent = .never }
    let target = try #require(try careless.signIn(careless.loginForm(Wire.nativeRequest))[.location])
    #expect(careless.browse("GET \(target) HTTP/1.1\nHost: 127.0.0.1:8414").parameter(.code) != nil)
  }

  @Test func `is asked for anew once it was withdrawn, and what it had opened is closed`() throws {
    let conversation = Conversation { $0.consent = .remember }
    let token = try conversation.accessToken()
    let code = try #require(conversation.authorize(Wire.request).parameter(.code))
    #expect(conversation.withdrawConsents(of: "bob") == 0)
    #expect(conversation.me("Bearer \(token)").status == 200)
    #expect(conversation.withdrawConsents(of: "alice") == 1)
    #expect(
      conversation.me("Bearer \(token)").refusal == .accessTokenRevoked(.consentWithdrawn, ago: .zero))
    #expect(conversation.redeem(code).refusal == .authorizationCodeUnknown(code))
    #expect(conversation.authorize(Wire.request).status == 200)
  }
}

@Suite struct `A resource owner who is removed` {
  @Test func `is signed out, cannot sign in, and leaves no code behind`() throws {
    let conversation = Conversation()
    let code = try conversation.code()
    #expect(conversation.removeResourceOwner("alice"))
    #expect(!conversation.removeResourceOwner("alice"))
    #expect(conversation.redeem(code).refusal?.kind == .authorizationCodeUnknown)
    #expect(try conversation.signIn(conversation.loginForm()).refusal == .passwordWrong(username: "alice"))
  }
}

/// RFC 8414 §3.1.
@Suite struct `An issuer with a path` {
  private let host = "HTTP/1.1\nHost: 127.0.0.1:8414"

  @Test func `has its metadata behind the well-known path, and its endpoints below its own`() throws {
    let conversation = Conversation { $0.issuerPath = "/tenant" }
    let answer = conversation.send("GET /.well-known/oauth-authorization-server/tenant \(host)")
    let metadata = try JSON(parsing: answer.response.body)
    #expect(metadata["issuer"] == "http://127.0.0.1:8414/tenant")
    #expect(metadata["token_endpoint"] == "http://127.0.0.1:8414/tenant/token")
    for path in ["/.well-known/oauth-authorization-server", "/tenant/.well-known/oauth-authorization-server", "/token"]
    {
      #expect(conversation.send("GET \(path) \(host)").status == 404, "\(path)")
    }
  }

  @Test func `leads through login and consent below its path, and names itself in the response`() throws {
    let conversation = Conversation { $0.issuerPath = "/tenant" }
    let page = conversation.browse("GET /tenant/authorize?\(Wire.request) \(host)")
    #expect(page[.setCookie]?.hasSuffix("; Path=/tenant/authorize; HttpOnly; SameSite=Lax") == true)
    let login = try #require(Form(page: page.body))
    #expect(login.action == "/tenant/authorize/login")
    let target = try #require(conversation.signIn(login)[.location])
    let consent = try #require(Form(page: conversation.browse("GET \(target) \(host)").body))
    let answer = conversation.submit(consent, "decision=allow&scope=profile")
    #expect(answer.parameter(.issuer) == "http://127.0.0.1:8414/tenant")
    #expect(answer.parameter(.code) != nil)
  }
}

import AuthorizationServer
import HTTPTypes
import OAuth
import Testing

@Suite struct `RFC 8628 §3.3: the pages of a device` {
  private static let host = "Host: 127.0.0.1:8414"

  @Test(arguments: ["", "?user_code="])
  func `§3.3 the page asks for the code`(_ query: String) throws {
    let answer = Conversation().browse("GET /device\(query) HTTP/1.1\n\(Self.host)")
    let form = try #require(Form(page: answer.body))
    #expect(form.action == "/device")
    #expect(form.method == "post")
    #expect(form.fields == ["user_code"])
    #expect(answer.body.contains("value=\"\""))
    #expect(MarkupReader(answer.body).fault == nil)
    #expect(
      answer.wire(.setCookie, .cacheControl, .xFrameOptions).hasPrefix(
        """
        HTTP/1.1 200 OK
        Set-Cookie: oauth_playground_session=RANDOM; Path=/device; HttpOnly; SameSite=Lax
        Cache-Control: no-store
        X-Frame-Options: DENY

        """))
  }

  @Test func `§3.3.1 a link with the code shows it and waits for somebody to confirm it`() throws {
    let conversation = Conversation()
    let device = try conversation.device()
    let answer = conversation.browse("GET /device?user_code=\(device.userCode) HTTP/1.1\n\(Self.host)")
    #expect(answer.body.contains("name=\"user_code\" value=\"\(device.userCode)\""))
    #expect(answer.body.contains("only if your own device shows exactly this code"))
    #expect(conversation.poll(device).errorOnTheWire == "authorization_pending")
    let consent = try conversation.deviceConsentForm(device)
    #expect(consent.fields == ["interaction", "form_token", "scope", "decision", "decision"])
  }

  @Test func `§3.3.1 the code in a link is escaped`() {
    let answer = Conversation().browse("GET /device?user_code=%22%3E%3Cscript%3E HTTP/1.1\n\(Self.host)")
    #expect(answer.body.contains("value=\"&quot;&gt;&lt;script&gt;\""))
    #expect(!answer.body.contains("<script"))
  }

  @Test func `§3.3, §5.4 the consent page names client, code, scope and user`() throws {
    let conversation = Conversation()
    let device = try conversation.device()
    let login = conversation.enter(device.userCode)
    #expect(login.body.contains("TV App"))
    let form = try #require(Form(page: login.body))
    let target = try #require(conversation.signIn(form)[.location])
    let page = conversation.browse("GET \(target) HTTP/1.1\n\(Self.host)").body
    for text in ["<strong><bdi>TV App</bdi></strong>", device.userCode, "<dd>alice</dd>", "<code>profile</code>"] {
      #expect(page.contains(text))
    }
    #expect(MarkupReader(page).fault == nil)
    #expect(MarkupReader(login.body).fault == nil)
  }

  @Test(
    arguments: [
      { $0 }, { $0.lowercased() }, { $0.replacing("-", with: "") }, { $0.lowercased().replacing("-", with: "%20") },
      { "%20\($0.replacing("-", with: "."))%20" }, { $0.map { "\($0)" }.joined(separator: "-") },
    ] as [@Sendable (String) -> String])
  func `§6.1 case and punctuation of a user code do not matter`(_ write: @Sendable (String) -> String) throws {
    let conversation = Conversation()
    #expect(conversation.enter(write(try conversation.device().userCode)).status == 200)
  }

  @Test(arguments: ["BCDF-GHJK", "BCDFGHJ", "BCDFGHJKL", "AAAA-AAAA", "1234-5678", "%E2%84%AA", "-"])
  func `§3.3 a code that no device shows is refused, and the form comes back`(_ code: String) {
    let answer = Conversation().enter(code)
    #expect(answer.refusal?.kind == .userCodeUnknown)
    #expect(answer.status == 400)
    #expect(answer.body.contains("<p class=\"problem\" id=\"problem\" role=\"alert\">No device shows this code.</p>"))
    #expect(Form(page: answer.body)?.fields == ["user_code"])
  }

  @Test func `§5.1 a browser that guesses must wait for a minute, with the right code too`() throws {
    let conversation = Conversation()
    let device = try conversation.device()
    _ = conversation.browse("GET /device HTTP/1.1\n\(Self.host)")
    for _ in 0..<10 { #expect(conversation.enter("BCDFGHJK").status == 400) }
    let throttled = conversation.enter("BCDFGHJK")
    #expect(throttled.wire(.retryAfter).hasPrefix("HTTP/1.1 429 Too Many Requests\nRetry-After: 60\n"))
    #expect(conversation.enter(device.userCode).refusal == .userCodeThrottled(failures: 10))
    conversation.advance(.seconds(60))
    #expect(conversation.enter(device.userCode).status == 200)
  }

  @Test func `§5.1 one browser that guesses does not stop the others, but many do`() throws {
    let conversation = Conversation()
    let device = try conversation.device()
    for round in 0..<10 {
      conversation.cookie = nil
      _ = conversation.browse("GET /device HTTP/1.1\n\(Self.host)")
      #expect(conversation.enter(device.userCode).status == 200, "round \(round)")
      for _ in 0..<10 { _ = conversation.enter("BCDFGHJK") }
    }
    conversation.cookie = nil
    _ = conversation.browse("GET /device HTTP/1.1\n\(Self.host)")
    #expect(conversation.enter(device.userCode).refusal == .userCodeThrottled(failures: 100))
  }

  @Test func `§3.3 a device is decided about once`() throws {
    let conversation = Conversation()
    let device = try conversation.device()
    let first = try conversation.deviceConsentForm(device)
    let second = try conversation.deviceConsentForm(device)
    #expect(conversation.submit(first, "decision=deny").status == 200)
    #expect(conversation.submit(second, "scope=profile&decision=allow").refusal == .userCodeAlreadyUsed)
    #expect(conversation.enter(device.userCode).refusal == .userCodeAlreadyUsed)
    #expect(conversation.poll(device).errorOnTheWire == "access_denied")
  }

  @Test func `RFC 6749 §10.12: the forms work once, in one browser, with their token`() throws {
    let conversation = Conversation()
    let device = try conversation.device()
    let form = try conversation.deviceConsentForm(device)
    let cookie = conversation.cookie
    conversation.cookie = nil
    #expect(conversation.submit(form, "scope=profile&decision=allow").refusal == .sessionMissing)
    _ = try conversation.deviceConsentForm(try conversation.device())
    #expect(conversation.submit(form, "scope=profile&decision=allow").refusal == .interactionOfAnotherSession)
    conversation.cookie = cookie
    let handle = form.hidden.prefix { $0 != "&" }
    let forged = conversation.browse(
      "POST /device/consent HTTP/1.1\n\(Self.host)\nContent-Type: application/x-www-form-urlencoded\n\n"
        + "\(handle)&form_token=x&scope=profile&decision=allow")
    #expect(forged.refusal == .formTokenInvalid)
    #expect(conversation.submit(form, "scope=profile&decision=maybe").refusal?.kind == .decisionMissing)
    #expect(conversation.submit(form, "scope=profile&decision=allow").status == 200)
    #expect(conversation.submit(form, "scope=profile&decision=allow").refusal == .interactionUnknown)
  }

  @Test func `a form of the device pages is none of the authorization pages, and the other way round`() throws {
    let conversation = Conversation()
    let device = try conversation.deviceConsentForm(try conversation.device())
    let body = "\(device.hidden)&scope=profile&decision=allow"
    let answer = conversation.browse(
      "POST /authorize/consent HTTP/1.1\n\(Self.host)\nContent-Type: application/x-www-form-urlencoded\n\n\(body)")
    #expect(answer.refusal == .interactionUnknown)
    #expect(conversation.server.state.authorizationCodes.count == 0)
  }

  @Test func `a wrong password gets the form again, and the session changes at login`() throws {
    let conversation = Conversation()
    let login = try #require(Form(page: conversation.enter(conversation.device().userCode).body))
    let failed = conversation.signIn(login, "username=alice&password=wrong")
    #expect(failed.status == 400)
    #expect(failed.body.contains("That username and password do not match."))
    let planted = conversation.cookie
    let form = try #require(Form(page: failed.body))
    let target = try #require(conversation.signIn(form)[.location])
    #expect(conversation.cookie != planted)
    conversation.cookie = planted
    #expect(conversation.browse("GET \(target) HTTP/1.1\n\(Self.host)").refusal == .sessionMissing)
  }
}

import AuthorizationServer
import HTTPTypes
import OAuth
import Testing

/// What a profile can say as data, in a profile made up for the test.
@Suite("A profile of data") struct DialectDataTests {
  private func conversation(
    style: (inout WireStyle) -> Void = { _ in }, answers: (inout Answers) -> Void = { _ in },
    words: [Dialect.Words] = []
  ) throws -> Conversation {
    var (madeStyle, madeAnswers) = (WireStyle.strict, Answers.strict)
    style(&madeStyle)
    answers(&madeAnswers)
    let conversation = Conversation(try .samples())
    conversation.play(
      Profile(
        name: "made-up", summary: "", policy: Policy(),
        dialect: Dialect(
          realm: "r", words: words, style: madeStyle, answers: madeAnswers,
          base: { Dialect.strict.usualWording(of: $0) }),
        paths: EndpointPaths([
          .authorization: ["/auth/{client}/authorize"], .login: ["/wp-login.php"], .consent: ["/allow"],
          .token: ["/?oauth=token"], .me: ["/me"],
        ])))
    return conversation
  }

  private let authorize = "/auth/x/authorize?\(Wire.request)"

  private func get(_ target: String) -> String { "GET \(target) HTTP/1.1\nHost: 127.0.0.1:8414" }

  @Test func `sends the browser to a login page elsewhere, and on from there`() throws {
    let conversation = try conversation(
      style: { $0.sessionPath = "/" },
      answers: { answers in answers.signIn = { ["redirect_to": $0.target, "state": $0.state ?? ""] } })
    let answer = conversation.browse(get("/auth/x/authorize?response_type=code&client_id=workshop-app&state=xyz"))
    #expect(
      answer.wire(.location) == """
        HTTP/1.1 303 See Other
        Location: /wp-login.php?redirect_to=%2Fauth%2Fx%2Fauthorize%3Fresponse_type%3Dcode%26client_id%3Dworkshop-app%26state%3Dxyz&state=xyz
        """)
    #expect(answer[.setCookie]?.contains("; Path=/;") == true)
    let page = conversation.browse(get(try #require(answer[.location])))
    let form = try #require(Form(page: page.body))
    #expect(form.action == "/wp-login.php")
    let next = try #require(conversation.signIn(form)[.location])
    #expect(next.hasPrefix("/allow?interaction="))
    let consent = try #require(Form(page: conversation.browse(get(next)).body))
    #expect(conversation.submit(consent, "scope=profile&decision=allow").parameter(.code) != nil)
  }

  @Test func `has no login page for a browser that asked for nothing`() throws {
    let conversation = try conversation(answers: { $0.signIn = { _ in [:] } })
    #expect(conversation.browse(get("/wp-login.php")).refusal?.kind == .sessionMissing)
    #expect(Conversation().send(get("/authorize/login")).status == 405)
  }

  @Test func `names a session in both answers`() throws {
    let conversation = try conversation(
      answers: {
        $0.authorization = [.state, .sessionState, .code]
        $0.token = [.accessToken, .sessionState]
      })
    conversation.server.approvesAs = "alice"
    let location = try #require(conversation.browse(get(authorize))[.location])
    #expect(location.hasPrefix("http://127.0.0.1:8252/callback?state=xyz&session_state="))
    let session = try #require(location.between("session_state=", "&"))
    #expect(session.split(separator: "-").map(\.count) == [8, 4, 4, 4, 12])
    let code = try #require(location.split(separator: "=").last)
    let tokens = conversation.token(Wire.redemption(String(code)))
    #expect(try JSON(parsing: tokens.response.body)["session_state"] == .string(session))
  }

  @Test func `says its words under conditions, the first that fit`() throws {
    let conversation = try conversation(words: [
      Dialect.Words(
        .method(.get), .at(.token),
        wordings: [[.methodNotAllowed]: .init(.notFound, body: .json(["code": "rest_no_route"]))]),
      Dialect.Words(
        .field(.authorization), .notSent(.clientID),
        wordings: [[.authorizationSchemeUnsupported]: .init(.unauthorized, body: .empty)]),
      Dialect.Words(
        wordings: [[.responseTypeMissing]: .init(.badRequest, "Denied by the user.", returnsState: false)]),
    ])
    #expect(conversation.send(get("/?oauth=token")).wire() == "HTTP/1.1 404 Not Found\n\n{\"code\":\"rest_no_route\"}")
    #expect(
      conversation.token("grant_type=x", "Authorization: Bearer a").wire(.wwwAuthenticate) == """
        HTTP/1.1 401 Unauthorized
        WWW-Authenticate: Basic realm="r"
        """)
    #expect(
      conversation.browse(get("/auth/x/authorize?client_id=workshop-app&state=xyz"))[.location]
        == "http://127.0.0.1:8252/callback?error=Denied%20by%20the%20user.&iss=\(Wire.issuer)")
  }
}

import AuthorizationServer
import Crypto
import HTTPTypes
import OAuth
import Testing

@Suite struct `RFC 9700 §4.2.4, §4.16: pages` {
  /// Every page there is, by its name.
  enum Sample: String, CaseIterable {
    case login, failedLogin, consent, refusedClient, refusedForm, refusedMethod, refusedHost, unknownPath

    func page(_ conversation: Conversation) throws -> Answer {
      switch self {
      case .login: conversation.authorize(Wire.request)
      case .failedLogin: conversation.signIn(try conversation.loginForm(), "username=alice&password=wrong")
      case .consent:
        conversation.browse(
          "GET \(try #require(conversation.signIn(conversation.loginForm())[.location])) HTTP/1.1\nHost: 127.0.0.1:8414"
        )
      case .refusedClient: conversation.authorize("client_id=nobody")
      case .refusedForm: conversation.browse("GET /authorize/consent HTTP/1.1\nHost: 127.0.0.1:8414")
      case .refusedMethod: conversation.send("PUT /authorize HTTP/1.1\nHost: 127.0.0.1:8414")
      case .refusedHost: conversation.send("GET /authorize HTTP/1.1\nHost: evil.example")
      case .unknownPath: conversation.send("GET / HTTP/1.1\nHost: 127.0.0.1:8414")
      }
    }

    var hasForm: Bool { self == .login || self == .failedLogin || self == .consent }
  }

  @Test(arguments: Sample.allCases)
  func `cannot be framed, stored, guessed or traced`(_ sample: Sample) throws {
    let answer = try sample.page(Conversation())
    let policy = try #require(answer[.contentSecurityPolicy])
    #expect(policy.hasPrefix("default-src 'none'; style-src 'sha256-"))
    #expect(policy.hasSuffix("; frame-ancestors 'none'; base-uri 'none'"))
    #expect(
      answer.wire(.contentType, .xFrameOptions, .referrerPolicy, .xContentTypeOptions, .cacheControl, .pragma)
        .hasPrefix(
          """
          HTTP/1.1 \(answer.status) \(answer.response.head.status.reasonPhrase)
          Content-Type: text/html; charset=utf-8
          X-Frame-Options: DENY
          Referrer-Policy: no-referrer
          X-Content-Type-Options: nosniff
          Cache-Control: no-store
          Pragma: no-cache

          <!DOCTYPE html>
          """))
  }

  @Test(arguments: Sample.allCases)
  func `have the style that their policy names, and no other`(_ sample: Sample) throws {
    let answer = try sample.page(Conversation())
    let styles = answer.body.pieces(between: "<style>", "</style>")
    #expect(styles.count == 1)
    let digest = Base64Standard.encode(SHA256.hash(data: Array((styles.first ?? "").utf8)))
    #expect(answer[.contentSecurityPolicy]?.between("style-src ", ";") == "'sha256-\(digest)'")
  }

  @Test func `say which fields are at fault`() throws {
    let page = try Sample.failedLogin.page(Conversation()).body
    #expect(page.contains("<p class=\"problem\" id=\"problem\" role=\"alert\">"))
    let faulty = page.pieces(between: "<input ", ">").filter { $0.attribute("aria-invalid") == "true" }
    #expect(faulty.compactMap { $0.attribute("name") } == ["username", "password"])
    #expect(faulty.allSatisfy { $0.attribute("aria-describedby") == "problem" })
    #expect(!(try Sample.login.page(Conversation()).body.contains("aria-invalid=\"true\"")))
  }

  @Test func `show no control character, for a terminal would obey it`() throws {
    let page = Conversation().authorize("client_id=%1B%5B2Ja%C2%9Bb%7F").body
    #expect(page.contains("<dd>\u{FFFD}[2Ja\u{FFFD}b\u{FFFD}</dd>"))
    #expect(page.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
  }

  @Test(arguments: Sample.allCases)
  func `are well formed, and load and link to nothing`(_ sample: Sample) throws {
    let page = try sample.page(Conversation()).body
    #expect(MarkupReader(page).fault == nil)
    for word in ["<script", "<img", "<link", "<a ", "src=", "href=", "url(", "style=", "onclick"] {
      #expect(!page.contains(word))
    }
    #expect(page.pieces(between: "<title>", "</title>").count == 1)
    #expect(page.pieces(between: "<h1>", "</h1>").count == 1)
    #expect(page.contains("<html lang=\"en\">"))
  }

  @Test(arguments: Sample.allCases)
  func `have one form or none, with a label for every field`(_ sample: Sample) throws {
    let page = try sample.page(Conversation()).body
    #expect(page.pieces(between: "<form ", "</form>").count == (sample.hasForm ? 1 : 0))
    let labelled = page.pieces(between: "<label for=\"", "\"")
    for input in page.pieces(between: "<input ", ">") where input.attribute("type") != "hidden" {
      let inside = page.pieces(between: "<label>", "</label>").contains { $0.contains("<input \(input)>") }
      #expect(inside || labelled.contains(input.attribute("id") ?? ""))
    }
  }

  @Test(arguments: [
    (Wire.request, "'self' http://127.0.0.1:8252 http://127.0.0.1:* http://localhost:*"),
    (Wire.nativeRequest, "'self' http://127.0.0.1:51004 http://127.0.0.1:* http://localhost:*"),
    (Wire.nativeRequest.replacing("127.0.0.1", with: "%5B%3A%3A1%5D"), "'self' http:"),
  ])
  func `let their form lead to the client, as far as a policy can name it`(_ query: String, _ sources: String) throws {
    let conversation = Conversation()
    let login = conversation.authorize(query)
    #expect(login[.contentSecurityPolicy]?.between("form-action ", ";") == sources)
    _ = try conversation.code()
    #expect(conversation.authorize(query)[.contentSecurityPolicy]?.between("form-action ", ";") == sources)
    #expect(conversation.authorize("")[.contentSecurityPolicy]?.between("form-action ", ";") == "'self'")
  }

  @Test func `keep their policy whatever a client has registered`() throws {
    let conversation = Conversation()
    let answer = conversation.register(#"{"redirect_uris":["com.example.app://a;sandbox,b"]}"#)
    let client = try #require(try JSON(parsing: answer.response.body)["client_id"]?.string)
    let policy = try #require(
      conversation.authorize("response_type=code&client_id=\(client)")[.contentSecurityPolicy])
    #expect(policy.hasSuffix("form-action 'self' com.example.app:; frame-ancestors 'none'; base-uri 'none'"))
  }

  @Test func `for login ask for username and password`() throws {
    let form = try Conversation().loginForm()
    #expect(form.method == "post")
    #expect(form.fields == ["interaction", "form_token", "username", "password"])
  }

  @Test func `for consent show client, address, scopes and user`() throws {
    let conversation = Conversation()
    let page = try Sample.consent.page(conversation).body
    for text in ["Workshop App", "<code>workshop-app</code>", "<code>http://127.0.0.1:8252</code>", "<dd>alice</dd>"] {
      #expect(page.contains(text))
    }
    let form = try #require(Form(page: page))
    #expect(form.method == "post")
    #expect(form.action == "/authorize/consent")
    #expect(form.boxes == ["profile", "email"])
    #expect(form.fields == ["interaction", "form_token", "scope", "scope", "decision", "decision"])
  }

  @Test func `for a path that is none list the endpoints`() throws {
    let page = try Sample.unknownPath.page(Conversation()).body
    for path in ["/authorize", "/token", "/me", "/.well-known/oauth-authorization-server"] {
      #expect(page.contains("<code>\(path)</code>"))
    }
  }
}

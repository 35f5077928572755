import HTTPTypes
import OAuth
import Testing

@testable import Playground

@Suite struct `The cookies of the browser` {
  @Test func `come back to the same host on any port, below their path`() {
    var jar = CookieJar()
    jar.store("a=1; Path=/authorize; HttpOnly", from: "127.0.0.1:8414")
    jar.store("b=2", from: "127.0.0.1:8414")
    #expect(jar.header(for: "127.0.0.1:8414", path: "/authorize") == "a=1; b=2")
    #expect(jar.header(for: "127.0.0.1:9000", path: "/authorize/login") == "a=1; b=2")
    #expect(jar.header(for: "127.0.0.1:8414", path: "/authorized") == "b=2")
    #expect(jar.header(for: "127.0.0.1:8414", path: "/") == "b=2")
    #expect(jar.header(for: "localhost:8414", path: "/authorize") == nil)
  }

  @Test func `are replaced by a newer one of the same name and path`() {
    var jar = CookieJar()
    jar.store("a=1; Path=/x", from: "[::1]:80")
    jar.store("a=2; path=/x", from: "[::1]:80")
    jar.store("a=3; Path=/y", from: "[::1]:80")
    #expect(jar.header(for: "[::1]", path: "/x") == "a=2")
  }

  @Test(arguments: ["", "novalue", "; Path=/"]) func `without a name and value are not kept`(_ header: String) {
    var jar = CookieJar()
    jar.store(header, from: "h")
    #expect(jar.header(for: "h", path: "/") == nil)
  }
}

@Suite struct `Forms of a page` {
  static let page = """
    <!DOCTYPE html><p>a < b</p><FORM action="/go?a=1&amp;b=2" method=POST>
    <input type=hidden name='h' value="&quot;x&#39;&lt;&unknown;">
    <input name="username" value="old"><input type="password" name="password">
    <input type="checkbox" name="scope" value="email" checked><input type=checkbox name=scope value=read>
    <input type="submit" name="s" value="Go"><input value="nameless">
    <button name="decision" value="allow">Allow</button></form><input name="outside">
    """

  @Test func `are found with their controls`() throws {
    let forms = HTMLForm.forms(in: Array(Self.page.utf8))
    let form = try #require(forms.first)
    #expect(forms.count == 1)
    #expect(form.action == "/go?a=1&b=2")
    #expect(form.method == "post")
    #expect(
      form.controls.map(\.name.text) == [
        "h", "username", "password", "scope", "scope", "s", "decision",
      ])
    #expect(form.controls[0].value == "\"x'<&unknown;")
    #expect(form.asks(for: .password) && !form.asks(for: "outside"))
  }

  @Test func `send what was typed, ticked and pressed, and leave the rest as it is`() throws {
    let form = try #require(HTMLForm.forms(in: Array(Self.page.utf8)).first)
    #expect(FormEncoding.encode(form.submission()) == "h=%22x%27%3C%26unknown%3B&username=old&password=&scope=email")
    let sent = form.submission(
      texts: ["username": "alice", "h": "forged"], ticked: ["read"], pressed: .init("decision", "deny"))
    #expect(
      FormEncoding.encode(sent)
        == "h=%22x%27%3C%26unknown%3B&username=alice&password=&scope=read&decision=deny")
    #expect(form.submission(ticked: []).values(of: .scope).isEmpty)
  }

  @Test(arguments: ["", "<", "<form", "<form><input name=a", "<form action='", "</form>", "<form =x>", "\u{FFFD}<"])
  func `broken markup gives no half form and no crash`(_ markup: String) {
    #expect(HTMLForm.forms(in: Array(markup.utf8)).isEmpty)
  }
}

@Suite struct `The browser` {
  @Test func `follows redirects, absolute or on the same host, and keeps cookies on the way`() {
    var agent = UserAgent()
    let request = agent.open("http://127.0.0.1:8414/authorize?a=1#fragment")
    #expect(request.target == "/authorize?a=1")
    let moved = ResponseMessage(status: .seeOther, fields: [.location: "/next", .setCookie: "s=1; Path=/next"])
    #expect(agent.receive(moved, to: request) == .redirect("http://127.0.0.1:8414/next"))
    #expect(agent.open("http://127.0.0.1:8414/next").head.headerFields[.cookie] == "s=1")
    let away = ResponseMessage(status: .found, fields: [.location: "http://127.0.0.1:8252/callback?code=x"])
    #expect(agent.receive(away, to: request) == .redirect("http://127.0.0.1:8252/callback?code=x"))
    #expect(agent.page == nil)
  }

  @Test func `takes a path for a path though its query holds an address, and encodes what cannot be sent`() {
    var agent = UserAgent()
    let back = ResponseMessage(status: .found, fields: [.location: "/authorize?redirect_uri=http://127.0.0.1:8252/cb"])
    let request = agent.open("http://127.0.0.1:8414/login?error=two words&x=%20\"é")
    #expect(request.target == "/login?error=two%20words&x=%20%22%C3%A9")
    #expect(
      agent.receive(back, to: request)
        == .redirect("http://127.0.0.1:8414/authorize?redirect_uri=http://127.0.0.1:8252/cb"))
  }

  @Test func `opens a URL without a path at its root`() {
    var agent = UserAgent()
    let request = agent.open("http://127.0.0.1:1?x=1")
    #expect(request.target == "/?x=1")
    #expect(request.head.authority == "127.0.0.1:1")
  }

  @Test func `submits a form where it belongs, in the query when it is a GET form`() throws {
    var agent = UserAgent()
    let page = ResponseMessage(
      status: .ok, body: Array("<form action='/search?x=1'><input name=q></form><form></form>".utf8))
    let request = agent.open("http://127.0.0.1:8414/")
    _ = agent.receive(page, to: request)
    let form = try #require(agent.page?.forms.first)
    #expect(agent.submit(form, ["q": "a b"])?.target == "/search?x=1&q=a%20b")
    agent.closePage()
    #expect(agent.submit(form, [:]) == nil)
  }
}

@Suite struct `Pages that send themselves` {
  private func page(_ markup: String) -> ResponseMessage { ResponseMessage(status: .ok, body: Array(markup.utf8)) }

  @Test func `a form is sent as it is`() throws {
    var agent = UserAgent()
    let request = agent.open("http://127.0.0.1:8414/authorize")
    let markup = """
      <form method=post action="http://127.0.0.1:8252/callback?x=1"><input type=hidden name=code value="a&amp;b"></form>
      <script>document.forms[0].submit()</script>
      """
    guard case .submission(let sent) = agent.receive(page(markup), to: request) else {
      Issue.record("nothing was sent")
      return
    }
    #expect(sent.head.method == .post)
    #expect(sent.head.authority == "127.0.0.1:8252")
    #expect(sent.target == "/callback?x=1")
    #expect(String(decoding: sent.body, as: UTF8.self) == "code=a%26b")
  }

  @Test func `what stands in the fragment is sent back to where the page came from, once`() throws {
    var agent = UserAgent()
    let request = agent.open("http://127.0.0.1:8252/callback#code=a%2Bb&state=x")
    #expect(request.target == "/callback")
    let answer = RedirectionEndpoint.respond(to: request)
    guard case .submission(let sent) = agent.receive(answer, to: request) else {
      Issue.record("nothing was sent")
      return
    }
    #expect(sent.target == "/callback")
    #expect(String(decoding: sent.body, as: UTF8.self) == "code=a%2Bb&state=x")
    guard case .page = agent.receive(answer, to: request) else {
      Issue.record("the fragment was sent twice")
      return
    }
  }

  @Test(arguments: [
    "<form method=post></form>", "<form></form><script>alert(1)</script>",
    "<script>document.forms[0].submit()</script>",
    "<form></form><script>submit()", "<form></form><script>submit(location.hash)</script>",
  ])
  func `another page waits for somebody`(_ markup: String) {
    var agent = UserAgent()
    let request = agent.open("http://127.0.0.1:8414/")
    guard case .page = agent.receive(page(markup), to: request) else {
      Issue.record("something was sent")
      return
    }
  }

  @Test func `the client's page lets its own script run and no other, and posts to itself only`() throws {
    let page = RedirectionEndpoint.respond(to: .get("/callback", authority: "127.0.0.1:8252"))
    let policy = try #require(page.head.headerFields[.contentSecurityPolicy])
    let markup = String(decoding: page.body, as: UTF8.self)
    let script = try #require(markup.split(separator: "<script>").last?.split(separator: "</script>").first)
    #expect(
      policy == "default-src 'none'; script-src \(SourceHash.of(String(script))); form-action 'self'; "
        + "frame-ancestors 'none'; base-uri 'none'")
    let answered = RedirectionEndpoint.respond(to: .get("/callback?code=x", authority: "127.0.0.1:8252"))
    #expect(answered.head.headerFields[.contentSecurityPolicy]?.contains("script-src") == false)
  }
}

@Suite struct `Response modes in a walk` {
  private func walk(_ mode: String, decision: String = "allow") throws -> Walkthrough {
    let carrier = MemoryCarrier()
    var walk = try carrier.walkthrough()
    walk.edit(.authorize) { $0.override(.query, "response_mode", with: mode) }
    walk.edit(.code) { $0.override(.page, "decision", with: decision) }
    carrier.play(.authorize, &walk)
    carrier.play(.code, &walk)
    if decision == "allow" { carrier.play(.token, &walk) }
    return walk
  }

  private func arrows(_ walk: Walkthrough) -> [String] {
    walk.timeline.exchanges.dropFirst(3).map { ExchangeText($0, .shortened).arrow }
  }

  @Test func `a form post reaches the client in the body of a POST`() throws {
    let walk = try walk("form_post")
    #expect(walk.status(.token).isPassed)
    #expect(
      arrows(walk) == [
        "browser → server  POST /authorize/consent  200", "browser → client  POST /callback  200",
        "client → server  GET /jwks  200", "client → server  POST /token  200",
      ])
  }

  @Test func `a fragment reaches the client by its own page`() throws {
    let walk = try walk("fragment")
    #expect(walk.status(.token).isPassed)
    #expect(
      arrows(walk) == [
        "browser → server  POST /authorize/consent  303", "browser → client  GET /callback  200",
        "browser → client  POST /callback  200", "client → server  GET /jwks  200",
        "client → server  POST /token  200",
      ])
    let judged = walk.timeline.exchanges.filter { $0.receiver == .client }.map { $0.judgement != nil }
    #expect(judged == [false, true])
  }

  @Test(arguments: ["form_post", "fragment"]) func `an error comes the same way`(_ mode: String) throws {
    let walk = try walk(mode, decision: "deny")
    #expect(walk.status(.code) == .refused("access_denied"))
    #expect(walk.timeline.exchanges.last?.wireError == "access_denied")
  }
}

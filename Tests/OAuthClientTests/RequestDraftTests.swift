import HTTPTypes
import OAuth
import OAuthClient
import Testing

@Suite("A draft becomes a message")
struct RequestDraftTests {
  @Test(arguments: [
    ("http://127.0.0.1:8414/token", "127.0.0.1:8414", "/token"), ("http://[::1]:8414/a/b", "[::1]:8414", "/a/b"),
    ("http://127.0.0.1:8414", "127.0.0.1:8414", "/"), ("http://h?x=1", "h", "/?x=1"),
    ("http://h/a?next=http://i/b", "h", "/a?next=http://i/b"), ("/token", "", "/token"), ("a:b/c", "", "a:b/c"),
    ("http://h/\u{301}a", "h", "/\u{301}a"),
  ])
  func `a URL is split into authority and path`(url: String, authority: String, path: String) {
    let draft = RequestDraft(.get, reading: url)
    #expect(draft.authority == authority)
    #expect(draft.path.hasSameOctets(as: path))
  }

  @Test func `the endpoint's own query is kept octet for octet in front of ours`() {
    let draft = RequestDraft(.get, reading: "http://h/authorize?t=a%20b&y=%2B&z", query: [.state: "a+b c"])
    #expect(draft.message().head.path == "/authorize?t=a%20b&y=%2B&z&state=a%2Bb%20c")
  }

  @Test func `without a query of ours the path stays as it is`() {
    #expect(RequestDraft(.get, reading: "http://h/me").message().head.path == "/me")
    #expect(RequestDraft(.get, reading: "http://h/me?").message().head.path == "/me?")
  }

  @Test func `a form gets its type and its length`() {
    let draft = RequestDraft(.post, reading: "http://h/token", body: .form([.code: "é", .scope: ""]))
    #expect(
      Workshop.lines(draft.message()) == [
        "POST /token", "Host: h", "Content-Type: application/x-www-form-urlencoded", "Content-Length: 18", "",
        "code=%C3%A9&scope=",
      ])
  }

  @Test func `fields that were set are left alone, however wrong`() throws {
    let host = try #require(HTTPField.Name("Host"))
    let draft = RequestDraft(
      .post, reading: "http://h/token",
      fields: [.contentLength: "3", host: "evil.example", .contentType: "text/plain"], body: .form([.code: "x"]))
    let message = draft.message()
    #expect(message.head.headerFields.map(\.value) == ["3", "evil.example", "text/plain"])
    #expect(message.head.authority == "evil.example")
  }

  @Test func `a raw body gets a length and no type, no body gets neither`() {
    let raw = RequestDraft(.post, reading: "http://h/token", body: .raw(Array("{}".utf8))).message()
    #expect(raw.head.headerFields == [.contentLength: "2"])
    #expect(raw.body == Array("{}".utf8))
    #expect(RequestDraft(.get, reading: "http://h/me").message().head.headerFields == [:])
    #expect(
      RequestDraft(.post, reading: "http://h/token", body: .form(Parameters())).message().head
        .headerFields[.contentLength] == "0")
  }
}

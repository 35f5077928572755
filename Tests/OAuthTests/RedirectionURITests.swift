import OAuth
import Testing

@Suite("RFC 6749 §3.1.2, RFC 8252 §7.3: redirection URIs")
struct RedirectionURITests {
  @Test(arguments: [
    ("http://127.0.0.1/callback", "http://127.0.0.1/callback", Int?.none),
    ("http://127.0.0.1:8252/callback?a=b", "http://127.0.0.1/callback?a=b", 8252),
    ("http://[::1]:51004/callback", "http://[::1]/callback", 51004), ("http://127.0.0.1:1", "http://127.0.0.1", 1),
    ("http://127.0.0.1:65535/", "http://127.0.0.1/", 65535), ("http://[::1]", "http://[::1]", nil),
    ("http://127.0.0.1:08252/callback", "http://127.0.0.1/callback", 8252),
    ("http://127.0.0.1?x=1", "http://127.0.0.1?x=1", nil),
  ])
  func `a loopback URI is split into port and rest`(text: String, rest: String, port: Int?) throws {
    let parts = try #require(try RedirectionURI(text).loopbackParts())
    #expect(parts.rest == rest)
    #expect(parts.port == port)
  }

  @Test(arguments: [
    "http://127.0.0.1:80@evil.example/callback", "http://user@127.0.0.1/callback", "http://127.0.0.1@evil.example/",
    "http://127.0.0.1.evil.example/callback", "http://127.0.0.1%2eevil.example/", "http://127.0.0.10/callback",
    "http://127.0.0.1:0/callback", "http://127.0.0.1:99999/callback", "http://127.0.0.1:65536/callback",
    "http://127.0.0.1:/callback", "http://127.0.0.1:+80/callback", "http://127.0.0.1:80evil/",
    "http://127.0.0.1:80:80/",
    "http://127.1/callback", "http://0x7f.0.0.1/", "http://localhost/callback", "http://[::1]evil/",
    "http://[::2]/callback",
    "http://[0:0:0:0:0:0:0:1]/", "https://127.0.0.1/callback", "HTTP://127.0.0.1/callback", "http:/127.0.0.1/",
    "http://127.0.0.1:99999999999999999999/",
  ])
  func `what only looks like a loopback URI has no parts`(text: String) throws {
    #expect(try RedirectionURI(text).loopbackParts() == nil)
  }

  @Test func `localhost counts only where it is named`() throws {
    let uri = try RedirectionURI("http://localhost:3000/callback")
    #expect(uri.loopbackParts() == nil)
    #expect(uri.loopbackParts(hosts: ["localhost"])?.port == 3000)
    #expect(try RedirectionURI("http://localhost.evil.example/").loopbackParts(hosts: ["localhost"]) == nil)
  }

  @Test(arguments: [
    ("/callback", RedirectionURI.Fault.notAbsolute), ("", .notAbsolute), ("//evil.example/", .notAbsolute),
    ("1http://h/", .notAbsolute), ("http:", .notAbsolute), ("http://h/cb#x", .fragment),
    ("http://h/cb#", .emptyFragment),
    ("http://h/a b", .character(0x20, at: 10)), ("http://h/\\x", .character(0x5C, at: 9)),
    ("http://h/\r\nX:y", .character(0x0D, at: 9)), ("http://h/\"", .character(0x22, at: 9)),
    ("http://é/", .character(0xC3, at: 7)), ("http://h/\u{0}", .character(0, at: 9)),
  ])
  func `what is no redirection URI is refused with its fault`(text: String, fault: RedirectionURI.Fault) {
    #expect(throws: fault) { try RedirectionURI(text) }
  }

  @Test func `nothing is normalised`() throws {
    let texts = ["http://h/cb", "http://h/cb/", "http://H/cb", "http://h:80/cb", "http://h/%63b", "http://h/cb?"]
    #expect(Set(try texts.map { try RedirectionURI($0) }).count == texts.count)
  }

  @Test func `scheme, host and origin are as written`() throws {
    let uri = try RedirectionURI("http://127.0.0.1:80@evil.example:99/cb")
    #expect(uri.host == "evil.example")
    #expect(!uri.isLoopbackAddress)
    #expect(try RedirectionURI("http://[::1]:9/cb").host == "[::1]")
    #expect(try RedirectionURI("http://[::1]:9/cb").origin == "http://[::1]:9")
    #expect(try RedirectionURI("com.example.app:/callback").scheme == "com.example.app")
    #expect(try RedirectionURI("com.example.app:/callback").host == nil)
  }
}

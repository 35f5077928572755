import HTTPTypes
import OAuth
import Testing

@testable import Playground

@Suite("What is compared of an answer") struct ComparedTextTests {
  @Test func `long words of letters and digits are chance, names of the protocol are not`() {
    let words = ChanceWords()
    #expect(
      words.masked("/cb?code=c8f0WPh7FBYz5MUT_t8pnyIDr&iss=http://127.0.0.1:8414")
        == "/cb?code=<random>&iss=http://127.0.0.1:8414")
    #expect(
      words.masked("urn:ietf:params:oauth:grant-type:device_code") == "urn:ietf:params:oauth:grant-type:device_code")
    #expect(words.masked("authorization_code_of_another_client") == "authorization_code_of_another_client")
    #expect(words.masked("/html/draft-ietf-oauth-v2-bearer-16") == "/html/draft-ietf-oauth-v2-bearer-16")
    #expect(words.masked("9f1d2c3b-2ad4-4a51-8f2e-0c9a7d5e6b1f") == "<random>")
    #expect(words.masked("4ee3e2a7c1d94b58a7e04ee3e2a7c1d94b58a7e0") == "<random>")
    #expect(words.masked("code c8f0WP… redeemed") == "code <random> redeemed")
    #expect(words.masked(JSONWebSignature.sample) == "<signed token>")
  }

  @Test func `a user code is chance, too, wherever the answer has it`() {
    let body = Array(
      #"{"user_code":"WDJB-MJHT","verification_uri_complete":"http://h/device?user_code=WDJB-MJHT"}"#.utf8)
    let text = AnswerText(.init(status: .ok, body: body))
    #expect(
      text.body.map(\.text) == [
        #""user_code":"<random>""#, #""verification_uri_complete":"http://h/device?user_code=<random>""#,
      ])
  }

  @Test func `an object has a line for each member, as it is written`() {
    let body = Array("{ \"a\" : \"x,\\\"}\" ,\n \"b\":{\"c\":[1, 2],\"d\":{}},\"e\":null}".utf8)
    let text = AnswerText(.init(status: .ok, body: body))
    #expect(text.body.map(\.text) == ["\"a\" : \"x,\\\"}\" ", "\"b\":{\"c\":[1, 2],\"d\":{}}", "\"e\":null"])
    #expect(text.body.map(\.name) == ["a", "b", "e"])
    #expect(AnswerText(.init(status: .ok, body: Array("<p>\n{}".utf8))).body.map(\.text) == ["<p>", "{}"])
    #expect(AnswerText(.init(status: .ok)).body == [])
  }

  @Test func `only what is other in a line is a differing part of it`() {
    func parts(_ left: String?, _ right: String?) -> [String] {
      let row = RequestComparison.Row(
        left.map { .init(.field, $0, name: "") }, right.map { .init(.field, $0, name: "") })
      return row.pieces(.left).map { $0.differs ? "[\($0.text)]" : $0.text }
    }
    #expect(parts("Cache-Control: no-store", "Cache-Control: no-store, private") == ["Cache-Control: no-store"])
    #expect(
      parts("Cache-Control: no-store, private", "Cache-Control: no-store") == [
        "Cache-Control: no-store", "[, private]",
      ])
    #expect(parts("expires_in: 3600, x", "expires_in: 300, x") == ["expires_in: ", "[3600]", ", x"])
    #expect(parts("a", nil) == ["[a]"])
    #expect(parts("a", "a") == ["a"])
    #expect(parts(nil, "a") == [])
    #expect(parts("aa", "a a") == ["[aa]"])
  }

  @Test func `lists are set beside each other in their order, or by name`() {
    func text(_ pairs: [Alignment<String>.Pair]) -> [String] { pairs.map { "\($0.left ?? "-")\($0.right ?? "-")" } }
    let (left, right) = (["a", "b", "c"], ["b", "d", "a"])
    #expect(text(Alignment.inOrder(left, right) { $0 }) == ["a-", "bb", "c-", "-d", "-a"])
    #expect(text(Alignment.byName(left, right) { $0 }) == ["aa", "bb", "c-", "-d"])
    #expect(text(Alignment.byName(["a", "a"], ["a"]) { $0 }) == ["aa", "a-"])
  }
}

extension JSONWebSignature {
  /// Three parts of base64url, as RFC 7515 §3.3 prints them.
  fileprivate static let sample =
    "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAs.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
}

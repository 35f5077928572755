import HTTPTypes
import OAuth
import Testing

@Suite("Messages")
struct MessageTests {
  @Test(arguments: [
    ("/token", "/token", ""), ("/a?b=c?d", "/a", "b=c?d"), ("/a?", "/a", ""),
    ("http://127.0.0.1:8414/authorize?x=1", "/authorize", "x=1"), ("http://127.0.0.1:8414", "/", ""),
    ("http://127.0.0.1:8414?x=1", "/", "x=1"), ("/a?next=http://h/b", "/a", "next=http://h/b"),
    ("/a?\u{301}x=1", "/a", "\u{301}x=1"), ("/a\u{301}?x", "/a\u{301}", "x"),
  ])
  func `a target is split at the first question mark`(target: String, path: String, query: String) {
    let request = RequestMessage.get(target, authority: "127.0.0.1:8414")
    #expect(request.path == path)
    #expect(request.query == Array(query.utf8))
  }

  @Test(arguments: [
    ("/token", "h:1"), ("*", "h:1"), ("/a?next=http://i/b", "h:1"), ("http://i:2/token", "i:2"), ("HTTP://i?x", "i"),
    ("http://h:1@i/", "h:1@i"), ("http://", ""),
  ])
  func `an absolute target says whom the request is for, whatever Host says`(target: String, authority: String) {
    #expect(RequestMessage.get(target, authority: "h:1").authority == authority)
  }

  @Test(arguments: [
    ("application/json", "application/json"), ("Application/JSON; charset=UTF-8", "application/json"),
    ("text/html ;charset=x", "text/html"), (";", ""),
  ])
  func `a media type has no parameters and is in lower case`(value: String, mediaType: String) {
    #expect(RequestMessage.get("/", authority: "h", fields: [.contentType: value]).mediaType == mediaType)
    #expect(ResponseMessage(status: .ok, fields: [.contentType: value]).mediaType == mediaType)
  }

  @Test func `a message without Content-Type has no media type`() {
    #expect(RequestMessage.get("/", authority: "h").mediaType == nil)
    #expect(ResponseMessage(status: .ok).mediaType == nil)
  }

  @Test func `a form says its type and its length`() {
    let request = RequestMessage.form([.code: "é"], to: "/token", authority: "h")
    #expect(request.body == Array("code=%C3%A9".utf8))
    #expect(request.head.headerFields[.contentLength] == "11")
    #expect(request.mediaType == "application/x-www-form-urlencoded")
  }

  @Test func `a JSON answer says its type and forbids guessing`() {
    let response = ResponseMessage.json(["a": "/"], fields: .noStore)
    #expect(response.body == Array(#"{"a":"/"}"#.utf8))
    #expect(response.head.headerFields[.contentType] == "application/json")
    #expect(response.head.headerFields[.cacheControl] == "no-store")
  }
}

@Suite("RFC 6749 §5: answers of the token endpoint")
struct TokenAnswerTests {
  @Test func `an error response is the same in JSON and in a query`() {
    let error = ErrorResponse(code: .invalidGrant, description: "It expired.")
    #expect(error.json.text == #"{"error":"invalid_grant","error_description":"It expired."}"#)
    #expect(FormEncoding.encode(error.parameters) == "error=invalid_grant&error_description=It%20expired.")
  }

  @Test func `an error response is read from JSON, a query and a challenge alike`() throws {
    let error = ErrorResponse(code: .invalidToken, description: "It expired.")
    let body = Array(#"{"error":"invalid_token","error_description":"It expired."}"#.utf8)
    #expect(ResponseMessage(status: .unauthorized, body: body).errorInBody == error)
    #expect(
      ErrorResponse(try FormEncoding.parse(Array("error=invalid_token&error_description=It+expired.".utf8))) == error)
    let challenge = try #require(Challenge(parsing: #"Bearer error="invalid_token", error_description="It expired.""#))
    #expect(ErrorResponse(challenge) == error)
    #expect(ErrorResponse(Challenge.basic(realm: "r")) == nil)
    for body in ["", "[]", #"{"error":7}"#, #"{"error_description":"x"}"#] {
      #expect(ResponseMessage(status: .badRequest, body: Array(body.utf8)).errorInBody == nil)
    }
  }

  @Test(arguments: ["mF_9.B5f-4.1JqM", "a", "a+/~==", "0="])
  func `a bearer token keeps to its grammar`(text: String) {
    #expect(BearerToken(text)?.headerValue == "Bearer \(text)")
  }

  @Test(arguments: ["", "=", "a=b", "a b", "a,b", "a\r\n", "é", "a\""])
  func `what is no bearer token is nil`(text: String) {
    #expect(BearerToken(text) == nil)
  }
}

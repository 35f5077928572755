import AuthorizationServer
import HTTPTypes
import OAuth
import Testing

@Suite struct `RFC 6749 §3.2, §4.1.3: the token request` {
  @Test func `is answered with a token, in JSON that nobody stores`() throws {
    let conversation = Conversation()
    let code = try conversation.code()
    let answer = conversation.send(
      """
      POST /token HTTP/1.1
      Host: 127.0.0.1:8414
      Authorization: Basic d29ya3Nob3AtYXBwOndvcmtzaG9wLXNlY3JldA==
      Content-Type: application/x-www-form-urlencoded

      grant_type=authorization_code&code=\(code)&redirect_uri=http%3A%2F%2F127.0.0.1%3A8252%2Fcallback
      """)
    #expect(
      answer.wire(.contentType, .cacheControl, .pragma, .xContentTypeOptions, .location, .wwwAuthenticate) == """
        HTTP/1.1 200 OK
        Content-Type: application/json
        Cache-Control: no-store
        Pragma: no-cache
        X-Content-Type-Options: nosniff

        {"access_token":"RANDOM","token_type":"Bearer","expires_in":3600,"scope":"profile email"}
        """)
  }

  @Test(arguments: ["GET", "HEAD", "PUT", "DELETE", "OPTIONS"])
  func `must be a POST, and another method leaves the code alone`(_ method: String) throws {
    let conversation = Conversation()
    let code = try conversation.code()
    let answer = conversation.send(
      "\(method) /token?\(Wire.redemption(code)) HTTP/1.1\nHost: 127.0.0.1:8414\nOrigin: https://app.example")
    #expect(
      answer.wire(.allow, .cacheControl, .contentType) == """
        HTTP/1.1 405 Method Not Allowed
        Allow: POST
        Cache-Control: no-store
        Content-Type: application/json

        {"error":"invalid_request","error_description":"This endpoint takes another method."}
        """)
    #expect(!answer.response.head.headerFields.contains { $0.name.canonicalName.hasPrefix("access-control") })
    #expect(conversation.redeem(code).status == 200)
  }

  @Test(arguments: [
    "", "Content-Type: application/json\n", "Content-Type: multipart/form-data; boundary=b\n",
    "Content-Type: text/plain\n",
    "Content-Type: application/x-www-form-urlencodedx\n",
  ])
  func `must be a form`(_ header: String) {
    let answer = Conversation().send("POST /token HTTP/1.1\nHost: 127.0.0.1:8414\n\(header)\ngrant_type=a")
    #expect(
      answer.wire() == """
        HTTP/1.1 400 Bad Request

        {"error":"invalid_request","error_description":"The body must be application/x-www-form-urlencoded."}
        """)
  }

  @Test func `may write its media type in any case and with parameters`() throws {
    let conversation = Conversation()
    let code = try conversation.code()
    let answer = conversation.send(
      "POST /token HTTP/1.1\nHost: 127.0.0.1:8414\nContent-Type:  Application/X-WWW-Form-Urlencoded ; charset=utf-8\n\n"
        + Wire.redemption(code))
    #expect(answer.status == 200)
  }

  @Test(arguments: [
    "client_secret=workshop-secret", "client_id=workshop-app&client_secret=", "code=c", "code_verifier=v",
    "password=p", "refresh_token=r", "%63lient_secret=x", "%zz&client_secret=x",
  ])
  func `must not carry credentials in its URI`(_ query: String) throws {
    let conversation = Conversation()
    let code = try conversation.code()
    let answer = conversation.send(
      "POST /token?\(query) HTTP/1.1\nHost: 127.0.0.1:8414\nContent-Type: application/x-www-form-urlencoded\n\n"
        + Wire.redemption(code))
    #expect(
      answer.wire() == """
        HTTP/1.1 400 Bad Request

        {"error":"invalid_request","error_description":"Credentials must not be sent in the request URI."}
        """)
  }

  @Test(arguments: ["code", "grant_type", "redirect_uri", "client_id", "client_secret", "code_verifier", "scope"])
  func `must not repeat a parameter, even one without a value`(_ name: String) throws {
    let answer = Conversation().token("\(name)=&\(name)=a")
    #expect(answer.refusal == .parameterRepeated(ParameterName(name), times: 2))
    #expect(
      answer.wire() == """
        HTTP/1.1 400 Bad Request

        {"error":"invalid_request","error_description":"A parameter is repeated."}
        """)
  }

  @Test func `may carry parameters that nobody defines, even twice`() throws {
    let conversation = Conversation()
    #expect(conversation.redeem(try conversation.code(), "foo=bar&foo=baz&Code=c").status == 200)
  }

  @Test(arguments: [
    ("", "invalid_request", "Parameter grant_type is missing."),
    ("grant_type=", "invalid_request", "Parameter grant_type is missing."),
    (
      "grant_type=password&username=alice&password=wonderland", "unsupported_grant_type",
      "The grant_type is not supported."
    ),
    ("grant_type=Authorization_Code&code=c", "unsupported_grant_type", "The grant_type is not supported."),
    ("grant_type=implicit", "unsupported_grant_type", "The grant_type is not supported."),
    ("grant_type=authorization_code", "invalid_request", "Parameter code is missing."),
    ("grant_type=authorization_code&code=", "invalid_request", "Parameter code is missing."),
    ("grant_type=authorization_code&code=c", "invalid_grant", "The authorization grant is invalid."),
  ])
  func `gets a 400 that says what is wrong`(_ body: String, _ error: String, _ description: String) {
    #expect(
      Conversation().token("\(body)&\(Wire.secret)").wire(.cacheControl, .pragma, .wwwAuthenticate) == """
        HTTP/1.1 400 Bad Request
        Cache-Control: no-store
        Pragma: no-cache

        {"error":"\(error)","error_description":"\(description)"}
        """)
  }

  @Test func `of a client without the grant is unauthorized_client`() {
    let answer = Conversation().token(
      "grant_type=authorization_code&code=c&client_id=nightly-job&client_secret=nightly-secret")
    #expect(
      answer.wire() == """
        HTTP/1.1 400 Bad Request

        {"error":"unauthorized_client","error_description":"The client may not use this grant."}
        """)
  }

  @Test(arguments: ["code_verifier=wrong", "redirect_uri=wrong", "client_id=other", "code=wrong"])
  func `learns from the wire only that the grant is invalid`(_ fault: String) throws {
    let conversation = Conversation()
    let code = try conversation.code(Wire.provenRequest)
    let right = [
      "grant_type": "authorization_code", "code": code, "redirect_uri": Wire.callback, "client_id": "workshop-app",
      "client_secret": "workshop-secret", "code_verifier": Wire.verifier,
    ]
    var wrong = right
    switch fault {
    case "client_id=other": wrong.merge(["client_id": "other-app", "client_secret": "other-secret"]) { $1 }
    default:
      let pair = fault.split(separator: "=").map(String.init)
      wrong[pair[0]] = pair[1]
    }
    #expect(
      conversation.token(wrong.map { "\($0)=\($1)" }.joined(separator: "&")).wire() == """
        HTTP/1.1 400 Bad Request

        {"error":"invalid_grant","error_description":"The authorization grant is invalid."}
        """)
    #expect(conversation.token(right.map { "\($0)=\($1)" }.joined(separator: "&")).status == 200)
  }
}

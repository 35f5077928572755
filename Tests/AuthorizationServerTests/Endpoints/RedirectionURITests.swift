import AuthorizationServer
import HTTPTypes
import OAuth
import Testing

@Suite struct `RFC 6749 §3.1.2, RFC 9700 §4.1.3: the redirection URI` {
  @Test(arguments: [
    "https%3A%2F%2Fevil.example%2F", "HTTP%3A%2F%2F127.0.0.1%3A8252%2Fcallback",
    "http%3A%2F%2F127.0.0.1%3A8252%2FCallback",
    "\(Wire.callback)%2F", "\(Wire.callback)%3Fa%3Db", "http%3A%2F%2F127.0.0.1%3A8252%2F%2563allback",
    "http%3A%2F%2F127.0.0.1%3A8253%2Fcallback", "http%3A%2F%2F127.0.0.1%2Fcallback",
    "http%3A%2F%2Flocalhost%3A8252%2Fcallback",
    "http%3A%2F%2Fuser%40127.0.0.1%3A8252%2Fcallback", "http%3A%2F%2F127.0.0.1%3A8252%2F.%2Fcallback",
    "http%3A%2F%2F127.0.0.1%3A8252%40evil.example%2Fcallback", "http%3A%2F%2F127.0.0.1%3A8252%2Fother",
  ])
  func `that is not the registered one octet by octet is shown to the person`(_ uri: String) {
    let conversation = Conversation()
    let answer = conversation.authorize("response_type=code&client_id=workshop-app&state=xyz&redirect_uri=\(uri)")
    #expect(answer.refusal?.kind == .redirectionURIUnregistered)
    #expect(answer.status == 400)
    #expect(answer[.location] == nil)
    #expect(conversation.server.state.pendingAuthorizations.count == 0)
  }

  @Test(arguments: [
    ("%2Fcallback", RedirectionURI.Fault.notAbsolute), ("127.0.0.1", .notAbsolute), ("http%3A", .notAbsolute),
    ("\(Wire.callback)%23x", .fragment), ("\(Wire.callback)%20", .character(0x20, at: 30)),
    ("\(Wire.callback)%0D%0AX%3A%20y", .character(0x0D, at: 30)),
    ("http%3A%2F%2F127.0.0.1%5Cevil", .character(0x5C, at: 16)),
    ("https%3A%2F%2F%E2%84%AA.example", .character(0xE2, at: 8)),
  ])
  func `must be an absolute URI without a fragment`(_ uri: String, _ fault: RedirectionURI.Fault) throws {
    let answer = Conversation().authorize("response_type=code&client_id=workshop-app&redirect_uri=\(uri)")
    guard case .redirectionURIMalformed(_, fault)? = answer.refusal else {
      Issue.record("refused by \(String(describing: answer.refusal))")
      return
    }
    #expect(answer.status == 400)
    #expect(answer[.location] == nil)
  }

  @Test func `may be left out where only one is registered`() throws {
    let conversation = Conversation()
    let answer = try conversation.approve("response_type=code&client_id=workshop-app")
    #expect(
      answer.wire(.location) == """
        HTTP/1.1 303 See Other
        Location: http://127.0.0.1:8252/callback?code=RANDOM&iss=\(Wire.issuer)
        """)
    let native = conversation.authorize("response_type=code&client_id=native-app")
    #expect(native.refusal == .redirectionURIMissing(registered: 2))
  }

  /// There is nothing to compare with, and the client may not use this endpoint at all. RFC 6749 §4.1.2.1.
  @Test(arguments: ["", "&redirect_uri=https%3A%2F%2Fjob.example%2Fcb"])
  func `a client that has registered none is unauthorized, and nobody is sent anywhere`(_ more: String) {
    let answer = Conversation().authorize("response_type=code&client_id=nightly-job&state=xyz\(more)")
    #expect(answer.status == 400)
    #expect(answer[.location] == nil)
    #expect(answer.body.contains("unauthorized_client"))
    #expect(answer.body.contains("The client is registered for no redirection URI."))
  }

  @Test func `the refusal names the nearest one and where it differs`() {
    let answer = Conversation().authorize("response_type=code&client_id=workshop-app&redirect_uri=\(Wire.callback)2")
    #expect(
      answer.refusal
        == .redirectionURIUnregistered(
          "http://127.0.0.1:8252/callback2", nearest: "http://127.0.0.1:8252/callback", differsAt: 30))
  }

  @Test func `an existing query is kept octet for octet`() throws {
    let answer = try Conversation(.samples()).approve("response_type=code&client_id=tenant&state=a%2Bb")
    #expect(
      answer.wire(.location) == """
        HTTP/1.1 303 See Other
        Location: https://client.example/cb?tenant=a%20b&y=%2B&code=RANDOM&state=a%2Bb&iss=\(Wire.issuer)
        """)
    #expect(
      try Conversation(.samples()).approve("response_type=code&client_id=open-query").wire(.location) == """
        HTTP/1.1 303 See Other
        Location: https://open.example/cb?code=RANDOM&iss=\(Wire.issuer)
        """)
  }
}

@Suite struct `RFC 8252 §7.3: loopback redirection URIs` {
  private static func refusal(of uri: String, client: String = "native-app") throws -> Refusal.Kind? {
    try Conversation(.samples()).authorize(
      "response_type=code&client_id=\(client)&redirect_uri=\(PercentCoding.encode(uri))"
        + "&code_challenge=\(Wire.challenge)&code_challenge_method=S256"
    ).refusal?.kind
  }

  @Test(arguments: [
    "http://127.0.0.1/callback", "http://127.0.0.1:1/callback", "http://127.0.0.1:51004/callback",
    "http://127.0.0.1:65535/callback", "http://[::1]/callback", "http://[::1]:51004/callback",
  ])
  func `any port will do`(_ uri: String) throws {
    #expect(try Self.refusal(of: uri) == nil)
  }

  @Test(arguments: [
    "http://127.0.0.1:51004/other", "http://127.0.0.1:51004/callback?", "http://127.0.0.1:51004/callback/",
    "http://localhost:51004/callback", "http://127.0.0.2:51004/callback", "https://127.0.0.1:51004/callback",
    "http://user@127.0.0.1:51004/callback", "http://127.0.0.1:80@evil.example/callback", "http://127.0.0.1:/callback",
    "http://127.0.0.1:0/callback", "http://127.0.0.1:65536/callback", "http://127.0.0.1:+80/callback",
    "http://127.0.0.1:99999999999999999999/callback", "http://127.0.0.1.evil.example/callback",
    "http://[::2]:51004/callback", "http://[0:0:0:0:0:0:0:1]:51004/callback", "http://0.0.0.0:51004/callback",
    "http://127.0.0.1%2eevil.example/callback", "http://127.1:51004/callback",
  ])
  func `only the port is free`(_ uri: String) throws {
    #expect(try Self.refusal(of: uri) == .redirectionURIUnregistered)
  }

  @Test func `the port is free for public clients only, and not for a name`() throws {
    #expect(try Self.refusal(of: "http://127.0.0.1:9/callback", client: "workshop-app") == .redirectionURIUnregistered)
    #expect(try Self.refusal(of: "http://localhost/cb", client: "named-host") == nil)
    #expect(try Self.refusal(of: "http://localhost:9/cb", client: "named-host") == .redirectionURIUnregistered)
  }

  @Test func `the answer goes to the port of the request`() throws {
    #expect(
      try Conversation().approve(Wire.nativeRequest).wire(.location) == """
        HTTP/1.1 303 See Other
        Location: http://127.0.0.1:51004/callback?code=RANDOM&state=xyz&iss=\(Wire.issuer)
        """)
  }

  @Test func `a native client needs a challenge, and consent each time`() throws {
    let conversation = Conversation()
    let request =
      "response_type=code&client_id=native-app&redirect_uri=http%3A%2F%2F127.0.0.1%3A51004%2Fcallback&state=xyz"
    #expect(
      conversation.authorize(request).wire(.location) == """
        HTTP/1.1 303 See Other
        Location: http://127.0.0.1:51004/callback?error=invalid_request\
        &error_description=Parameter%20code_challenge%20is%20missing.&state=xyz&iss=\(Wire.issuer)
        """)
    _ = try conversation.code(Wire.nativeRequest)
    #expect(Form(page: conversation.authorize(Wire.nativeRequest).body)?.action == "/authorize/consent")
  }
}

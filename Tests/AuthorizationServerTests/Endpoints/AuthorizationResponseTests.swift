import AuthorizationServer
import HTTPTypes
import OAuth
import Testing

@Suite struct `RFC 6749 §4.1.2, RFC 9207 §2: the authorization response` {
  @Test func `carries code, state and issuer, and is not stored`() throws {
    #expect(
      try Conversation().approve().wire(.location, .cacheControl, .pragma, .referrerPolicy, .xContentTypeOptions) == """
        HTTP/1.1 303 See Other
        Location: http://127.0.0.1:8252/callback?code=RANDOM&state=xyz&iss=\(Wire.issuer)
        Cache-Control: no-store
        Pragma: no-cache
        Referrer-Policy: no-referrer
        X-Content-Type-Options: nosniff
        """)
  }

  @Test func `a denial is access_denied with state and issuer`() throws {
    let conversation = Conversation()
    let answer = conversation.submit(try conversation.consentForm(), "decision=deny")
    #expect(
      answer.wire(.location) == """
        HTTP/1.1 303 See Other
        Location: http://127.0.0.1:8252/callback?error=access_denied\
        &error_description=The%20resource%20owner%20denied%20the%20request.&state=xyz&iss=\(Wire.issuer)
        """)
    #expect(conversation.server.state.authorizationCodes.count == 0)
    #expect(conversation.server.state.pendingAuthorizations.count == 0)
  }

  @Test func `state with every printable character comes back octet for octet, in success and in error`() throws {
    let state = String(decoding: (UInt8(0x20)...0x7E).map(\.self), as: UTF8.self)
    let query = "response_type=code&client_id=workshop-app&state=\(PercentCoding.encode(state))"
    let success = try #require(try Conversation().approve(query).parameter(.state))
    #expect(success.hasSameOctets(as: state))
    let failure = try #require(Conversation().authorize("\(query)&scope=bogus").parameter(.state))
    #expect(failure.hasSameOctets(as: state))
  }

  @Test(arguments: ["%0D%0ASet-Cookie%3A%20a%3Db", "%C3%A9%E2%84%AA", "%7F%01", "e%CC%81", "%3Cscript%3E%22'"])
  func `state beyond that comes back octet for octet too, and encoded`(_ state: String) throws {
    let answer = try Conversation().approve("response_type=code&client_id=workshop-app&state=\(state)")
    let location = try #require(answer[.location])
    #expect(location.utf8.allSatisfy { (0x21...0x7E).contains($0) })
    let sent = try FormEncoding.parse(Array("state=\(state)".utf8))[.state]
    #expect(answer.parameter(.state)?.hasSameOctets(as: sent ?? "") == true)
    #expect(answer.response.head.headerFields.count { $0.name == .setCookie } == 0)
  }

  @Test func `the issuer is that of the metadata, in errors too`() throws {
    let conversation = Conversation()
    let metadata = conversation.send("GET /.well-known/oauth-authorization-server HTTP/1.1\nHost: localhost:8414")
    let issuer = try JSON(parsing: metadata.response.body)["issuer"]?.string
    #expect(try conversation.approve().parameter(.issuer) == issuer)
    #expect(conversation.authorize("client_id=workshop-app").parameter(.issuer) == issuer)
    #expect(issuer == "http://127.0.0.1:8414")
  }

  @Test func `a thousand codes are all different and have 256 bits`() throws {
    let conversation = Conversation()
    conversation.server.approvesAs = "alice"
    let codes = (0..<1000).compactMap { _ in conversation.authorize(Wire.request).parameter(.code) }
    #expect(Set(codes).count == 1000)
    #expect(codes.allSatisfy { Base64URL.decode($0)?.count == 32 })
  }

  @Test func `neither challenge nor state of the server can be read from the code`() throws {
    let answer = try Conversation().approve(Wire.provenRequest)
    #expect(answer[.location]?.contains(Wire.challenge) == false)
    #expect(answer.response.body.isEmpty)
  }

  @Test func `the decision tells what was issued, by its beginning only`() throws {
    let answer = try Conversation().approve()
    let code = try #require(answer.parameter(.code))
    #expect(answer.decision.changes == [.authorizationCodeIssued(String(code.prefix(6)), lifetime: .seconds(30))])
    #expect(answer.decision.changes[0].sentence == "code \(code.prefix(6))… issued, good for 30 s")
  }

  @Test func `a server that approves everything asks nobody`() {
    let conversation = Conversation()
    conversation.server.approvesAs = "bob"
    #expect(
      conversation.authorize(Wire.request).wire(.location, .setCookie) == """
        HTTP/1.1 303 See Other
        Location: http://127.0.0.1:8252/callback?code=RANDOM&state=xyz&iss=\(Wire.issuer)
        """)
  }
}

import AuthorizationServer
import HTTPTypes
import OAuth
import Testing

@Suite("The profile miniorange-premium") struct MiniOrangePremiumTests {
  /// The request of the document, with the parameters that have no use.
  @Test(arguments: [
    ("application/x-www-form-urlencoded", "grant_type=client_credentials&\(Wire.jobSecret)", "X-None: 1"),
    (
      "application/x-www-form-urlencoded",
      "grant_type=client_credentials&redirect_uri=\(Wire.callback)&scope=read&\(Wire.jobSecret)", "X-None: 1"
    ),
    (
      "application/json",
      #"{"grant_type":"client_credentials","client_id":"nightly-job","client_secret":"nightly-secret"}"#, "X-None: 1"
    ),
    (
      "application/x-www-form-urlencoded", "grant_type=client_credentials&client_id=nightly-job&client_secret=wrong",
      "Authorization: Basic bmlnaHRseS1qb2I6bmlnaHRseS1zZWNyZXQ="
    ),
  ])
  func `grants client credentials as the document shows`(_ type: String, _ body: String, _ header: String) throws {
    let answer = try Conversation(playing: .miniOrangePremium).send(
      """
      POST /wp-json/moserver/token HTTP/1.1
      Host: 127.0.0.1:8414
      Content-Type: \(type)
      \(header)

      \(body)
      """)
    let token = try #require(answer.accessToken)
    #expect(
      answer.wire(.contentType, .cacheControl) == """
        HTTP/1.1 200 OK
        Content-Type: application/json; charset=UTF-8
        Cache-Control: no-store

        {"access_token":"\(token)","expires_in":600,"token_type":"Bearer"}
        """)
    #expect(token.utf8.count == 32)
  }

  @Test func `has nobody to show with such a token`() throws {
    let conversation = try Conversation(playing: .miniOrangePremium)
    let token = try #require(conversation.token("grant_type=client_credentials&\(Wire.jobSecret)").accessToken)
    #expect(
      conversation.me("Bearer \(token)").wire() == """
        HTTP/1.1 403 Forbidden

        {"error":"invalid_token","desc":"access_token provided is either invalid or does not belong to a valid user."}
        """)
    conversation.advance(.seconds(601))
    #expect(conversation.me("Bearer \(token)").body.contains("expired_token"))
  }

  @Test(arguments: [
    ("client_id=nightly-job", "invalid_client", "client credentials are required"),
    ("client_id=nightly-job&client_secret=wrong", "invalid_client", "The client credentials are invalid"),
    ("x=1", "invalid_client", "Client credentials were not found in the headers or body"),
    (Wire.secret, "unauthorized_client", "The grant type is unauthorized for this client_id"),
    ("\(Wire.jobSecret)&scope=bogus", "invalid_scope", "An unsupported scope was requested"),
    ("\(Wire.jobSecret)&scope=email", "invalid_scope", "The scope requested is invalid for this client"),
  ])
  func `refuses with status 200`(_ rest: String, _ error: String, _ description: String) throws {
    #expect(
      try Conversation(playing: .miniOrangePremium).token("grant_type=client_credentials&\(rest)").wire() == """
        HTTP/1.1 200 OK

        {"error":"\(error)","error_description":"\(description)"}
        """)
  }

  @Test func `takes the refresh tokens it gives, once each`() throws {
    let conversation = try Conversation(playing: .miniOrangePremium)
    let first = try conversation.tokens(Wire.request).refresh
    let second = try #require(conversation.refresh(first).refreshToken)
    #expect(second != first)
    #expect(conversation.refresh(first).body.contains("Invalid refresh token"))
  }

  @Test func `still knows no other grant`() throws {
    #expect(
      try Conversation(playing: .miniOrangePremium).token("grant_type=banana&\(Wire.jobSecret)").wire() == """
        HTTP/1.1 400 Bad Request

        {"error":"invalid_grant","error_description":"The \\"grant_type\\" requested is unsupported or invalid"}
        """)
  }
}

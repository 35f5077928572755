import AuthorizationServer
import HTTPTypes
import OAuth
import Testing

@Suite("Tokens of the profile wp-oauth") struct WPOAuthTokenLifeTests {
  @Test func `says why a token is no good only to who has a cookie of WordPress`() throws {
    let conversation = try Conversation(playing: .wpOAuth, approvedBy: "alice")
    let token = try #require(conversation.redeem(try conversation.codeAtOnce()).accessToken)
    func me(_ header: String) -> Answer {
      conversation.send(
        "GET /oauth/me HTTP/1.1\nHost: 127.0.0.1:8414\nCookie: a=b; wordpress_logged_in_1=alice\n\(header)")
    }
    #expect(
      me("X-None: 1").wire(.wwwAuthenticate) == """
        HTTP/1.1 401 Unauthorized
        WWW-Authenticate: Bearer realm="Service"

        []
        """)
    #expect(
      me("Authorization: Bearer nonsense").wire(.wwwAuthenticate) == """
        HTTP/1.1 401 Unauthorized
        WWW-Authenticate: Bearer realm="Service", error="invalid_token", error_description="The access token provided is invalid"

        {"error":"invalid_token","error_description":"The access token provided is invalid"}
        """)
    conversation.advance(.seconds(3601))
    #expect(
      me("Authorization: Bearer \(token)").wire(.wwwAuthenticate) == """
        HTTP/1.1 401 Unauthorized
        WWW-Authenticate: Bearer realm="Service", error="expired_token", error_description="The access token provided has expired"

        {"error":"expired_token","error_description":"The access token provided has expired"}
        """)
    #expect(conversation.me("Bearer \(token)").body.contains("\"Invalid token\""))
    #expect(conversation.me("Bearer \(token)")[.wwwAuthenticate] == nil)
  }

  @Test func `takes the token in the query and in the body, by any method`() throws {
    let conversation = try Conversation(playing: .wpOAuth, approvedBy: "alice")
    let token = try #require(conversation.redeem(try conversation.codeAtOnce()).accessToken)
    for method in ["GET", "PUT", "DELETE"] {
      #expect(
        conversation.send("\(method) /oauth/me?access_token=\(token) HTTP/1.1\nHost: 127.0.0.1:8414").status == 200)
    }
    #expect(
      conversation.send(
        """
        POST /oauth/me HTTP/1.1
        Host: 127.0.0.1:8414
        Content-Type: application/x-www-form-urlencoded

        access_token=\(token)
        """
      ).status == 200)
    #expect(conversation.removeResourceOwner("alice"))
    conversation.server.policy.accessTokenRevocation = false
    #expect(conversation.me("Bearer \(token)").refusal != nil)
  }

  @Test func `introspects by the token itself`() throws {
    let conversation = try Conversation(playing: .wpOAuth, approvedBy: "alice")
    let token = try #require(conversation.redeem(try conversation.codeAtOnce()).accessToken)
    func ask(_ method: String) -> Answer {
      conversation.send(
        "\(method) /oauth/introspection HTTP/1.1\nHost: 127.0.0.1:8414\nAuthorization: Bearer \(token)")
    }
    #expect(
      ask("POST").wire(.contentType) == """
        HTTP/1.1 200 OK
        Content-Type: application/json

        {"active":true,"scope":"profile email","client_id":"workshop-app"}
        """)
    #expect(
      ask("GET").wire(.allow) == """
        HTTP/1.1 405 Method Not Allowed
        Allow: POST

        {"error":"invalid_request","error_description":"The request method must be POST when calling the introspection \
        endpoint.","error_uri":"https:\\/\\/tools.ietf.org\\/html\\/rfc7662#section-2.1"}
        """)
  }

  @Test func `keeps the old refresh token, where clients may refresh at all`() throws {
    let conversation = try Conversation(playing: .wpOAuth, approvedBy: "alice")
    conversation.server.policy.clientGrants = []
    let old = try #require(conversation.redeem(try conversation.codeAtOnce()).refreshToken)
    let new = try #require(conversation.refresh(old).refreshToken)
    #expect(new != old)
    #expect(conversation.refresh(old).status == 200)
    #expect(conversation.refresh(new).status == 200)
    let job = conversation.token("grant_type=client_credentials&\(Wire.jobSecret)")
    let token = try #require(job.accessToken)
    #expect(job.refreshToken == nil)
    #expect(conversation.me("Bearer \(token)").body.contains("\"Invalid token\""))
  }

  @Test func `ends a token by /oauth/destroy`() throws {
    let conversation = try Conversation(playing: .wpOAuth, approvedBy: "alice")
    let token = try #require(conversation.redeem(try conversation.codeAtOnce()).accessToken)
    let answer = conversation.send("GET /oauth/destroy?access_token=\(token) HTTP/1.1\nHost: 127.0.0.1:8414")
    #expect(answer.status == 200)
    #expect(conversation.me("Bearer \(token)").status == 400)
  }

  @Test func `signs out by /oauth/destroy`() throws {
    let conversation = try Conversation(playing: .wpOAuth)
    let target = try #require(conversation.authorize(Wire.request)[.location])
    let form = try #require(Form(page: conversation.browse("GET \(target) HTTP/1.1\nHost: 127.0.0.1:8414").body))
    _ = conversation.signIn(form)
    #expect(conversation.authorize(Wire.request).parameter(.code) != nil)
    _ = conversation.browse("POST /oauth/destroy HTTP/1.1\nHost: 127.0.0.1:8414")
    #expect(conversation.authorize(Wire.request)[.location]?.hasPrefix("http://127.0.0.1:8414/wp-login.php?") == true)
  }
}

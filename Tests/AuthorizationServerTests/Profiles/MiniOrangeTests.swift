import AuthorizationServer
import HTTPTypes
import OAuth
import Testing

@Suite("The profile miniorange") struct MiniOrangeTests {
  @Test(arguments: Capture.miniOrangeAuthorization + Capture.miniOrangeToken + Capture.miniOrangeResource)
  func `answers as the plugin was seen to`(_ capture: Capture) throws {
    #expect(capture.replayed(in: try Conversation(playing: .miniOrange)) == capture.response)
  }

  @Test func `grants a code and tokens, and lets the client's page read them`() throws {
    let conversation = try Conversation(playing: .miniOrange)
    let answer = try conversation.approve("response_type=code&client_id=workshop-app&state=it's")
    let code = try #require(answer.parameter(.code))
    #expect(
      answer.wire(.location) == """
        HTTP/1.1 302 Found
        Location: http://127.0.0.1:8252/callback?code=\(code)&state=it%27s
        """)
    #expect(code.utf8.count == 40)
    let tokens = conversation.redeem(code)
    let (access, refresh) = (try #require(tokens.accessToken), try #require(tokens.refreshToken))
    #expect(access.utf8.count == 32 && refresh.utf8.count == 32)
    #expect(
      tokens.wire(.contentType, .cacheControl, .pragma, .accessControlAllowOrigin) == """
        HTTP/1.1 200 OK
        Content-Type: application/json; charset=UTF-8
        Cache-Control: no-store
        Pragma: no-cache
        Access-Control-Allow-Origin: http://127.0.0.1:8252

        {"access_token":"\(access)","expires_in":3600,"token_type":"Bearer","scope":"profile email",\
        "refresh_token":"\(refresh)"}
        """)
    #expect(
      conversation.me("Bearer \(access)").wire(.contentType) == """
        HTTP/1.1 200 OK
        Content-Type: application/json; charset=UTF-8

        {"id":1,"ID":1,"email":"alice@example.org","username":"alice","first_name":"Alice","last_name":"Liddell",\
        "nickname":"alice","display_name":"Alice Liddell"}
        """)
  }

  @Test func `reads JSON and Basic at the token endpoint, and names no origin to whom it finds in the header only`()
    throws
  {
    let conversation = try Conversation(playing: .miniOrange)
    let body =
      #"{"grant_type":"authorization_code","code":"\#(try conversation.code())","#
      + #""redirect_uri":"http:\/\/127.0.0.1:8252\/callback"}"#
    let answer = conversation.send(
      """
      POST /wp-json/moserver/token HTTP/1.1
      Host: 127.0.0.1:8414
      Content-Type: application/json
      \(Wire.basic)

      \(body)
      """)
    #expect(answer.status == 200 && answer.accessToken != nil)
    #expect(answer[.accessControlAllowOrigin] == nil)
  }

  @Test func `shares refusals with the client's page too, but for a grant it does not know`() throws {
    let conversation = try Conversation(playing: .miniOrange)
    #expect(conversation.token(Wire.secret)[.accessControlAllowOrigin] == "http://127.0.0.1:8252")
    #expect(conversation.token("grant_type=x&\(Wire.secret)")[.accessControlAllowOrigin] == nil)
  }

  @Test func `with openid there is an ID token, and a refresh token only for offline_access`() throws {
    let conversation = try Conversation(playing: .miniOrange)
    let request = "response_type=code&client_id=workshop-app&redirect_uri=\(Wire.callback)&state=x&scope=openid"
    let answer = conversation.redeem(try conversation.code(request))
    let body = try JSON(parsing: answer.response.body)
    #expect(body["id_token"] != nil && body["refresh_token"] == nil)
    #expect(conversation.me("Bearer \(try #require(answer.accessToken))").body == #"{"id":1,"ID":1,"sub":1}"#)
    let offline = conversation.redeem(try conversation.code("\(request)%20offline_access"))
    #expect(offline.refreshToken != nil)
  }

  @Test func `refuses replays, late codes, other addresses and other clients with status 200`() throws {
    let conversation = try Conversation(playing: .miniOrange)
    let code = try conversation.code()
    #expect(conversation.token("grant_type=authorization_code&code=\(code)&\(Wire.secret)").wire() == mismatch)
    #expect(
      conversation.token("grant_type=authorization_code&code=\(code)&redirect_uri=x&\(Wire.secret)").wire() == mismatch)
    let foreign = conversation.token(
      "grant_type=authorization_code&code=\(code)&redirect_uri=\(Wire.callback)&\(Wire.otherSecret)")
    #expect(
      foreign.wire() == refusal("invalid_grant", "authorization_code doesn't exist or is invalid for the client"))
    let token = try #require(conversation.redeem(code).accessToken)
    #expect(
      conversation.redeem(code).wire()
        == refusal("invalid_grant", "Authorization code doesn't exist or is invalid for the client"))
    #expect(conversation.me("Bearer \(token)").status == 200)
    let late = try conversation.code()
    conversation.advance(.seconds(31))
    #expect(conversation.redeem(late).wire() == refusal("invalid_grant", "The authorization code has expired"))
    #expect(
      conversation.token("grant_type=authorization_code&code=\(late)&\(Wire.secret)").refusal?.kind
        == .authorizationCodeExpired)
    conversation.advance(.seconds(3600))
    #expect(
      conversation.me("Bearer \(token)").wire(.wwwAuthenticate) == """
        HTTP/1.1 200 OK
        WWW-Authenticate: Bearer realm="Service", error="expired_token", error_description="The access token provided has expired"

        {"error":"expired_token","error_description":"The access token provided has expired"}
        """)
  }

  @Test func `makes a sentence the error code of a denial, and keeps the state to itself`() throws {
    let conversation = try Conversation(playing: .miniOrange)
    #expect(
      conversation.submit(try conversation.consentForm(), "decision=deny").wire(.location) == """
        HTTP/1.1 302 Found
        Location: http://127.0.0.1:8252/callback?error=Authorization+was+denied+by+the+user.
        """)
  }

  @Test func `does not ask again where the request says that it was allowed`() throws {
    let conversation = try Conversation(playing: .miniOrange)
    let told = "\(Wire.request)&prompt=allow"
    #expect(conversation.authorize(told).parameter(.code) == nil)
    _ = try conversation.code(Wire.request)
    #expect(conversation.authorize(Wire.request).parameter(.code) == nil)
    #expect(conversation.authorize(told).parameter(.code) != nil)
    #expect(conversation.authorize("\(Wire.request)&prompt=banana").status == 200)
  }

  @Test func `lets every client ask for whatever the server offers`() throws {
    let conversation = try Conversation(playing: .miniOrange)
    let request = "response_type=code&client_id=other-app&state=x"
    #expect(conversation.authorize("\(request)&scope=email").status == 302)
    #expect(conversation.authorize("\(request)&scope=read").parameter(.error) == "invalid_scope")
    let code = try conversation.code(request)
    let tokens = conversation.token("grant_type=authorization_code&code=\(code)&\(Wire.otherSecret)")
    #expect(try JSON(parsing: tokens.response.body)["scope"] == "profile email")
  }

  @Test func `asks for a state only where it is told to, and shows what is missing`() throws {
    let conversation = try Conversation(playing: .miniOrange)
    conversation.server.policy.stateRequired = true
    #expect(
      conversation.authorize("response_type=code&client_id=workshop-app").wire()
        == refusal("invalid_state", "The state parameter supplied is invalid or empty"))
  }

  @Test func `has words of its own for a token without a person`() throws {
    let conversation = try Conversation(playing: .miniOrange)
    let token = try conversation.accessToken()
    #expect(conversation.removeResourceOwner("alice"))
    conversation.server.policy.accessTokenRevocation = false
    #expect(
      conversation.me("Bearer \(token)").wire(.wwwAuthenticate) == """
        HTTP/1.1 403 Forbidden

        {"error":"invalid_token","desc":"access_token provided is either invalid or does not belong to a valid user."}
        """)
  }

  @Test func `is a page of WordPress when it is switched off`() throws {
    let conversation = try Conversation(playing: .miniOrange)
    conversation.server.policy.serverEnabled = false
    let answer = conversation.token(Wire.secret)
    #expect(answer.status == 500)
    #expect(answer[.contentType] == "text/html; charset=UTF-8")
    #expect(answer.body.contains("please contact your site administrator.<br><b>ERROR:</b> ERR_MSWITCH"))
  }

  private let mismatch = """
    HTTP/1.1 200 OK

    {"error":"redirect_uri_mismatch",\
    "error_description":"The redirect URI provided does not match the one used in the authorization request"}
    """

  private func refusal(_ error: String, _ description: String) -> String {
    "HTTP/1.1 200 OK\n\n{\"error\":\"\(error)\",\"error_description\":\"\(description)\"}"
  }
}

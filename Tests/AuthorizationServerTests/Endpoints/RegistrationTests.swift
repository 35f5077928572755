import AuthorizationServer
import HTTPTypes
import OAuth
import Testing

@Suite struct `RFC 7591` {
  private static let host = "Host: 127.0.0.1:8414"
  private static let right = #"{"redirect_uris":["https://client.example/cb"]}"#

  private static func refused(_ error: String, _ description: String) -> String {
    """
    HTTP/1.1 400 Bad Request
    Content-Type: application/json
    Cache-Control: no-store

    {"error":"\(error)","error_description":"\(description)"}
    """
  }

  private static func registered(_ body: String) throws -> JSON {
    let answer = Conversation().register(body)
    try #require(answer.status == 201, "\(answer.body)")
    return try JSON(parsing: answer.response.body)
  }

  @Test func `§3.2.1 a client learns what it got: an identifier, a secret and all that was registered`() {
    let conversation = Conversation()
    let answer = conversation.register(
      #"{"client_name":"My App","redirect_uris":["https://client.example/cb?a=b"],"scope":"profile email","#
        + #""grant_types":["authorization_code","refresh_token"],"response_types":["code"],"#
        + #""token_endpoint_auth_method":"client_secret_post"}"#)
    let client = answer.body.between("\"client_id\":\"", "\"") ?? ""
    #expect(Base64URL.decode(client)?.count == 16)
    #expect(
      answer.wire(.contentType, .cacheControl, .pragma) == """
        HTTP/1.1 201 Created
        Content-Type: application/json
        Cache-Control: no-store
        Pragma: no-cache

        {"client_id":"\(client)","client_id_issued_at":1800000000,"client_secret":"RANDOM",\
        "client_secret_expires_at":0,"client_name":"My App","redirect_uris":["https://client.example/cb?a=b"],\
        "token_endpoint_auth_method":"client_secret_post","grant_types":["authorization_code","refresh_token"],\
        "response_types":["code"],"scope":"profile email"}
        """)
    #expect(answer.decision.changes.map(\.name) == ["client.registered"])
  }

  @Test func `§2 what is left out has its default, and null counts as left out`() throws {
    for body in [
      Self.right,
      #"{"redirect_uris":["https://client.example/cb"],"grant_types":null,"scope":null,"client_name":null}"#,
    ] {
      let json = try Self.registered(body)
      #expect(json["grant_types"] == ["authorization_code"])
      #expect(json["response_types"] == ["code"])
      #expect(json["token_endpoint_auth_method"] == "client_secret_basic")
      #expect(json["scope"] == "openid profile email read offline_access")
      #expect(json["client_name"] == json["client_id"])
    }
  }

  @Test func `§2 a client without authentication is public and gets no secret`() throws {
    let json = try Self.registered(
      #"{"redirect_uris":["com.example.app:/callback"],"token_endpoint_auth_method":"none"}"#)
    #expect(json["client_secret"] == nil)
    #expect(json["client_secret_expires_at"] == nil)
    #expect(json["token_endpoint_auth_method"] == "none")
  }

  @Test func `§2 what is unknown is ignored and not registered`() throws {
    let json = try Self.registered(
      #"{"foo":{"a":[1]},"client_id":"alice","client_secret":"mine","redirect_uris":["https://client.example/cb"]}"#)
    #expect(json["foo"] == nil)
    #expect(json["client_id"] != "alice")
    #expect(json["client_secret"] != "mine")
  }

  @Test func `§3.2.1 what was registered works from login to token`() throws {
    let conversation = Conversation()
    let json = try JSON(parsing: conversation.register(Self.right).response.body)
    let client = try #require(json["client_id"]?.string)
    let secret = try #require(json["client_secret"]?.string)
    let code = try conversation.code("response_type=code&client_id=\(client)&scope=profile")
    let tokens = conversation.token(
      "grant_type=authorization_code&code=\(code)&client_id=\(client)&client_secret=\(secret)")
    #expect(conversation.me("Bearer \(try #require(tokens.accessToken))").status == 200)
  }

  @Test func `RFC 8252 §7.3: a public client may use any port of a loopback address, and must use PKCE`() throws {
    let conversation = Conversation()
    let json = try JSON(
      parsing: conversation.register(
        #"{"redirect_uris":["http://127.0.0.1/callback"],"token_endpoint_auth_method":"none"}"#
      ).response.body)
    let client = try #require(json["client_id"]?.string)
    let request = Wire.nativeRequest.replacing("native-app", with: client)
    let code = try conversation.code(request)
    let redemption = Wire.nativeRedemption(code).replacing("native-app", with: client)
    #expect(conversation.token(redemption).status == 200)
    #expect(
      conversation.authorize("response_type=code&client_id=\(client)").refusal?.kind == .codeChallengeMissing)
  }

  @Test(arguments: [
    "https://client.example/cb", "https://client.example:8443/a?b=c", "http://127.0.0.1:9010/callback",
    "http://[::1]/callback", "http://localhost:8090", "http://localhost/cb", "com.example.app:/callback",
    "com.example.app://host/callback", "HTTPS://client.example/cb",
  ])
  func `RFC 8252 §7 a redirection URI that can be trusted is registered as it is`(_ uri: String) throws {
    #expect(try Self.registered("{\"redirect_uris\":[\"\(uri)\"]}")["redirect_uris"] == [.string(uri)])
  }

  @Test(arguments: [
    "https://client.example/cb#", "https://client.example/cb#a", "javascript:alert(1)", "JavaScript:alert(1)",
    "data:text/html,a", "http://client.example/cb", "http://localhost.evil.example/cb",
    "http://127.0.0.1.evil.example/",
    "http://127.0.0.1@evil.example/", "https://user@client.example/", "https://*.example/cb", "/callback", "callback",
    "//client.example/cb", "", "https://", "https:///cb", "myapp:/cb", "myapp://cb", "file:///etc/passwd",
    "https://client.example/a b", "https://client.example/\\u0000", "https://client.example/\\u00e9",
    "http://LOCALHOST/", "https://client.example;sandbox/cb", "https://client.example,a/cb",
    "https://client%2eexample/",
  ])
  func `§3.2.2 any other is invalid_redirect_uri`(_ uri: String) {
    #expect(
      Conversation().register("{\"redirect_uris\":[\"https://client.example/\",\"\(uri)\"]}")
        .wire(.contentType, .cacheControl)
        == Self.refused("invalid_redirect_uri", "Use https, http on a loopback address, or a reverse domain name."))
  }

  @Test(arguments: ["{}", #"{"redirect_uris":[]}"#, #"{"redirect_uris":null,"client_name":"a"}"#])
  func `§2 codes need an address to go to`(_ body: String) {
    #expect(
      Conversation().register(body).wire(.contentType, .cacheControl)
        == Self.refused("invalid_redirect_uri", "Register at least one."))
  }

  @Test(arguments: [
    #""grant_types":["authorization_code"],"response_types":[]"#,
    #""grant_types":["client_credentials"],"response_types":["code"]"#,
    #""response_types":["token"]"#, #""response_types":["code","token"]"#, #""grant_types":["password"]"#,
    #""grant_types":["implicit"],"response_types":["token"]"#, #""grant_types":["refresh_token"]"#,
    #""grant_types":[]"#,
    #""grant_types":["client_credentials"],"token_endpoint_auth_method":"none""#,
  ])
  func `§2.1 grants that do not fit each other are invalid_client_metadata`(_ members: String) {
    #expect(
      Conversation().register("{\"redirect_uris\":[\"https://client.example/\"],\(members)}")
        .wire(.contentType, .cacheControl)
        == Self.refused("invalid_client_metadata", "The grant types and response types do not fit each other."))
  }

  @Test(arguments: [
    #"{"grant_types":["client_credentials"]}"#,
    #"{"grant_types":["urn:ietf:params:oauth:grant-type:device_code"],"token_endpoint_auth_method":"none"}"#,
  ])
  func `§2.1 without codes no address and no response type is needed`(_ body: String) throws {
    let json = try Self.registered(body)
    #expect(json["response_types"] == [])
    #expect(json["redirect_uris"] == [])
  }

  @Test(arguments: [
    #"{"redirect_uris":"https://client.example/"}"#, #"{"redirect_uris":[1]}"#, #"{"redirect_uris":{}}"#,
    #"{"client_name":1}"#, #"{"client_name":["a"]}"#, #"{"grant_types":"authorization_code"}"#,
    #"{"scope":["profile"]}"#,
    #"{"token_endpoint_auth_method":1}"#, #"{"require_pushed_authorization_requests":"yes"}"#,
    "{\"client_name\":\"\(String(repeating: "n", count: 2001))\"}",
    "{\"redirect_uris\":[\(Array(repeating: "\"https://a.example/\"", count: 21).joined(separator: ","))]}",
    "{\"redirect_uris\":[\"https://a.example/\(String(repeating: "a", count: 2000))\"]}",
  ])
  func `§2 members of a wrong type or size are invalid_client_metadata`(_ body: String) {
    #expect(
      Conversation().register(body).wire(.contentType, .cacheControl)
        == Self.refused("invalid_client_metadata", "A member has the wrong type, size or value."))
  }

  @Test func `§2 neither is an unknown method of authentication, nor a scope that nobody offers`() throws {
    let uri = #""redirect_uris":["https://client.example/"]"#
    let conversation = Conversation()
    for method in ["private_key_jwt", "", "None"] {
      #expect(
        conversation.register("{\(uri),\"token_endpoint_auth_method\":\"\(method)\"}").refusal
          == .authenticationMethodUnsupported(method))
    }
    for scope in ["bogus", "profile  email", #"\""#] {
      let answer = conversation.register("{\(uri),\"scope\":\"\(scope)\"}")
      #expect(answer.refusal?.kind == .scopeNotRegistrable)
      #expect(answer.errorOnTheWire == "invalid_client_metadata")
    }
    #expect(try Self.registered("{\(uri),\"scope\":\"bogus profile\"}")["scope"] == "profile")
    #expect(conversation.server.state.registeredClients.count == 0)
  }

  @Test(arguments: [
    "", "redirect_uris=a", "[]", "\"a\"", "{", #"{"redirect_uris":[]}{}"#, #"{"a":1,"a":2}"#, "\u{FEFF}{}", "null",
    String(repeating: "[", count: 10_000),
  ])
  func `§3.1 a body that is no JSON object is refused`(_ body: String) {
    #expect(
      Conversation().register(body).wire(.contentType, .cacheControl)
        == Self.refused("invalid_client_metadata", "The body must be one JSON object."))
  }

  @Test func `§3.1 a form is refused, and so are other methods`() {
    let answer = Conversation().register("redirect_uris=a", type: "application/x-www-form-urlencoded")
    #expect(
      answer.wire(.contentType, .cacheControl)
        == Self.refused("invalid_request", "The body must be application/json."))
    #expect(Conversation().register(Self.right, type: "Application/JSON; charset=utf-8").status == 201)
    for method in ["GET", "PUT", "DELETE"] {
      let other = Conversation().send("\(method) /register HTTP/1.1\n\(Self.host)")
      #expect(other.wire(.allow).hasPrefix("HTTP/1.1 405 Method Not Allowed\nAllow: POST\n"))
    }
  }

  @Test func `§3 with an initial access token only its holders register`() {
    let conversation = Conversation {
      $0.registration = .token
      $0.registrationToken = "let-me-in"
    }
    #expect(
      conversation.register(Self.right).wire(.wwwAuthenticate, .cacheControl) == """
        HTTP/1.1 401 Unauthorized
        WWW-Authenticate: Bearer realm="oauth-playground"
        Cache-Control: no-store

        {}
        """)
    #expect(
      conversation.register(Self.right, "Authorization: Bearer guess").wire(.wwwAuthenticate) == """
        HTTP/1.1 401 Unauthorized
        WWW-Authenticate: Bearer realm="oauth-playground", error="invalid_token", \
        error_description="The access token is not valid."

        {"error":"invalid_token","error_description":"The access token is not valid."}
        """)
    #expect(
      conversation.register(Self.right, "Authorization: Basic bGV0LW1lLWlu").refusal == .initialAccessTokenMissing)
    #expect(conversation.register(Self.right, "Authorization: bearer let-me-in").status == 201)
    conversation.server.policy.registrationToken = ""
    #expect(conversation.register(Self.right, "Authorization: Bearer ").status == 401)
  }

  @Test func `§3 a server that registers nobody says so, and its metadata names no endpoint`() {
    let conversation = Conversation { $0.registration = .off }
    #expect(
      conversation.register(Self.right).wire() == """
        HTTP/1.1 403 Forbidden

        {"error":"access_denied","error_description":"This server registers no clients."}
        """)
    #expect(conversation.server.metadata.json["registration_endpoint"] == nil)
    #expect(Conversation().server.metadata.json["registration_endpoint"] == "http://127.0.0.1:8414/register")
  }

  @Test func `§5 a name is shown escaped, and as nothing that anybody has checked`() throws {
    let conversation = Conversation()
    let json = try JSON(
      parsing: conversation.register(
        #"{"redirect_uris":["https://client.example/cb"],"client_name":"<script>alert(1)</script>\u001b[2J"}"#
      ).response.body)
    let client = try #require(json["client_id"]?.string)
    let login = conversation.authorize("response_type=code&client_id=\(client)")
    #expect(login.body.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    let form = try #require(Form(page: login.body))
    let target = try #require(conversation.signIn(form)[.location])
    let consent = conversation.browse("GET \(target) HTTP/1.1\n\(Self.host)")
    #expect(consent.body.contains("nobody has checked who is behind it"))
    #expect(!consent.body.contains("<script"))
  }

  @Test func `RFC 9126 §6: a client may ask to be held to pushing its requests`() throws {
    let conversation = Conversation()
    let json = try JSON(
      parsing: conversation.register(
        #"{"redirect_uris":["https://client.example/cb"],"require_pushed_authorization_requests":true}"#
      ).response.body)
    #expect(json["require_pushed_authorization_requests"] == true)
    let client = try #require(json["client_id"]?.string)
    #expect(conversation.authorize("response_type=code&client_id=\(client)").refusal?.kind == .pushedRequestRequired)
  }

  @Test func `the order of checks`() {
    #expect(
      Conversation().register(Self.right).checks == [
        "hostOwn", "methodAllowed", "registrationOffered", "initialAccessTokenValid", "mediaTypeJSON",
        "clientMetadataReadable", "clientMetadataWellFormed", "authenticationMethodSupported", "grantTypesConsistent",
        "redirectionURIsRegistrable", "scopeRegistrable", "idTokenAlgorithmSupported",
      ])
  }
}

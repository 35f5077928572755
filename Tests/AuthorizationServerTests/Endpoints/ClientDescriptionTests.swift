import AuthorizationServer
import HTTPTypes
import OAuth
import Testing

@Suite struct `RFC 7591 §2: what a client says about itself` {
  private static func register(_ members: String) -> Answer {
    Conversation().register("{\"redirect_uris\":[\"https://client.example/cb\"],\(members)}")
  }

  @Test func `is told back as it was sent, in an order of our own`() {
    let answer = Self.register(
      #""jwks":{"keys":[{"kty":"EC","crv":"P-256","x":"f83O","y":"x_FE","ext":true}]},"tos_uri":"https://c.example/t","#
        + #""policy_uri":"http://c.example","logo_uri":"HTTPS://c.example/l.png?a=b","#
        + #""client_uri":"https://c.example:8443/#a","contacts":["a@c.example","b@c.example"],"#
        + #""software_version":"1.0","software_id":"s","application_type":"native","scope":"profile","#
        + #""client_uri#fr":"https://c.example/fr","subject_type":"pairwise""#)
    #expect(
      answer.body.between("\"scope\":\"profile\",", "]}}")
        == #""application_type":"native","software_id":"s","software_version":"1.0","#
        + #""client_uri":"https://c.example:8443/#a","logo_uri":"HTTPS://c.example/l.png?a=b","#
        + #""policy_uri":"http://c.example","tos_uri":"https://c.example/t","#
        + #""contacts":["a@c.example","b@c.example"],"#
        + #""jwks":{"keys":[{"kty":"EC","crv":"P-256","x":"f83O","y":"x_FE","ext":true}"#)
  }

  private static let names = ["client_uri", "logo_uri", "policy_uri", "tos_uri", "jwks_uri"]
  private static let unfit = [
    "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,a", "ftp://c.example/", "/logo.png", "c.example", "",
    "https://", "https:///logo.png", "https://:80/", "https://a@c.example/", "https://c.example/ a",
    "https://c.example/\\u0022", "https://c.example/\\u00e9", "https:c.example",
  ]

  @Test(arguments: names, unfit) func `with an address that is no page is refused`(_ name: String, _ address: String) {
    #expect(
      Self.register("\"\(name)\":\"\(address)\"").wire(.contentType, .cacheControl) == """
        HTTP/1.1 400 Bad Request
        Content-Type: application/json
        Cache-Control: no-store

        {"error":"invalid_client_metadata","error_description":"A member has the wrong type, size or value."}
        """)
  }

  @Test(arguments: [
    #""jwks":"a""#, #""jwks":{}"#, #""jwks":{"keys":{}}"#, #""jwks":{"keys":[1]}"#, #""jwks":{"keys":[{}]}"#,
    #""jwks":{"keys":[{"kty":"EC","d":"a"}]}"#, #""jwks":{"keys":[{"kty":"RSA","n":"a"},{"kty":"RSA","p":"a"}]}"#,
    #""jwks":{"keys":[{"kty":"oct","k":"a"}]}"#, #""jwks":{"keys":[]},"jwks_uri":"https://c.example/jwks""#,
    "\"jwks\":{\"keys\":[{\"kty\":\"\(String(repeating: "a", count: ServerLimits.metadataKeySetOctets))\"}]}",
    "\"jwks\":{\"keys\":[\(Array(repeating: "{\"kty\":\"EC\"}", count: 21).joined(separator: ","))]}",
    #""application_type":"desktop""#, #""application_type":1"#, #""contacts":"a@c.example""#, #""contacts":[1]"#,
    #""software_id":1"#, #""logo_uri":["https://c.example/"]"#, #""id_token_signed_response_alg":1"#,
  ])
  func `of a wrong type or value is refused`(_ members: String) {
    let answer = Self.register(members)
    #expect(answer.refusal?.kind == .clientMetadataMalformed)
    #expect(answer.errorOnTheWire == "invalid_client_metadata")
  }

  @Test func `counts as left out where it is null`() throws {
    let json = try JSON(
      parsing: Self.register(
        #""jwks":null,"jwks_uri":"https://c.example/jwks","logo_uri":null,"contacts":null,"application_type":null"#
      ).response.body)
    #expect(json["jwks_uri"] == "https://c.example/jwks")
    for name in ["jwks", "logo_uri", "contacts", "application_type"] { #expect(json[name] == nil) }
  }

  @Test(arguments: ["", " ", "\\u200b", "\\u0007\\u00a0"])
  func `is not a name that shows nothing`(_ name: String) throws {
    let json = try JSON(parsing: Self.register("\"client_name\":\"\(name)\"").response.body)
    #expect(json["client_name"] == json["client_id"])
  }
}

@Suite struct `OpenID Connect Registration §2: how ID tokens are signed` {
  private static func body(_ algorithm: String) -> String {
    "{\"redirect_uris\":[\"https://client.example/cb\"],\"id_token_signed_response_alg\":\(algorithm)}"
  }

  @Test(arguments: [("\"ES256\"", "ES256"), ("\"RS256\"", "RS256"), ("null", "RS256")])
  func `is for the client to choose`(_ sent: String, _ algorithm: String) throws {
    let conversation = Conversation()
    let json = try JSON(parsing: conversation.register(Self.body(sent)).response.body)
    #expect(json["id_token_signed_response_alg"] == .string(algorithm))
    let client = try #require(json["client_id"]?.string)
    let secret = try #require(json["client_secret"]?.string)
    let code = try conversation.code(
      "response_type=code&client_id=\(client)&scope=openid&redirect_uri=https%3A%2F%2Fclient.example%2Fcb")
    let answer = conversation.token(
      "grant_type=authorization_code&code=\(code)&redirect_uri=https%3A%2F%2Fclient.example%2Fcb"
        + "&client_id=\(client)&client_secret=\(secret)")
    let token = try #require(JSONWebSignature(parsing: answer.member("id_token") ?? ""))
    #expect(token.algorithm == algorithm)
    #expect(token.fault(against: try conversation.jwks) == nil)
    #expect(token.claims?["at_hash"] == .string(AccessTokenHash.of(try #require(answer.accessToken))))
  }

  @Test(arguments: ["none", "HS256", "PS256", "EdDSA", "es256", ""])
  func `is one of those that the metadata offers`(_ algorithm: String) {
    let answer = Conversation().register(Self.body("\"\(algorithm)\""))
    #expect(answer.refusal == .idTokenAlgorithmUnsupported(algorithm))
    #expect(
      answer.wire() == """
        HTTP/1.1 400 Bad Request

        {"error":"invalid_client_metadata","error_description":"The id_token_signed_response_alg is not supported."}
        """)
  }

  @Test func `does not matter without OpenID Connect`() throws {
    let conversation = Conversation { $0.openIDConnect = false }
    let answer = conversation.register(Self.body("\"none\""))
    #expect(answer.status == 201)
    let json = try JSON(parsing: answer.response.body)
    #expect(json["id_token_signed_response_alg"] == nil)
    #expect(json["scope"] == "profile email read offline_access")
  }
}

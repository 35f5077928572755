import AuthorizationServer
import OAuth

/// What miniOrange OAuth 2.0 Server 6.2.0 answers; the numbers are those of the captures.
extension Capture {
  private static let base = "/wp-json/moserver"
  private static let workshop = "\(base)/authorize?response_type=code&client_id=workshop-app"
  private static let location = "Location: http://127.0.0.1:8252/callback"

  /// An error with status 200.
  private static func ok(_ error: String, _ description: String) -> String {
    """
    HTTP/1.1 200 OK
    Content-Type: application/json; charset=UTF-8
    Cache-Control: no-store

    {"error":"\(error)","error_description":"\(description)"}
    """
  }

  /// What the plugin sends without its library.
  private static func bare(_ error: String, _ description: String) -> String {
    """
    HTTP/1.1 400 Bad Request
    Content-Type: application/json; charset=UTF-8

    {"error":"\(error)","error_description":"\(description)"}
    """
  }

  private static let mismatch = ok(
    "redirect_uri_mismatch", "The redirect URI provided is missing or does not match")

  static let miniOrangeAuthorization: [Capture] = [
    .get(
      "MO01 not signed in", "\(workshop)&state=xyz",
      """
      HTTP/1.1 302 Found
      Location: http://127.0.0.1:8414/wp-login.php?redirect_to=http%3A%2F%2F127.0.0.1%3A8414%2Fwp-json%2Fmoserver%2Fauthorize%3Fresponse_type%3Dcode%26client_id%3D\
      workshop-app%26state%3Dxyz
      """),
    .get("MO07", "\(base)/authorize?response_type=code", ok("invalid_client", "No client id supplied")),
    .get(
      "MO08", "\(base)/authorize?response_type=code&client_id=nobody",
      ok("invalid_client", "The client id supplied is invalid")),
    .get("MO09", "\(workshop)&redirect_uri=https%3A%2F%2Fevil.example%2Fcb&state=xyz", mismatch),
    .get("MO09 prefix", "\(workshop)&redirect_uri=\(Wire.callback).evil.example%2F&state=xyz", mismatch),
    .get("MO09 fragment", "\(workshop)&redirect_uri=\(Wire.callback)%23x&state=xyz", mismatch),
    .get(
      "MO09 none", "\(base)/authorize?response_type=code&client_id=tv-app",
      ok("redirect_uri_mismatch", "No redirect URI was supplied or registered")),
    .get(
      "MO10", "\(base)/authorize?client_id=workshop-app&redirect_uri=\(Wire.callback)&state=xyz",
      ok("invalid_request", "Invalid or missing response type")),
    .get(
      "MO10 unknown", "\(base)/authorize?client_id=workshop-app&response_type=banana&state=xyz",
      ok("invalid_request", "Invalid or missing response type")),
    .get(
      "MO11", "\(base)/authorize?client_id=workshop-app&response_type=token&state=xyz",
      """
      HTTP/1.1 302 Found
      \(location)?error=unsupported_response_type&error_description=implicit+grant+type+not+supported&state=xyz
      """),
    .get(
      "MO12", "\(workshop)&scope=bogus&state=xyz",
      """
      HTTP/1.1 302 Found
      \(location)?error=invalid_scope&error_description=An+unsupported+scope+was+requested&state=xyz
      """),
    .get(
      "MO71", "\(base)/nobody/.well-known/openid-configuration",
      bare("invalid_client", "Client does not exist.")),
    .get(
      "MO71 keys", "\(base)/nobody/.well-known/keys",
      """
      HTTP/1.1 400 Bad Request
      Content-Type: application/json

      {
          "error": "invalid_client",
          "error_message": "Either Client does not exist or Signing algorithm is HSA based."
      }
      """),
    .post("MO70 POST", "\(base)/workshop-app/.well-known/openid-configuration", "", noRoute),
    .get(
      "MO70", "\(base)/workshop-app/.well-known/openid-configuration",
      """
      HTTP/1.1 200 OK
      Content-Type: application/json; charset=UTF-8

      {"request_parameter_supported":true,"claims_parameter_supported":false,\
      "issuer":"http:\\/\\/127.0.0.1:8414\\/wp-json\\/moserver\\/workshop-app",\
      "authorization_endpoint":"http:\\/\\/127.0.0.1:8414\\/wp-json\\/moserver\\/authorize",\
      "token_endpoint":"http:\\/\\/127.0.0.1:8414\\/wp-json\\/moserver\\/token",\
      "userinfo_endpoint":"http:\\/\\/127.0.0.1:8414\\/wp-json\\/moserver\\/resource",\
      "scopes_supported":["profile","openid","email"],"id_token_signing_alg_values_supported":["HS256","RS256"],\
      "response_types_supported":["code"],\
      "jwks_uri":"http:\\/\\/127.0.0.1:8414\\/wp-json\\/moserver\\/workshop-app\\/.well-known\\/keys",\
      "grant_types_supported":["authorization_code"],"subject_types_supported":["public"],\
      "token_endpoint_auth_methods_supported":["client_secret_post"]}
      """),
  ]

  private static let noRoute = """
    HTTP/1.1 404 Not Found
    Content-Type: application/json; charset=UTF-8

    {"code":"rest_no_route","message":"No route was found matching the URL and request method.","data":{"status":404}}
    """
  private static let noCode = ok("invalid_request", "Missing parameter: \\\"code\\\" is required")
  private static let notSpecified = ok("invalid_request", "The grant type was not specified in the request")
  private static let notAllowed = bare(
    "invalid_grant", "The \\\"grant_type\\\" requested is unsupported or invalid")
  private static let notFound = ok("invalid_client", "Client credentials were not found in the headers or body")
  private static let wrong = ok("invalid_client", "The client credentials are invalid")
  private static let unknownCode = ok(
    "invalid_grant", "Authorization code doesn't exist or is invalid for the client")
  private static let grant = "grant_type=authorization_code"

  static let miniOrangeToken: [Capture] =
    ["PUT", "DELETE", "PATCH", "HEAD"].map {
      Capture("MO30 \($0)", "\($0) \(base)/token HTTP/1.1\nHost: 127.0.0.1:8414", noRoute)
    } + [
      .get("MO30", "\(base)/token?\(grant)&\(Wire.secret)", noRoute),
      .post("MO28", "\(base)/token", Wire.secret, notSpecified),
      .post("MO28 empty", "\(base)/token", "grant_type=&\(Wire.secret)", notSpecified),
      .post("MO28 query", "\(base)/token?\(grant)&\(Wire.secret)", "", notSpecified),
      .post("MO28 type", "\(base)/token", grant, type: "text/plain", notSpecified),
      .post("MO24", "\(base)/token", "grant_type=client_credentials&\(Wire.jobSecret)", notAllowed),
      .post(
        "MO25", "\(base)/token",
        #"{"grant_type":"client_credentials","client_id":"nightly-job","client_secret":"nightly-secret"}"#,
        type: "application/json", notAllowed),
      .post("MO26", "\(base)/token", "grant_type=refresh_token&refresh_token=x&\(Wire.secret)", notAllowed),
      .post("MO27", "\(base)/token", "grant_type=password&username=alice&password=x&\(Wire.secret)", notAllowed),
      .post("MO29", "\(base)/token", "grant_type=3f8c&code=3f8c&\(Wire.secret)", notAllowed),
      .post("MO29 case", "\(base)/token", "grant_type=Authorization_Code&\(Wire.secret)", notAllowed),
      .post("MO31", "\(base)/token", "\(grant)&code=x&client_id=workshop-app&client_secret=wrong", wrong),
      .post(
        "MO31 Basic", "\(base)/token", "\(grant)&code=x", header: "Authorization: Basic d29ya3Nob3AtYXBwOmJhZA==", wrong
      ),
      .post("MO31 client", "\(base)/token", "\(grant)&code=x&client_id=nobody&client_secret=x", wrong),
      .post("MO32", "\(base)/token", "\(grant)&code=x", notFound),
      .post("MO32 Bearer", "\(base)/token", "\(grant)&code=x", header: "Authorization: Bearer eDp5", notFound),
      .post(
        "MO32 no secret", "\(base)/token", "\(grant)&code=x&client_id=workshop-app",
        ok("invalid_client", "This client is invalid or must authenticate using a client secret")),
      .post(
        "MO33", "\(base)/token", "\(grant)&client_id=other-app&client_secret=wrong", header: Wire.basic, noCode),
      .post("MO35", "\(base)/token", #"{"grant_type":"#, type: "application/json", brokenJSON),
      .post("MO35 number", "\(base)/token", #"{"grant_type":1}"#, type: "application/json", notAllowed),
      .post("MO35 empty", "\(base)/token", "", type: "application/json", notSpecified),
      .post("MO38", "\(base)/token", "\(grant)&\(Wire.secret)", noCode),
      .post("MO39", "\(base)/token", "\(grant)&code=nonsense&\(Wire.secret)", unknownCode),
      .get("route", "\(base)/introspect", noRoute),
    ]

  private static let brokenJSON = """
    HTTP/1.1 400 Bad Request
    Content-Type: application/json; charset=UTF-8

    {"code":"rest_invalid_json","message":"Invalid JSON body passed.",\
    "data":{"status":400,"json_error_code":4,"json_error_message":"Syntax error"}}
    """

  private static func challenge(_ error: String, _ description: String) -> String {
    """
    HTTP/1.1 200 OK
    Content-Type: application/json; charset=UTF-8
    WWW-Authenticate: Bearer realm="Service", error="\(error)", error_description="\(description)"

    {"error":"\(error)","error_description":"\(description)"}
    """
  }

  private static func resource(
    _ number: String, _ header: String = "X-None: 1", method: String = "GET", query: String = "", _ response: String
  ) -> Capture {
    Capture(number, "\(method) \(base)/resource\(query) HTTP/1.1\nHost: 127.0.0.1:8414\n\(header)", response)
  }

  private static let missing = challenge("missing_access_token", "No Access Token provided")
  private static let invalid = challenge("invalid_token", "The access token provided is invalid")
  private static let malformed = challenge("invalid_request", "Malformed auth header")

  static let miniOrangeResource: [Capture] = [
    resource("MO51", "X-None: 1", missing),
    resource("MO52", "Bearer: nonsense", missing),
    resource("MO53", query: "?access_token=nonsense", invalid),
    resource("MO54", "Authorization: Bearer nonsense", invalid),
    resource("MO54 lower", "Authorization: bearer nonsense", invalid),
    resource(
      "MO55", "Authorization: Bearer a", query: "?access_token=b",
      challenge(
        "invalid_request", "Only one method may be used to authenticate at a time (Auth header, GET or POST)")),
    resource("MO56", "Authorization: Bearer a", method: "POST", noRoute),
    resource("MO56 PUT", "Authorization: Bearer a", method: "PUT", noRoute),
    resource("MO57", "Authorization: Basic YTpi", malformed),
    resource("MO57 bare", "Authorization: abcdef", malformed),
    resource("MO57 spaces", "Authorization: Bearer  abc", malformed),
  ]
}

import AuthorizationServer
import OAuth

/// What WP OAuth2 Complete 2.0.0 answers; the numbers are those of the captures.
extension Capture {
  private static let workshop = "/oauth/authorize?client_id=workshop-app&state=xyz"

  /// An answer of the authorization endpoint: everything is OK.
  private static func ok(_ body: String) -> String {
    "HTTP/1.1 200 OK\nContent-Type: application/json\nCache-Control: no-store\n\n\(body)"
  }

  static let wpLegacyAuthorization: [Capture] = [
    .get(
      "WL02", "\(workshop)&response_type=code&redirect_uri=\(Wire.callback)",
      "HTTP/1.1 302 Found\nLocation: http://127.0.0.1:8414/oauth/login?sso_redirect=workshop-app&state=xyz"),
    .get("WL03", "/oauth/authorize?response_type=code&state=xyz", noClient),
    .get("WL03", "/oauth/authorize?client_id=", noClient),
    .get(
      "WL04", "/oauth/authorize?response_type=code&client_id=workshop-app",
      ok(#"{"error":"Parameter state","error_description":"The state parameter is required and seems to be missing"}"#)),
    .get(
      "WL05", "/oauth/authorize?response_type=code&client_id=nobody&state=x",
      ok(#"{"Error":"Client not found or not provided"}"#)),
    .get(
      "WL06", "\(workshop)&response_type=code&redirect_uri=https%3A%2F%2Fevil.example%2Fcb",
      ok(#"{"Error":"The redirect_uri is missing or does not match allowed uri"}"#)),
    .get("WL08", workshop, ok(#"{"Error":"Invalid or missing response_type"}"#)),
    .get("WL09", "\(workshop)&response_type=banana", ok(#"{"Error":"response_type invalid"}"#)),
    .get("WL10", "\(workshop)&response_type=code&scope=profile", ok(#"{"Error":"Unsuportted scope"}"#)),
    .get("WL70", "/oauth/me", unknownMethod),
    .post("WL70", "/oauth/token", "grant_type=authorization_code", unknownMethod),
  ]

  private static let noClient = ok(
    #"{"error":"Parameter client_id","error_description":"The client_id parameter is required and seems to be missing"}"#
  )
  private static let unknownMethod = ok(
    #"{"error":"Paramter method","error_description":"The method parameter is required and seems to be missing"}"#)

  private static let token = "/oauth/request_token"
  private static let code = "grant_type=authorization_code&code=x"

  static let wpLegacyToken: [Capture] = [
    .post("WL22", "\(token)?\(code)&\(Wire.secret)", "", thread),
    Capture(
      "Z01 the query of everything but POST",
      "PUT \(token)?grant_type=authorization_code&\(Wire.secret) HTTP/1.1\nHost: 127.0.0.1:8414",
      """
      HTTP/1.1 400 Bad Request
      X-Frame-Options: DENY
      Content-Type: application/json
      Cache-Control: no-store

      {"error":"invalid_request","error_description":"Missing parameter. \\"code\\" is required"}
      """),
    .post("Z02 no name", token, code, header: "Authorization: Basic OnNlY3JldA==", noIdentifier),
    .post(
      "Z03 a tab", token, code, header: "Authorization: Basic\td29ya3Nob3AtYXBwOndvcmtzaG9wLXNlY3JldA==", noIdentifier),
    .post("WL23", token, #"{"grant_type":"authorization_code"}"#, type: "application/json", thread),
    .post("WL24", token, "code=x&\(Wire.secret)", thread),
    .get("WL24", "\(token)?code=x&\(Wire.secret)", thread),
    .post("WL25", token, "grant_type=authorization-code&\(Wire.secret)", thread),
    .post("WL26", token, "grant_type=0123456789abcdef&\(Wire.secret)", thread),
    .post("WL27", token, "grant_type=nonsense&client_id=workshop-app&client_secret=x", wrong),
    .post("WL30", token, code, noIdentifier),
    .post("WL80", token, code, header: "Authorization: Bearer d29ya3Nob3AtYXBwOndvcmtzaG9wLXNlY3JldA==", noIdentifier),
    .post("WL31", token, "\(code)&client_id=workshop-app&client_secret=x", wrong),
    .post("WL31", token, "\(code)&client_id=workshop-app", wrong),
    .post("WL31", token, "\(code)&client_id=nobody&client_secret=x", wrong),
    // workshop-app:wrong, and the right secret in the body: the header counts.
    .post("WL81", token, "\(code)&\(Wire.secret)", header: "Authorization: Basic d29ya3Nob3AtYXBwOndyb25n", wrong),
    .post(
      "WL81", token, "\(code)&client_id=workshop-app&client_secret=wrong", header: Wire.basic,
      ok(#"{"Error":"Auth Code not found"}"#)),
    .post(
      "WL32", token, "grant_type=authorization_code&\(Wire.secret)",
      refusal("invalid_request", "Missing parameter. \\\"code\\\" is required")),
    .post("WL33", token, "\(code)&\(Wire.secret)", ok(#"{"Error":"Auth Code not found"}"#)),
    .post(
      "WL84", token, "\(code)&\(Wire.secret)", type: "application/x-www-form-urlencoded;charset=UTF-8",
      ok(#"{"Error":"Auth Code not found"}"#)),
    .get("WL33", "\(token)?\(code)&\(Wire.secret)", ok(#"{"Error":"Auth Code not found"}"#)),
    .post("WL37", token, "grant_type=password&\(Wire.secret)", unsupported),
    .post("WL37", token, "grant_type=client_credentials&\(Wire.jobSecret)", unsupported),
    .post("WL38", token, "grant_type=http%3A%2F%2Fx.example%2Fgrant&\(Wire.secret)", unsupported),
    .post(
      "WL43", token, "grant_type=code&\(Wire.secret)",
      """
      HTTP/1.1 501 Not Implemented
      Cache-Control: no-store

      {"error":"This OAuth2 library is not yet complete. This functionality is not implemented yet."}
      """),
    .post(
      "WL41", token, "grant_type=refresh_token&\(Wire.secret)",
      refusal("invalid_request", "No \\\"refresh_token\\\" parameter found")),
    .post(
      "WL42", token, "grant_type=refresh_token&refresh_token=x&\(Wire.secret)",
      refusal("invalid_grant", "Invalid refresh token")),
  ]

  private static let thread = refusal("invalid_request", "Invalid grant_type parameter or parameter missing")
  private static let noIdentifier = refusal("invalid_client", "Client id was not found in the headers or body")
  private static let wrong = refusal("invalid_client", "The client credentials are invalid")
  private static let unsupported = """
    HTTP/1.1 400 Bad Request
    Content-Type: application/json

    {"error":"unsupported_grant_type"}
    """

  static let wpLegacyResource: [Capture] = [
    me("WL52", "X-None: 1", challenge("invalid_request", "The access token was not found.")),
    me("WL53", "Bearer: nonsense", challenge("invalid_request", "The access token was not found.")),
    me(
      "WL55", at: "?access_token=b", "Authorization: Bearer a",
      challenge(
        "invalid_request", "Only one method may be used to authenticate at a time (Auth header, GET or POST).")),
    me("WL56", "Authorization: bearer nonsense", malformed), me("WL85", "Authorization: Basic YTpi", malformed),
    me("WL85", "Authorization: nonsense", malformed), me("WL85", "Authorization: Bearer", malformed),
    me(
      "WL57", at: "?access_token=", "X-None: 1",
      challenge(
        "invalid_request",
        "The request is missing a required parameter, includes an unsupported parameter or parameter value, repeats the "
          + "same parameter, uses more than one method for including an access token, or is otherwise malformed.")),
    me("WL54", "Authorization: Bearer nonsense", invalid), me("WL54", at: "?access_token=x", "X-None: 1", invalid),
    .post("WL54", "/oauth/request_access", "access_token=nonsense", invalid),
    .post(
      "WL83", "/oauth/request_access", "access_token=nonsense",
      type: "application/x-www-form-urlencoded;charset=UTF-8",
      """
      HTTP/1.1 401 Unauthorized
      WWW-Authenticate: Bearer realm="Service", error="invalid_request", error_description="The content type for POST \
      requests must be "application/x-www-form-urlencoded""

      {"error":"invalid_request","error_description":"The content type for POST requests must be \
      \\"application\\/x-www-form-urlencoded\\""}
      """),
  ]

  private static func me(
    _ number: String, at query: String = "", _ header: String, _ response: String
  ) -> Capture {
    Capture(number, "GET /oauth/request_access\(query) HTTP/1.1\nHost: 127.0.0.1:8414\n\(header)", response)
  }

  private static func challenge(_ error: String, _ description: String) -> String {
    """
    HTTP/1.1 401 Unauthorized
    WWW-Authenticate: Bearer realm="Service", error="\(error)", error_description="\(description)"
    Content-Type: text/html

    {"error":"\(error)","error_description":"\(description)"}
    """
  }

  private static let malformed = challenge("invalid_request", "Malformed auth header")
  private static let invalid = challenge("invalid_grant", "The access token provided is invalid.")
}

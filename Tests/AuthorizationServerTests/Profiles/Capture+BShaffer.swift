import AuthorizationServer
import OAuth

/// What oauth2-server-php 1.14.2 answers; the numbers are those of the captures.
extension Capture {
  private static let workshop = "/oauth/authorize?response_type=code&client_id=workshop-app"
  private static let location = "Location: http://127.0.0.1:8252/callback"

  /// A refusal as JSON.
  static func refusal(_ error: String, _ description: String, status: String = "400 Bad Request") -> String {
    """
    HTTP/1.1 \(status)
    Content-Type: application/json
    Cache-Control: no-store

    {"error":"\(error)","error_description":"\(description)"}
    """
  }

  static let bshafferAuthorization: [Capture] = [
    .get("A03", "/oauth/authorize?response_type=code", refusal("invalid_client", "No client id supplied")),
    .get("X25", "/oauth/authorize?response_type=code&client_id=", refusal("invalid_client", "No client id supplied")),
    .get("A04", "/oauth/authorize?client_id=nobody", refusal("invalid_client", "The client id supplied is invalid")),
    .get(
      "A07", "\(workshop)&redirect_uri=\(Wire.callback)%23x&state=xyz",
      refusal("invalid_uri", "The redirect URI must not contain a fragment")),
    .get(
      "A05", "\(workshop)&redirect_uri=https%3A%2F%2Fevil.example%2Fcb&state=xyz",
      """
      HTTP/1.1 400 Bad Request
      Cache-Control: no-store

      {"error":"redirect_uri_mismatch","error_description":"The redirect URI provided is missing or does not match",\
      "error_uri":"http:\\/\\/tools.ietf.org\\/html\\/rfc6749#section-3.1.2"}
      """),
    .get("A08", "/oauth/authorize?client_id=tv-app", refusal("invalid_uri", "No redirect URI was supplied or stored")),
    .get(
      "A09", "/oauth/authorize?client_id=native-app",
      """
      HTTP/1.1 400 Bad Request

      {"error":"invalid_uri","error_description":"A redirect URI must be supplied when multiple redirect URIs are \
      registered","error_uri":"http:\\/\\/tools.ietf.org\\/html\\/rfc6749#section-3.1.2.3"}
      """),
    .get(
      "A10", "/oauth/authorize?client_id=workshop-app&state=xyz",
      """
      HTTP/1.1 302 Found
      Content-Type: application/json
      Cache-Control: no-store
      \(location)?error=invalid_request&error_description=Invalid+or+missing+response+type&state=xyz

      {"error":"invalid_request","error_description":"Invalid or missing response type","state":"xyz"}
      """),
    .get(
      "A11", "/oauth/authorize?client_id=workshop-app&response_type=id_token&state=xyz",
      """
      HTTP/1.1 302 Found
      \(location)?error=invalid_request&error_description=Invalid+or+missing+response+type&state=xyz

      {"error":"invalid_request","error_description":"Invalid or missing response type","state":"xyz"}
      """),
    .get(
      "A12", "/oauth/authorize?client_id=workshop-app&response_type=token&state=xyz",
      """
      HTTP/1.1 302 Found
      \(location)?error=unsupported_response_type&error_description=implicit+grant+type+not+supported&state=xyz

      {"error":"unsupported_response_type","error_description":"implicit grant type not supported","state":"xyz"}
      """),
    .get(
      "A14", "\(workshop)&scope=bogus&state=xyz",
      """
      HTTP/1.1 302 Found
      \(location)?error=invalid_scope&error_description=An+unsupported+scope+was+requested&state=xyz

      {"error":"invalid_scope","error_description":"An unsupported scope was requested","state":"xyz"}
      """),
    .get(
      "A13", workshop,
      """
      HTTP/1.1 302 Found
      \(location)?error=invalid_request&error_description=The+state+parameter+is+required

      {"error":"invalid_request","error_description":"The state parameter is required"}
      """),
    .get(
      "X26", "\(workshop)&state=",
      """
      HTTP/1.1 302 Found
      \(location)?error=invalid_request&error_description=The+state+parameter+is+required

      {"error":"invalid_request","error_description":"The state parameter is required"}
      """),
  ]

  static let bshafferToken: [Capture] = [
    .get(
      "T09", "/oauth/token?grant_type=authorization_code",
      """
      HTTP/1.1 405 Method Not Allowed
      Allow: POST, OPTIONS
      Cache-Control: no-store
      Content-Type: application/json

      {"error":"invalid_request","error_description":"The request method must be POST when requesting an access token",\
      "error_uri":"http:\\/\\/tools.ietf.org\\/html\\/rfc6749#section-3.2"}
      """),
    Capture(
      "T11", "OPTIONS /oauth/token HTTP/1.1\nHost: 127.0.0.1:8414",
      """
      HTTP/1.1 200 OK
      Allow: POST, OPTIONS
      """),
    .post("T04", "/oauth/token", Wire.secret, noGrantType),
    .post("X23", "/oauth/token", "grant_type=&\(Wire.secret)", noGrantType),
    .post("T10", "/oauth/token?grant_type=authorization_code", Wire.secret, noGrantType),
    .post("T30", "/oauth/token", "grant_type=authorization_code", type: "text/plain", noGrantType),
    Capture("T31", "POST /oauth/token HTTP/1.1\nHost: 127.0.0.1:8414\n\ngrant_type=authorization_code", noGrantType),
    .post("X10", "/oauth/token", "{\"grant_type\":", type: "application/json", noGrantType),
    .post(
      "T06", "/oauth/token", "grant_type=Authorization_Code",
      refusal("unsupported_grant_type", "Grant type \\\"Authorization_Code\\\" not supported")),
    .post(
      "T08", "/oauth/token", "grant_type=authorization_code+",
      refusal("unsupported_grant_type", "Grant type \\\"authorization_code \\\" not supported")),
    .post("T20", "/oauth/token", "grant_type=authorization_code", noCredentials),
    .post("C08", "/oauth/token", "grant_type=authorization_code", header: "Authorization: Bearer abc", noCredentials),
    .post("C11", "/oauth/token", "grant_type=authorization_code", header: "Authorization: Basic !!!", noCredentials),
    .post("T17", "/oauth/token", "grant_type=authorization_code&client_id=workshop-app&client_secret=x", wrong),
    .post("T19", "/oauth/token", "grant_type=authorization_code&client_id=nobody&client_secret=x", wrong),
    // workshop-app:wrong, and the right secret in the body: the header counts.
    .post(
      "T24", "/oauth/token", "grant_type=authorization_code&\(Wire.secret)",
      header: "Authorization: Basic d29ya3Nob3AtYXBwOndyb25n", wrong),
    .post("T21", "/oauth/token", "grant_type=authorization_code&client_id=workshop-app", needsSecret),
    .post("R06", "/oauth/token", "grant_type=refresh_token&refresh_token=a&client_id=workshop-app", needsSecret),
    .post(
      "C07", "/oauth/token", "grant_type=client_credentials&client_id=nightly-job&client_secret=",
      refusal("invalid_client", "client credentials are required")),
    .post("T12", "/oauth/token", "grant_type=authorization_code&\(Wire.secret)", noCode),
    .post("X24", "/oauth/token", "grant_type=authorization_code&code=&\(Wire.secret)", noCode),
    .post("T13", "/oauth/token", "grant_type=authorization_code&code=nonsense&\(Wire.secret)", unknownCode),
    .post("X07", "/oauth/token", "grant_type=authorization_code&code[]=x&\(Wire.secret)", unknownCode),
    .post(
      "T27", "/oauth/token",
      #"{"grant_type":"authorization_code","code":"x","client_id":"workshop-app","client_secret":"workshop-secret"}"#,
      type: "application/json", unknownCode),
    .post(
      "T32", "/oauth/token",
      """
      --x\r
      Content-Disposition: form-data; name="grant_type"\r
      \r
      authorization_code\r
      --x--\r

      """, type: "multipart/form-data; boundary=x", noCredentials),
    .post(
      "X20", "/oauth/token", "grant_type=authorization_code&\(Wire.secret)",
      type: "application/x-www-form-urlencoded;charset=UTF-8", noCode),
    .post("X08", "/oauth/token", "grant_type=nonsense&grant_type=authorization_code&\(Wire.secret)", noCode),
    .post(
      "C06", "/oauth/token", "grant_type=client_credentials&\(Wire.secret)",
      refusal("unauthorized_client", "The grant type is unauthorized for this client_id")),
    .post(
      "C05", "/oauth/token", "grant_type=client_credentials&scope=email&\(Wire.jobSecret)",
      refusal("invalid_scope", "The scope requested is invalid for this client")),
    .post(
      "C04", "/oauth/token", "grant_type=client_credentials&scope=bogus&\(Wire.jobSecret)",
      refusal("invalid_scope", "An unsupported scope was requested")),
    .post(
      "R03", "/oauth/token", "grant_type=refresh_token&\(Wire.secret)",
      refusal("invalid_request", "Missing parameter: \\\"refresh_token\\\" is required")),
    .post(
      "R02", "/oauth/token", "grant_type=refresh_token&refresh_token=x&\(Wire.secret)",
      refusal("invalid_grant", "Invalid refresh token")),
    .post("V01", "/oauth/revoke", "token=nonsense", "HTTP/1.1 200 OK\n\n{\"revoked\":true}"),
    .post("V03", "/oauth/revoke", "", refusal("invalid_request", "Missing token parameter to revoke")),
    .post(
      "V04", "/oauth/revoke", "token=x&token_type_hint=bearer",
      refusal("invalid_request", "Token type hint must be either 'access_token' or 'refresh_token'")),
  ]

  private static let noGrantType = refusal("invalid_request", "The grant type was not specified in the request")
  private static let noCredentials = refusal(
    "invalid_client", "Client credentials were not found in the headers or body")
  private static let wrong = refusal("invalid_client", "The client credentials are invalid")
  private static let needsSecret = refusal(
    "invalid_client", "This client is invalid or must authenticate using a client secret")
  private static let noCode = refusal("invalid_request", "Missing parameter: \\\"code\\\" is required")
  private static let unknownCode = refusal(
    "invalid_grant", "Authorization code doesn't exist or is invalid for the client")

  static let bshafferResource: [Capture] = [
    .get("M02", "/oauth/me", "HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm=\"Service\""),
    me("M06", "Authorization: Bearer a", query: "?access_token=b", onlyOne),
    me("M08", "Authorization: Basic YTpi", malformed),
    me("M09", "Authorization: abcdef", malformed),
    me("M11", "Authorization: Bearer  abc", malformed),
    me("M12", "Authorization: Bearer", malformed),
    me("M07", "Authorization: Bearer nonsense", invalid),
    me("X02", "Authorization: NotBearer nonsense", invalid),
    .get("M04", "/oauth/me?access_token=nonsense", invalid),
    .post("M05", "/oauth/me", "access_token=nonsense", invalid),
    .post("M16", "/oauth/me", #"{"access_token":"nonsense"}"#, type: "application/json", wrongType),
  ]

  /// A GET of the protected resource with one header line.
  private static func me(
    _ number: String, _ header: String, query: String = "", _ response: String
  ) -> Capture {
    Capture(number, "GET /oauth/me\(query) HTTP/1.1\nHost: 127.0.0.1:8414\n\(header)", response)
  }

  /// A refusal of the protected resource as JSON, with its challenge.
  static func bshafferChallenge(_ error: String, _ description: String) -> String {
    """
    HTTP/1.1 401 Unauthorized
    WWW-Authenticate: Bearer realm="Service", error="\(error)", error_description="\(description)"
    Cache-Control: no-store

    {"error":"\(error)","error_description":"\(description)"}
    """
  }

  private static let onlyOne = bshafferChallenge(
    "invalid_request", "Only one method may be used to authenticate at a time (Auth header, GET or POST)")
  private static let malformed = bshafferChallenge("invalid_request", "Malformed auth header")
  private static let invalid = bshafferChallenge("invalid_token", "The access token provided is invalid")
  private static let wrongType = """
    HTTP/1.1 401 Unauthorized
    WWW-Authenticate: Bearer realm="Service", error="invalid_request", error_description="The content type for POST \
    requests must be "application/x-www-form-urlencoded""

    {"error":"invalid_request","error_description":"The content type for POST requests must be \
    \\"application\\/x-www-form-urlencoded\\""}
    """
}

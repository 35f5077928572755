import AuthorizationServer
import OAuth

/// What WP OAuth Server 4.4.0 answers; the numbers are those of the captures.
extension Capture {
  private static let workshop = "/oauth/authorize?response_type=code&client_id=workshop-app"
  private static let location = "Location: http://127.0.0.1:8252/callback"

  static let wpOAuthAuthorization: [Capture] = [
    .get(
      "WN02", "\(workshop)&redirect_uri=\(Wire.callback)&scope=profile%20email&state=xyz",
      """
      HTTP/1.1 302 Found
      Location: http://127.0.0.1:8414/wp-login.php?redirect_to=http%3A%2F%2F127.0.0.1%3A8414%2Foauth%2Fauthorize%3Fresponse_type%3Dcode%26client_id%3Dworkshop-app\
      %26redirect_uri%3Dhttp%3A%2F%2F127.0.0.1%3A8252%2Fcallback%26scope%3Dprofile+email%26state%3Dxyz
      """),
    .get("A03", "/oauth/authorize?response_type=code", refusal("invalid_client", "No client id supplied")),
    .get("WN04", "/oauth/authorize?client_id=nobody", refusal("invalid_client", "The client id supplied is invalid")),
    .get(
      "WN05", "\(workshop)&redirect_uri=https%3A%2F%2Fevil.example%2Fcb&state=xyz",
      """
      HTTP/1.1 400 Bad Request
      Content-Type: application/json
      Cache-Control: no-store

      {"error":"redirect_uri_mismatch","error_description":"The redirect URI provided is missing or does not match",\
      "error_uri":"http:\\/\\/tools.ietf.org\\/html\\/rfc6749#section-3.1.2"}
      """),
    .get(
      "WN07", "/oauth/authorize?client_id=workshop-app&state=xyz",
      """
      HTTP/1.1 302 Found
      Content-Type: application/json
      \(location)?error=invalid_request&error_description=Invalid or missing response type&state=xyz&iframe=break

      {"error":"invalid_request","error_description":"Invalid or missing response type","state":"xyz",\
      "iframe":"break"}
      """),
    .get(
      "WN08", "/oauth/authorize?client_id=workshop-app&response_type=token&state=xyz",
      """
      HTTP/1.1 302 Found
      \(location)?error=unsupported_response_type&error_description=implicit grant type not supported&state=xyz\
      &iframe=break

      {"error":"unsupported_response_type","error_description":"implicit grant type not supported","state":"xyz",\
      "iframe":"break"}
      """),
    .get(
      "WN10", "\(workshop)&scope=bogus&state=x%20y",
      """
      HTTP/1.1 302 Found
      \(location)?error=invalid_scope&error_description=An unsupported scope was requested&state=x y&iframe=break

      {"error":"invalid_scope","error_description":"An unsupported scope was requested","state":"x y",\
      "iframe":"break"}
      """),
    .get("WN70", "/oauth/nonsense", refusal("invalid_request", "unknown request")),
    Capture("WN70", "POST /oauth/ HTTP/1.1\nHost: 127.0.0.1:8414", refusal("invalid_request", "unknown request")),
  ]

  /// Answers in which the plugin and this server did not agree at first.
  static let wpOAuthCompared: [Capture] = [
    .get(
      "Z01 an empty state goes back", "/oauth/authorize?response_type=banana&client_id=workshop-app&state=",
      """
      HTTP/1.1 302 Found
      Cache-Control: no-store
      Content-Type: application/json
      \(location)?error=invalid_request&error_description=Invalid or missing response type&state=&iframe=break

      {"error":"invalid_request","error_description":"Invalid or missing response type","state":"","iframe":"break"}
      """),
    Capture(
      "Z02 OPTIONS", "OPTIONS /oauth/token HTTP/1.1\nHost: 127.0.0.1:8414",
      """
      HTTP/1.1 200 OK
      Allow: POST, OPTIONS
      Content-Type: application/json

      []
      """),
    .post(
      "Z03 password", "/oauth/token", "grant_type=password&\(Wire.secret)",
      refusal("invalid_request", "Missing parameters: \\\"username\\\" and \\\"password\\\" required")),
    Capture(
      "Z04 DELETE with a token",
      """
      DELETE /oauth/me HTTP/1.1
      Host: 127.0.0.1:8414
      Content-Type: application/x-www-form-urlencoded

      access_token=x
      """, noToken),
  ]

  static let wpOAuthToken: [Capture] = [
    .post("WN22", "/oauth/token", Wire.secret, noGrantType),
    .post("T04", "/oauth/token", "grant_type=&\(Wire.secret)", noGrantType),
    .post("WN27", "/oauth/token?grant_type=authorization_code&\(Wire.secret)", "", noCredentials),
    .post("WN27", "/oauth/token?grant_type=authorization_code", Wire.secret, noCode),
    .get(
      "WN26", "/oauth/token?grant_type=authorization_code&\(Wire.secret)",
      """
      HTTP/1.1 405 Method Not Allowed
      Allow: POST, OPTIONS

      {"error":"invalid_request","error_description":"The request method must be POST when requesting an access token",\
      "error_uri":"http:\\/\\/tools.ietf.org\\/html\\/rfc6749#section-3.2"}
      """),
    .post("WN24", "/oauth/token", "grant_type=client_credentials&\(Wire.jobSecret)", unauthorized),
    .post(
      "T06", "/oauth/token", "grant_type=authorization-code&\(Wire.secret)",
      refusal("unsupported_grant_type", "Grant type \\\"authorization-code\\\" not supported")),
    .post(
      "WN28", "/oauth/token", "grant_type=authorization_code&code=x",
      header: "Authorization: Bearer d29ya3Nob3AtYXBwOndvcmtzaG9wLXNlY3JldA==", noCredentials),
    .post("T20", "/oauth/token", "grant_type=authorization_code&code=x", noCredentials),
    .post("T17", "/oauth/token", "grant_type=authorization_code&client_id=workshop-app&client_secret=x", wrong),
    .post("T19", "/oauth/token", "grant_type=authorization_code&client_id=nobody&client_secret=x", wrong),
    .post(
      "T21", "/oauth/token", "grant_type=authorization_code&client_id=workshop-app",
      refusal("invalid_client", "This client is invalid or must authenticate using a client secret")),
    .post(
      "WN31", "/oauth/token",
      #"{"grant_type":"authorization_code","code":"x","client_id":"workshop-app","client_secret":"workshop-secret"}"#,
      type: "application/json", unknownCode),
    .post("T12", "/oauth/token", "grant_type=authorization_code&\(Wire.secret)", noCode),
    .post("T13", "/oauth/token", "grant_type=authorization_code&code=nonsense&\(Wire.secret)", unknownCode),
    .post(
      "R03", "/oauth/token", "grant_type=refresh_token&\(Wire.secret)",
      refusal("invalid_request", "Missing parameter: \\\"refresh_token\\\" is required")),
    .post("V01", "/oauth/revoke", "token=nonsense", "HTTP/1.1 200 OK\n\n{\"revoked\":true}"),
    .post("V03", "/oauth/revoke", "", refusal("invalid_request", "Missing token parameter to revoke")),
    .get(
      "WN71", "/oauth/destroy",
      """
      HTTP/1.1 200 OK
      Content-Type: application/json

      {"status":true,"description":"Session destroyed successfully"}
      """),
  ]

  private static let noGrantType = refusal("invalid_request", "The grant type was not specified in the request")
  private static let noCredentials = refusal(
    "invalid_client", "Client credentials were not found in the headers or body")
  private static let wrong = refusal("invalid_client", "The client credentials are invalid")
  private static let noCode = refusal("invalid_request", "Missing parameter: \\\"code\\\" is required")
  private static let unauthorized = refusal(
    "unauthorized_client", "The grant type is unauthorized for this client_id")
  private static let unknownCode = refusal(
    "invalid_grant", "Authorization code doesn't exist or is invalid for the client")

  static let wpOAuthResource: [Capture] = [
    me("WN51", "X-None: 1", noToken),
    me("WN52", "Bearer: nonsense", noToken),
    me("WN54", "Authorization: Bearer nonsense", noToken),
    me("WN57", at: "/oauth/me?access_token=b", "Authorization: Bearer a", noToken),
    me("WN58", "Authorization: Basic YTpi", noToken),
    me("WN53", at: "/oauth/me?access_token=nonsense", "X-None: 1", noToken),
    .post("WN54", "/oauth/me", "access_token=nonsense", noToken),
    .post("M16", "/oauth/me", #"{"access_token":"nonsense"}"#, type: "application/json", noToken),
    me("M09", "Authorization: nonsense", noToken),
    me("WN72", at: "/oauth/introspection", "X-None: 1", noToken),
    .post("WN73", "/oauth/introspection", "token=nonsense", noToken),
  ]

  private static func me(
    _ number: String, at target: String = "/oauth/me", _ header: String, _ response: String
  ) -> Capture {
    Capture(number, "GET \(target) HTTP/1.1\nHost: 127.0.0.1:8414\n\(header)", response)
  }

  private static let noToken = """
    HTTP/1.1 400 Bad Request
    Content-Type: application/json
    Cache-Control: no-store

    {"error":"invalid_request","error_description":"Invalid token","error_uri":"https:\\/\\/tools.ietf.org\\/html\\/\
    draft-ietf-oauth-v2-31#section-7.2"}
    """
}

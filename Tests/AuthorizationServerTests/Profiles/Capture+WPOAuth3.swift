import AuthorizationServer
import OAuth

/// What WP OAuth Server 3.1.98 answers; the numbers are those of the captures.
extension Capture {
  private static let workshop = "/oauth/authorize?response_type=code&client_id=workshop-app"
  private static let location = "Location: http://127.0.0.1:8252/callback"

  static let wpOAuth3Authorization: [Capture] = [
    .get(
      "WM02", "\(workshop)&state=xyz",
      """
      HTTP/1.1 302 Found
      Location: http://127.0.0.1:8414/wp-login.php?redirect_to=%2Foauth%2Fauthorize%3Fresponse_type%3Dcode\
      %26client_id%3Dworkshop-app%26state%3Dxyz
      """),
    .get("A03", "/oauth/authorize?response_type=code", refusal("invalid_client", "No client id supplied")),
    .get("A04", "/oauth/authorize?client_id=nobody", refusal("invalid_client", "The client id supplied is invalid")),
    .get(
      "A05", "\(workshop)&redirect_uri=https%3A%2F%2Fevil.example%2Fcb",
      """
      HTTP/1.1 400 Bad Request
      Content-Type: application/json
      Cache-Control: no-store

      {"error":"redirect_uri_mismatch","error_description":"The redirect URI provided is missing or does not match",\
      "error_uri":"http:\\/\\/tools.ietf.org\\/html\\/rfc6749#section-3.1.2"}
      """),
    .get(
      "WM13", "\(workshop)&scope=basic&state=x%20y",
      """
      HTTP/1.1 302 Found
      Cache-Control: no-store
      Content-Type: application/json
      \(location)?error=invalid_scope&error_description=An+unsupported+scope+was+requested&state=x+y

      {"error":"invalid_scope","error_description":"An unsupported scope was requested","state":"x y"}
      """),
    .get(
      "A10", "/oauth/authorize?client_id=workshop-app&state=it's",
      """
      HTTP/1.1 302 Found
      \(location)?error=invalid_request&error_description=Invalid+or+missing+response+type&state=it%5C%27s

      {"error":"invalid_request","error_description":"Invalid or missing response type","state":"it\\\\'s"}
      """),
    .get("WM70", "/oauth/nonsense", refusal("invalid_request", "Unknown request")),
    .get("WM70 revoke", "/oauth/revoke", refusal("invalid_request", "Unknown request")),
    .get(
      "WM70 well-known", "/.well-known/oauth-authorization-server", refusal("invalid_request", "Unknown request")),
  ]

  static let wpOAuth3Token: [Capture] = [
    .post("WM27", "/oauth/token?grant_type=authorization_code&\(Wire.secret)", "", noGrantType),
    .post("WM27 by the query", "/?oauth=token", Wire.secret, noGrantType),
    .get("WM26", "/oauth/token?grant_type=authorization_code&\(Wire.secret)", notPost),
    Capture("WM26 OPTIONS", "OPTIONS /oauth/token HTTP/1.1\nHost: 127.0.0.1:8414", notPost),
    .post("WM20", "/oauth/token", "grant_type=client_credentials&\(Wire.jobSecret)", unsupported("client_credentials")),
    .post("WM24", "/oauth/token", "grant_type=password&username=a&password=b&\(Wire.secret)", unsupported("password")),
    .post(
      "WM25", "/oauth/token", "grant_type=refresh_token&refresh_token=x&\(Wire.secret)", unsupported("refresh_token")),
    .post(
      "WM28", "/oauth/token", "grant_type=authorization_code&code=x",
      header: "Authorization: Bearer d29ya3Nob3AtYXBwOndvcmtzaG9wLXNlY3JldA==",
      refusal("invalid_client", "Client credentials were not found in the headers or body")),
    .post("T17", "/oauth/token", "grant_type=authorization_code&client_id=workshop-app&client_secret=x", wrong),
    .post("a secret of nobody", "/oauth/token", "grant_type=authorization_code&client_id=&client_secret=x", wrong),
    .post("no secret", "/oauth/token", "grant_type=authorization_code&client_id=workshop-app", secretNeeded),
    .post("nobody, no secret", "/oauth/token", "grant_type=authorization_code&client_id=nobody", secretNeeded),
    .post("nothing named", "/oauth/token", "grant_type=authorization_code&client_id=", secretNeeded),
    .post("public client", "/oauth/token", "grant_type=authorization_code&client_id=native-app&code=x", secretNeeded),
    .post(
      "T12", "/oauth/token", "grant_type=authorization_code&\(Wire.secret)",
      refusal("invalid_request", "Missing parameter: \\\"code\\\" is required")),
    .post(
      "X07", "/oauth/token", "grant_type=authorization_code&code[]=x&\(Wire.secret)",
      refusal("invalid_grant", "Authorization code doesn't exist or is invalid for the client")),
    .post(
      "JSON", "/oauth/token",
      #"{"grant_type":"authorization_code","code":"x","client_id":"workshop-app","client_secret":"workshop-secret"}"#,
      type: "application/json",
      refusal("invalid_grant", "Authorization code doesn't exist or is invalid for the client")),
  ]

  static let wpOAuth3Resource: [Capture] = [
    me("WM51", "X-None: 1"), me("WM52", "Bearer: nonsense"), me("WM54", "Authorization: Bearer nonsense"),
    me("WM57", at: "/oauth/me?access_token=b", "Authorization: Bearer a"), me("WM58", "Authorization: Basic YTpi"),
    me("WM55", "Cookie: wordpress_logged_in_1=alice\nAuthorization: Bearer nonsense"),
    me("destroy", at: "/oauth/destroy", "X-None: 1"), me("destroy", at: "/oauth/destroy?access_token=x", "X-None: 1"),
    .get("by the query", "/?oauth=me", noToken),
    .post("JSON", "/oauth/me", #"{"access_token":"nonsense"}"#, type: "application/json", noToken),
  ]

  private static func me(_ number: String, at target: String = "/oauth/me", _ header: String) -> Capture {
    Capture(number, "GET \(target) HTTP/1.1\nHost: 127.0.0.1:8414\n\(header)", noToken)
  }

  private static func unsupported(_ grant: String) -> String {
    refusal("unsupported_grant_type", "Grant type \\\"\(grant)\\\" not supported")
  }

  private static let noToken = refusal("invalid_request", "Missing or invalid parameter(s)")
  private static let noGrantType = refusal("invalid_request", "The grant type was not specified in the request")
  private static let wrong = refusal("invalid_client", "The client credentials are invalid")
  private static let secretNeeded = refusal("invalid_client", "client credentials are required")
  private static let notPost = """
    HTTP/1.1 405 Method Not Allowed
    Allow: POST
    Content-Type: application/json
    Cache-Control: no-store

    {"error":"invalid_request","error_description":"The request method must be POST when requesting an access token",\
    "error_uri":"http:\\/\\/tools.ietf.org\\/html\\/rfc6749#section-3.2"}
    """
}

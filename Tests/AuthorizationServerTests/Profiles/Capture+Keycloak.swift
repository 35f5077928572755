import AuthorizationServer
import OAuth

/// What Keycloak 21 answers, read in its source.
extension Capture {
  private static let realm = "/realms/myrealm/protocol/openid-connect"
  private static let token = "\(realm)/token"
  private static let workshop = "\(realm)/auth?response_type=code&client_id=workshop-app"
  private static let location = "Location: http://127.0.0.1:8252/callback"

  private static func redirect(_ number: String, _ query: String, _ answer: String) -> Capture {
    .get(number, "\(realm)/auth?client_id=workshop-app&\(query)", "HTTP/1.1 302 Found\n\(location)\(answer)")
  }

  static let keycloakAuthorization: [Capture] = [
    redirect(
      "response_type missing", "redirect_uri=\(Wire.callback)&state=xyz",
      "?error=invalid_request&error_description=Missing+parameter%3A+response_type&state=xyz"),
    redirect(
      "response_type unknown", "response_type=banana&state=xyz", "?error=unsupported_response_type&state=xyz"),
    redirect(
      "response_type token", "response_type=token&state=xyz",
      "#error=unauthorized_client&error_description=Client+is+not+allowed+to+initiate+browser+login+with+given+"
        + "response_type.+Implicit+flow+is+disabled+for+the+client.&state=xyz"),
    redirect(
      "response_type hybrid", "response_type=code%20id_token&state=xyz",
      "#error=unauthorized_client&error_description=Client+is+not+allowed+to+initiate+browser+login+with+given+"
        + "response_type.+Implicit+flow+is+disabled+for+the+client.&state=xyz"),
    redirect(
      "response_type token by the query", "response_type=token&response_mode=query&state=xyz",
      "?error=invalid_request&error_description=Response_mode+%27query%27+not+allowed+for+implicit+or+hybrid+flow"
        + "&state=xyz"),
    redirect(
      "response_mode", "response_type=code&response_mode=banana&state=xyz",
      "?error=invalid_request&error_description=Invalid+parameter%3A+response_mode&state=xyz"),
    redirect(
      "scope", "response_type=code&scope=email+bogus&state=xyz",
      "?error=invalid_scope&error_description=Invalid+scopes%3A+email+bogus&state=xyz"),
    redirect(
      "duplicated", "response_type=code&state=xyz&nonce=1&nonce=2",
      "?error=invalid_request&error_description=duplicated+parameter&state=xyz"),
    redirect(
      "duplicated unknown", "response_type=code&state=xyz&x=1&x=2",
      "?error=invalid_request&error_description=duplicated+parameter&state=xyz"),
    redirect(
      "challenge missing", "response_type=code&code_challenge_method=S256",
      "?error=invalid_request&error_description=Missing+parameter%3A+code_challenge"),
    redirect(
      "challenge method", "response_type=code&code_challenge=\(Wire.challenge)&code_challenge_method=S512",
      "?error=invalid_request&error_description=Invalid+parameter%3A+code_challenge_method"),
    redirect(
      "challenge short", "response_type=code&code_challenge=short&code_challenge_method=S256",
      "?error=invalid_request&error_description=Invalid+parameter%3A+code_challenge"),
    redirect("prompt none", "response_type=code&prompt=none&state=xyz", "?error=login_required&state=xyz"),
  ]

  private static func post(
    _ number: String, _ body: String, header: String = "X-None: 1", _ status: String, _ error: String,
    _ description: String
  ) -> Capture {
    .post(
      number, token, body, header: header,
      """
      HTTP/1.1 \(status)
      Content-Type: application/json
      Cache-Control: no-store
      Pragma: no-cache

      {"error":"\(error)","error_description":"\(description)"}
      """)
  }

  private static let bad = "400 Bad Request"
  private static let unauthorized = "401 Unauthorized"
  private static let wrong = "Invalid client or Invalid client credentials"
  private static let code = "grant_type=authorization_code"

  static let keycloakToken: [Capture] =
    ["GET", "PUT", "DELETE", "HEAD"].map {
      Capture(
        $0, "\($0) \(token) HTTP/1.1\nHost: 127.0.0.1:8414", "HTTP/1.1 405 Method Not Allowed\nAllow: POST")
    } + [
      .post(
        "JSON", token, #"{"grant_type":"authorization_code"}"#, type: "application/json",
        "HTTP/1.1 415 Unsupported Media Type"),
      .post("text", token, code, type: "text/plain", "HTTP/1.1 415 Unsupported Media Type"),
      post("no grant_type", Wire.secret, bad, "invalid_request", "Missing form parameter: grant_type"),
      post("query", "", bad, "invalid_request", "Missing form parameter: grant_type"),
      post("empty grant_type", "grant_type=&\(Wire.secret)", bad, "unsupported_grant_type", "Unsupported grant_type"),
      post("unknown grant", "grant_type=banana", bad, "unsupported_grant_type", "Unsupported grant_type"),
      post("case", "grant_type=Authorization_Code", bad, "unsupported_grant_type", "Unsupported grant_type"),
      post(
        "password", "grant_type=password&username=alice&password=x&\(Wire.secret)", bad, "unauthorized_client",
        "Client not allowed for direct access grants"),
      post("no client", "\(code)&code=x", bad, "invalid_client", "Missing client_id parameter"),
      .post(
        "Bearer", token, "\(code)&code=x", header: "Authorization: Bearer eDp5",
        "HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm=\"myrealm\""),
      .post(
        "Basic unreadable", token, "\(code)&code=x", header: "Authorization: Basic <CREDENTIAL>",
        "HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm=\"myrealm\""),
      post(
        "Bearer and form", "\(code)&\(Wire.secret)", header: "Authorization: Bearer eDp5", bad, "invalid_request",
        "Missing parameter: code"),
      post(
        "unreadable and form", "\(code)&\(Wire.secret)", header: "Authorization: Basic x", bad, "invalid_request",
        "Missing parameter: code"),
      post("unknown client", "\(code)&client_id=nobody&client_secret=x", unauthorized, "invalid_client", wrong),
      post("no secret", "\(code)&client_id=workshop-app", unauthorized, "unauthorized_client", wrong),
      post(
        "wrong secret", "\(code)&client_id=workshop-app&client_secret=x", unauthorized, "unauthorized_client", wrong),
      post(
        "wrong Basic", code, header: "Authorization: Basic d29ya3Nob3AtYXBwOmJhZA==", unauthorized,
        "unauthorized_client", wrong),
      post(
        "form over Basic", "\(code)&\(Wire.otherSecret)", header: "Authorization: Basic d29ya3Nob3AtYXBwOmJhZA==", bad,
        "invalid_request", "Missing parameter: code"),
      post(
        "wrong form over Basic", "\(code)&client_id=workshop-app&client_secret=x", header: Wire.basic, unauthorized,
        "unauthorized_client", wrong),
      post(
        "client of the form, secret of Basic", "\(code)&client_id=other-app", header: Wire.basic, unauthorized,
        "unauthorized_client", wrong),
      post("duplicated", "\(code)&code=x&code=y&\(Wire.secret)", bad, "invalid_request", "duplicated parameter"),
      post("duplicated unknown", "\(code)&x=1&x=2&\(Wire.secret)", bad, "invalid_request", "duplicated parameter"),
      post("no code", "\(code)&\(Wire.secret)", bad, "invalid_request", "Missing parameter: code"),
      post("empty code", "\(code)&code=&\(Wire.secret)", bad, "invalid_grant", "Code not valid"),
      post("unknown code", "\(code)&code=nonsense&\(Wire.secret)", bad, "invalid_grant", "Code not valid"),
      post("no refresh token", "grant_type=refresh_token&\(Wire.secret)", bad, "invalid_request", "No refresh token"),
      post(
        "unknown refresh token", "grant_type=refresh_token&refresh_token=x&\(Wire.secret)", bad, "invalid_grant",
        "Invalid refresh token"),
      post(
        "no service account", "grant_type=client_credentials&\(Wire.secret)", unauthorized, "unauthorized_client",
        "Client not enabled to retrieve service account"),
    ]

  private static func userinfo(
    _ number: String, _ header: String, method: String = "GET", query: String = "", _ response: String
  ) -> Capture {
    Capture(number, "\(method) \(realm)/userinfo\(query) HTTP/1.1\nHost: 127.0.0.1:8414\n\(header)", response)
  }

  private static let nothing = "HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm=\"myrealm\""
  private static let unverified = """
    HTTP/1.1 401 Unauthorized
    WWW-Authenticate: Bearer realm="myrealm", error="invalid_token", error_description="Token verification failed"

    {"error":"invalid_token","error_description":"Token verification failed"}
    """

  static let keycloakResource: [Capture] = [
    userinfo("none", "X-None: 1", nothing),
    userinfo("named Bearer", "Bearer: x", nothing),
    userinfo("Basic", "Authorization: Basic YTpi", nothing),
    userinfo("one word", "Authorization: abcdef", nothing),
    userinfo("query", "X-None: 1", query: "?access_token=x", nothing),
    userinfo("unknown", "Authorization: Bearer nonsense", unverified),
    userinfo("header and query", "Authorization: Bearer nonsense", query: "?access_token=x", unverified),
    userinfo("POST", "Authorization: Bearer nonsense", method: "POST", unverified),
    .post("form", "\(realm)/userinfo", "access_token=nonsense", unverified),
    userinfo("PUT", "Authorization: Bearer x", method: "PUT", "HTTP/1.1 405 Method Not Allowed"),
  ]
}

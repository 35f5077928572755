/// What oauth2-server-php 1.14.2 answered when it was asked the same as this server, and they did not agree at first.
/// The numbers are those of that comparison.
extension Capture {
  static let bshafferCompared: [Capture] = [
    .get("Y01", "/oauth/authorize?client_id=0", refusal("invalid_client", "No client id supplied")),
    .get(
      "Y02", "/oauth/authorize?response_type=code&client_id=workshop-app&state=0",
      """
      HTTP/1.1 302 Found
      Cache-Control: no-store
      Location: http://127.0.0.1:8252/callback?error=invalid_request&\
      error_description=The+state+parameter+is+required

      {"error":"invalid_request","error_description":"The state parameter is required"}
      """),
    .get(
      "Y04",
      "/oauth/authorize?response_type=code&client_id=workshop-app"
        + "&state=x&redirect_uri=http%3A%2F%2F127.0.0.1%3A8252%2Fcallback%23",
      """
      HTTP/1.1 400 Bad Request
      Cache-Control: no-store

      {"error":"redirect_uri_mismatch","error_description":"The redirect URI provided is missing or does not \
      match","error_uri":"http:\\/\\/tools.ietf.org\\/html\\/rfc6749#section-3.1.2"}
      """),
    .get(
      "Y05",
      "/oauth/authorize?client_id=native-app&redirect_uri=http://127.0.0.1:51000/callback"
        + "&response_type=code&state=x",
      """
      HTTP/1.1 400 Bad Request
      Cache-Control: no-store

      {"error":"redirect_uri_mismatch","error_description":"The redirect URI provided is missing or does not \
      match","error_uri":"http:\\/\\/tools.ietf.org\\/html\\/rfc6749#section-3.1.2"}
      """),
    .get(
      "Y06", "/oauth/authorize?client_id=tv-app&redirect_uri=https://evil.example/cb&response_type=code&state=x",
      """
      HTTP/1.1 302 Found
      Cache-Control: no-store
      Location: https://evil.example/cb?error=unauthorized_client&\
      error_description=The+grant+type+is+unauthorized+for+this+client_id&state=x

      {"error":"unauthorized_client","error_description":"The grant type is unauthorized for this client_id",\
      "state":"x"}
      """),
    .get(
      "Y07", "/oauth/authorize?response_type=code&client_id=workshop-app&sta.te=x&scope=bogus",
      """
      HTTP/1.1 302 Found
      Cache-Control: no-store
      Location: http://127.0.0.1:8252/callback?error=invalid_scope&\
      error_description=An+unsupported+scope+was+requested

      {"error":"invalid_scope","error_description":"An unsupported scope was requested"}
      """),
    .get(
      "Y08", "/oauth/authorize?response_type=code&client_id=workshop-app&state=&scope=bogus",
      """
      HTTP/1.1 302 Found
      Cache-Control: no-store
      Location: http://127.0.0.1:8252/callback?error=invalid_scope&\
      error_description=An+unsupported+scope+was+requested&state=

      {"error":"invalid_scope","error_description":"An unsupported scope was requested","state":""}
      """),
    .post(
      "Y09", "/oauth/authorize?response_type=code&client_id=workshop-app&state=x&scope=email", "scope=bogus",
      """
      HTTP/1.1 302 Found
      Cache-Control: no-store
      Location: http://127.0.0.1:8252/callback?error=invalid_scope&\
      error_description=An+unsupported+scope+was+requested&state=x

      {"error":"invalid_scope","error_description":"An unsupported scope was requested","state":"x"}
      """),
    .post(
      "Y10", "/oauth/authorize?client_id=&response_type=code",
      "client_id=workshop-app"
        + "&state=b", refusal("invalid_client", "No client id supplied")),
    .get(
      "Y11", "/oauth/authorize?response_type=code&client_id=workshop-app&state=x&scope=%22",
      """
      HTTP/1.1 302 Found
      Cache-Control: no-store
      Location: http://127.0.0.1:8252/callback?error=invalid_scope&\
      error_description=An+unsupported+scope+was+requested&state=x

      {"error":"invalid_scope","error_description":"An unsupported scope was requested","state":"x"}
      """),
    .post(
      "Y12", "/oauth/token", "grant_type=0",
      refusal("invalid_request", "The grant type was not specified in the request")),
    .post(
      "Y13", "/oauth/token", "grant+type=authorization_code",
      refusal("invalid_client", "Client credentials were not found in the headers or body")),
    .post(
      "Y14", "/oauth/token", "{\"grant_type\":0}", type: "application/json",
      refusal("invalid_request", "The grant type was not specified in the request")),
    .post(
      "Y15", "/oauth/token", "{\"grant_type\":\"authorization_code\"}", type: "application/jsonx",
      refusal("invalid_client", "Client credentials were not found in the headers or body")),
    .post(
      "Y16", "/oauth/token", "{\"grant_type\":\"authorization_code\"}", type: "Application/JSON",
      refusal("invalid_request", "The grant type was not specified in the request")),
    .post(
      "Y17", "/oauth/token", "grant_type=authorization_code", type: "application/x-www-form-urlencoded, text/plain",
      refusal("invalid_client", "Client credentials were not found in the headers or body")),
    .post(
      "Y18", "/oauth/token", "grant_type=authorization_code", type: "APPLICATION/X-WWW-FORM-URLENCODED",
      refusal("invalid_client", "Client credentials were not found in the headers or body")),
    .post(
      "Y19", "/oauth/token", "grant_type=authorization_code&client_id=",
      refusal("invalid_client", "This client is invalid or must authenticate using a client secret")),
    .post(
      "Y20", "/oauth/token", "grant_type=client_credentials&client_id=",
      refusal("invalid_client", "client credentials are required")),
    .post(
      "Y21", "/oauth/token",
      "grant_type=authorization_code&code=0&client_id=workshop-app&client_secret=workshop-secret",
      refusal("invalid_request", "Missing parameter: \\\"code\\\" is required")),
    .post(
      "Y22", "/oauth/token",
      "grant_type=refresh_token&refresh_token=0&client_id=workshop-app&client_secret=workshop-secret",
      refusal("invalid_request", "Missing parameter: \\\"refresh_token\\\" is required")),
    .post(
      "Y23", "/oauth/token", "grant_type=password",
      refusal("invalid_client", "Client credentials were not found in the headers or body")),
    .post(
      "Y24", "/oauth/token", "grant_type=password&username=alice&client_id=workshop-app&client_secret=workshop-secret",
      refusal("invalid_request", "Missing parameters: \\\"username\\\" and \\\"password\\\" required")),
    .post(
      "Y25", "/oauth/token",
      "grant_type=password&username=alice&password=0&client_id=workshop-app&client_secret=workshop-secret",
      refusal("invalid_request", "Missing parameters: \\\"username\\\" and \\\"password\\\" required")),
    .post(
      "Y26", "/oauth/token",
      "grant_type=password&username=alice&password=x&client_id=workshop-app&client_secret=workshop-secret",
      refusal("invalid_grant", "Invalid username and password combination", status: "401 Unauthorized")),
    .post(
      "Y27", "/oauth/token",
      "grant_type=password&username=alice&password=wonderland&client_id=workshop-app&client_secret=workshop-secret",
      refusal("unauthorized_client", "The grant type is unauthorized for this client_id")),
    .post(
      "Y28", "/oauth/token", "grant_type=authorization_code",
      header: "Authorization: Basic d29ya3Nob3AtYXBwOndvcmtzaG9wLXNlY3JldA",
      refusal("invalid_request", "Missing parameter: \\\"code\\\" is required")),
    .post(
      "Y29", "/oauth/token", "grant_type=authorization_code",
      header: "Authorization: Basic\td29ya3Nob3AtYXBwOndvcmtzaG9wLXNlY3JldA==",
      refusal("invalid_request", "Missing parameter: \\\"code\\\" is required")),
    .post(
      "Y30", "/oauth/token", "grant_type=authorization_code", header: "Authorization: Basic OndvcmtzaG9wLXNlY3JldA==",
      refusal("invalid_client", "The client credentials are invalid")),
    .post(
      "Y31", "/oauth/token", "grant_type=authorization_code", header: "Authorization: Basic YTpi, Basic YTpi",
      refusal("invalid_client", "The client credentials are invalid")),
    .post(
      "Y32", "/oauth/token", "grant_type=authorization_code", header: "Authorization: Basic d29ya3Nob3AtYXBw",
      refusal("invalid_client", "Client credentials were not found in the headers or body")),
    .post(
      "Y33", "/oauth/revoke", "token=",
      """
      HTTP/1.1 200 OK

      {"revoked":true}
      """),
    .post(
      "Y34", "/oauth/revoke", "token=x&token_type_hint=",
      refusal("invalid_request", "Token type hint must be either 'access_token' or 'refresh_token'")),
    .post(
      "Y49 a secret of nobody", "/oauth/token", "grant_type=authorization_code&client_id=&client_secret=x",
      refusal("invalid_client", "The client credentials are invalid")),
    .post(
      "Y50 an open bracket", "/oauth/token", "grant[type=authorization_code&client[id=nobody&client_secret=x",
      refusal("invalid_client", "The client credentials are invalid")),
    Capture(
      "Y35", "OPTIONS /oauth/revoke HTTP/1.1\nHost: 127.0.0.1:8414",
      """
      HTTP/1.1 200 OK
      Allow: POST, OPTIONS
      """),
    Capture(
      "Y36",
      "PUT /oauth/token HTTP/1.1\nHost: 127.0.0.1:8414\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=authorization_code",
      """
      HTTP/1.1 405 Method Not Allowed
      Cache-Control: no-store
      Allow: POST, OPTIONS

      {"error":"invalid_request","error_description":"The request method must be POST when requesting an access \
      token","error_uri":"http:\\/\\/tools.ietf.org\\/html\\/rfc6749#section-3.2"}
      """),
    .get(
      "Y37", "/oauth/revoke?token=x",
      """
      HTTP/1.1 405 Method Not Allowed
      Cache-Control: no-store
      Allow: POST, OPTIONS

      {"error":"invalid_request","error_description":"The request method must be POST when revoking an access \
      token","error_uri":"http:\\/\\/tools.ietf.org\\/html\\/rfc6749#section-3.2"}
      """),
    .get(
      "Y38", "/oauth/me?access_token=0",
      """
      HTTP/1.1 401 Unauthorized
      WWW-Authenticate: Bearer realm="Service"
      """),
    .get(
      "Y39", "/oauth/me?access_token[]=x", bshafferChallenge("invalid_token", "The access token provided is invalid")),
    .get(
      "Y40", "/oauth/me?access_token=a&access_token=b",
      bshafferChallenge("invalid_token", "The access token provided is invalid")),
    Capture(
      "Y41", "GET /oauth/me HTTP/1.1\nHost: 127.0.0.1:8414\nAuthorization: 0",
      """
      HTTP/1.1 401 Unauthorized
      WWW-Authenticate: Bearer realm="Service"
      """),
    Capture(
      "Y42", "GET /oauth/me HTTP/1.1\nHost: 127.0.0.1:8414\nAuthorization: Bearer x\nAuthorization: Bearer y",
      bshafferChallenge("invalid_token", "The access token provided is invalid")),
    Capture(
      "Y43",
      "GET /oauth/me HTTP/1.1\nHost: 127.0.0.1:8414\nContent-Type: application/x-www-form-urlencoded\n\naccess_token=x",
      """
      HTTP/1.1 401 Unauthorized
      WWW-Authenticate: Bearer realm="Service"
      """),
    Capture(
      "Y44",
      "DELETE /oauth/me HTTP/1.1\nHost: 127.0.0.1:8414\nContent-Type: application/x-www-form-urlencoded\n\naccess_token=x",
      """
      HTTP/1.1 401 Unauthorized
      Cache-Control: no-store
      WWW-Authenticate: Bearer realm="Service", error="invalid_request", error_description="When putting the \
      token in the body, the method must be POST or PUT"

      {"error":"invalid_request","error_description":"When putting the token in the body, the method must be \
      POST or PUT","error_uri":"http:\\/\\/tools.ietf.org\\/html\\/rfc6749#section-2.2"}
      """),
    Capture(
      "Y45",
      "PUT /oauth/me HTTP/1.1\nHost: 127.0.0.1:8414\nContent-Type: application/x-www-form-urlencoded\n\naccess_token=x",
      bshafferChallenge("invalid_token", "The access token provided is invalid")),
    .post(
      "Y46", "/oauth/me", "access_token=x", type: "APPLICATION/x-www-form-urlencoded",
      """
      HTTP/1.1 401 Unauthorized
      Cache-Control: no-store
      WWW-Authenticate: Bearer realm="Service", error="invalid_request", error_description="The content type \
      for POST requests must be "application/x-www-form-urlencoded""

      {"error":"invalid_request","error_description":"The content type for POST requests must be \
      \\"application\\/x-www-form-urlencoded\\""}
      """),
    .post(
      "Y47", "/oauth/me", "access_token=x", type: "text/plain",
      """
      HTTP/1.1 401 Unauthorized
      WWW-Authenticate: Bearer realm="Service"
      """),
    Capture(
      "Y48", "DELETE /oauth/me HTTP/1.1\nHost: 127.0.0.1:8414\nAuthorization: Bearer x",
      bshafferChallenge("invalid_token", "The access token provided is invalid")),
  ]
}

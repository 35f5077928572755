import AuthorizationServer
import OAuth
import Testing

extension Wire {
  /// The right request of workshop-app to sign somebody in.
  static let openIDRequest =
    "response_type=code&client_id=workshop-app&redirect_uri=\(callback)&scope=openid%20profile%20email&state=xyz"
}

extension Conversation {
  /// The claims of the ID token that a request leads to.
  func idTokenClaims(_ query: String = Wire.openIDRequest) throws -> JSON {
    try #require(JSONWebSignature(parsing: idToken(query))?.claims)
  }

  func idToken(_ query: String = Wire.openIDRequest) throws -> String {
    try #require(redeem(code(query)).member("id_token"))
  }

  var jwks: JSONWebKeySet {
    get throws {
      let answer = send("GET /jwks HTTP/1.1\nHost: 127.0.0.1:8414")
      return try #require(JSONWebKeySet(json: JSON(parsing: answer.response.body)))
    }
  }
}

extension Answer {
  /// A text in the JSON body.
  func member(_ name: String) -> String? { (try? JSON(parsing: response.body))?[name]?.string }
}

import HTTPTypes
import OAuth
import OAuthClient

/// The client of these tests, seeded: every random value below is known.
enum Workshop {
  static let state = "3l80SatLsUPRQqQCuhYjgg"
  static let verifier = "mbThYhMH2ACsncm4Umr7ISzZ2vrVz9jHwK0Io-zk4Nc"
  static let challenge = "PmPRz3jG43_RSxvUIxc-BgfpozBuX-1i00sczv91aYg"
  static let secondState = "4MtWnTUGmwI86yu-wRiXsg"
  static let issuer = "http://127.0.0.1:8414"
  static let start = Instant(seconds: 1_795_219_200)

  static func client(_ authentication: ClientAuthenticationMethod = .clientSecretBasic) throws -> OAuthClient {
    var configuration = ClientConfiguration(
      credentials: ClientCredentials(
        identifier: try identifier("workshop-app"), secret: "workshop-secret", method: authentication),
      redirectionURI: "http://127.0.0.1:8252/callback", scope: Scope(["openid", "profile"]), issuer: Issuer(issuer),
      endpoints: ClientConfiguration.Endpoints(
        authorization: "\(issuer)/authorize", token: "\(issuer)/token", revocation: "\(issuer)/revoke",
        keys: "\(issuer)/jwks", resource: "\(issuer)/me"),
      expectsIssuer: true)
    if authentication == .none { configuration.credentials.secret = nil }
    return OAuthClient(configuration: configuration, random: .seeded(1, stream: 2))
  }

  /// A client that has sent its first authorization request.
  static func waiting() throws -> OAuthClient {
    var client = try client()
    _ = client.beginAuthorization(at: start)
    return client
  }

  /// A client that has taken the code `code-1`.
  static func withCode() throws -> OAuthClient {
    var client = try waiting()
    _ = client.judge(authorizationResponse: response("code=code-1&state=\(state)&iss=\(issuer)"), at: start)
    return client
  }

  /// What the user agent asks of the redirection endpoint.
  static func response(_ query: String) -> RequestMessage {
    .get("/callback?\(query)", authority: "127.0.0.1:8252")
  }

  static func answer(
    _ body: String, status: Int = 200, mediaType: String? = "application/json", challenges: [String] = []
  ) -> ResponseMessage {
    var fields = HTTPFields()
    if let mediaType { fields[.contentType] = mediaType }
    fields[values: .wwwAuthenticate] = challenges
    return ResponseMessage(status: .init(code: status), fields: fields, body: Array(body.utf8))
  }

  /// The lines of a message as they would stand on the wire.
  static func lines(_ message: RequestMessage) -> [String] {
    ["\(message.head.method) \(message.head.path ?? "")", "Host: \(message.head.authority ?? "")"]
      + message.head.headerFields.map { "\($0.name): \($0.value)" } + [
        "", String(decoding: message.body, as: UTF8.self),
      ]
  }

  private struct NoIdentifier: Error {}

  static func identifier(_ text: String) throws -> ClientIdentifier {
    guard let identifier = ClientIdentifier(text) else { throw NoIdentifier() }
    return identifier
  }
}

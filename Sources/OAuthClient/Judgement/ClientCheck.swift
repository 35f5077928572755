public import OAuth

/// Every check the client makes, in the order of the flow, by the name that judgements and explanations call it.
public enum ClientCheck: String, CheckName {
  // Authorization response
  case attemptUnderWay
  case authorizationResponseDecodable
  case parametersSentOnce
  case stateOurs
  case issuerExpected
  case authorizationGranted
  case authorizationCodeReceived
  // Token response
  case tokenResponseSuccessful
  case tokenResponseMediaTypeJSON
  case tokenResponseObject
  case accessTokenReceived
  case tokenTypeBearer
  case accessTokenUsable
  case lifetimeNumeric
  case refreshTokenUsable
  case grantedScopeReadable
  // Token response: the ID token
  case idTokenReadable
  case idTokenSigned
  case idTokenSignatureFits
  case idTokenIssuerExpected
  case idTokenMeantForUs
  case idTokenNotExpired
  case idTokenFresh
  case nonceOurs
  case accessTokenHashFits
  case idTokenSubjectSame
  // Token response to a refresh token
  case refreshedScopeGranted
  // The server's keys
  case keySetReceived
  case keySetReadable
  // Answer of the protected resource
  case resourceResponseSuccessful
  case resourceResponseObject
  case subjectReceived
  // Answer of the revocation endpoint
  case revocationSuccessful
  // Answer of the introspection endpoint, which a resource server asks
  case introspectionSuccessful
  case introspectionReadable
  case tokenActive
  case activeTokenNotExpired

  /// What is examined, in a few words.
  public var title: String { entry.title }

  /// The section of the standard that asks for the check.
  public var specification: Specification { entry.specification }

  private var entry: (title: String, specification: Specification) {
    switch self {
    case .attemptUnderWay: ("a request of ours awaits this response", "RFC 6749 §10.12")
    case .authorizationResponseDecodable: ("names and values decode strictly", "RFC 6749 §4.1.2")
    case .parametersSentOnce: ("no parameter is repeated", "RFC 6749 §3.1")
    case .stateOurs: ("state is the one we sent", "RFC 6749 §10.12")
    case .issuerExpected: ("iss is the server we asked", "RFC 9207 §2.4")
    case .authorizationGranted: ("the response is not an error", "RFC 6749 §4.1.2.1")
    case .authorizationCodeReceived: ("code is there", "RFC 6749 §4.1.2")
    case .tokenResponseSuccessful: ("the status is 200", "RFC 6749 §5.1")
    case .tokenResponseMediaTypeJSON: ("the body is application/json", "RFC 6749 §5.1")
    case .tokenResponseObject: ("the body is a JSON object", "RFC 6749 §5.1")
    case .accessTokenReceived: ("access_token is there, a string", "RFC 6749 §5.1")
    case .tokenTypeBearer: ("token_type is Bearer, in any case", "RFC 6749 §7.1")
    case .accessTokenUsable: ("the token keeps to the grammar of its header", "RFC 6750 §2.1")
    case .lifetimeNumeric: ("expires_in, if there, is a number of seconds", "RFC 6749 §5.1")
    case .refreshTokenUsable: ("refresh_token, if there, is a string", "RFC 6749 §5.1")
    case .grantedScopeReadable: ("scope, if there, is a list of tokens", "RFC 6749 §3.3")
    case .idTokenReadable: ("id_token is there, in three readable parts", "OpenID Connect Core §3.1.3.3")
    case .idTokenSigned: ("alg of id_token is the one we registered", "OpenID Connect Core §3.1.3.7")
    case .idTokenSignatureFits: ("a key of the server signed id_token", "OpenID Connect Core §3.1.3.7")
    case .idTokenIssuerExpected: ("iss of id_token is the server we asked", "OpenID Connect Core §3.1.3.7")
    case .idTokenMeantForUs: ("aud of id_token names us", "OpenID Connect Core §3.1.3.7")
    case .idTokenNotExpired: ("id_token has not expired", "OpenID Connect Core §3.1.3.7")
    case .idTokenFresh: ("id_token was issued just now", "OpenID Connect Core §3.1.3.7")
    case .nonceOurs: ("nonce of id_token is the one we sent", "OpenID Connect Core §3.1.3.7")
    case .accessTokenHashFits: ("at_hash, if there, fits the access token", "OpenID Connect Core §3.1.3.8")
    case .idTokenSubjectSame: ("sub of id_token is who signed in at first", "OpenID Connect Core §12.2")
    case .refreshedScopeGranted: ("the scope is not wider than it was granted", "RFC 6749 §6")
    case .keySetReceived: ("the status is 200", "RFC 7517 §5")
    case .keySetReadable: ("the body is a set of keys", "RFC 7517 §5")
    case .resourceResponseSuccessful: ("the status is 200", "RFC 6750 §3")
    case .resourceResponseObject: ("the body is a JSON object", "OpenID Connect Core §5.3.2")
    case .subjectReceived: ("sub is there", "OpenID Connect Core §5.3.2")
    case .revocationSuccessful: ("the status is 200", "RFC 7009 §2.2")
    case .introspectionSuccessful: ("the status is 200", "RFC 7662 §2.2")
    case .introspectionReadable: ("active is there, true or false", "RFC 7662 §2.2")
    case .tokenActive: ("the token is active", "RFC 7662 §2.2")
    case .activeTokenNotExpired: ("exp, if there, is to come", "RFC 7662 §4")
    }
  }
}

public import OAuth

extension Check {
  /// What is examined, in a few words.
  public var title: String { entry.title }

  /// The section of the standard that asks for the check.
  public var specification: Specification { entry.specification }

  private var entry: (title: String, specification: Specification) {
    switch self {
    case .endpointKnown: ("the path is an endpoint of this server", "RFC 6749 §3")
    case .hostOwn: ("the Host is this server's own", "RFC 8252 §8.3")
    case .methodAllowed: ("the method is one of the endpoint's", "RFC 6749 §3.2")
    case .mediaTypeForm: ("the body is a form", "RFC 6749 §4.1.3")
    case .requestDecodable: ("names and values decode strictly", "RFC 6749 appendix B")
    case .parametersSentOnce: ("no defined parameter is repeated", "RFC 6749 §3.1")
    case .clientIdentifierPresent: ("client_id is there, once", "RFC 6749 §4.1.1")
    case .clientRegistered: ("client_id is registered", "RFC 6749 §3.1.2.4")
    case .redirectionURIPresent: ("redirect_uri is there, or only one is registered", "RFC 6749 §3.1.2.3")
    case .redirectionURIWellFormed: ("redirect_uri is absolute, without fragment", "RFC 6749 §3.1.2")
    case .redirectionURIRegistered: ("redirect_uri is registered for this client", "RFC 9700 §4.1.3")
    case .responseModeSupported: ("response_mode is one we know", "OAuth Multiple Response Types §2.1")
    case .requestObjectAbsent: ("no request object", "OpenID Connect Core §3.1.2.6")
    case .responseTypePresent: ("response_type is there", "RFC 6749 §3.1.1")
    case .responseTypeSupported: ("response_type is code", "RFC 6749 §4.1.2.1")
    case .responseTypeAllowed: ("the client may use authorization codes", "RFC 6749 §4.1.2.1")
    case .stateAcceptable: ("state is there if required, and not too long", "RFC 6749 §4.1.1")
    case .scopeWellFormed: ("scope is a list of tokens", "RFC 6749 §3.3")
    case .scopeAllowed: ("scope is within what the client may ask", "RFC 6749 §3.3")
    case .codeChallengePresent: ("code_challenge is there if required", "RFC 7636 §4.4.1")
    case .codeChallengeMethodSupported: ("code_challenge_method is one we accept", "RFC 7636 §4.4.1")
    case .codeChallengeWellFormed: ("code_challenge keeps to its grammar", "RFC 7636 §4.2")
    case .sessionPresent: ("the browser has a session with us", "RFC 6749 §10.12")
    case .interactionKnown: ("the request was kept here and belongs to this browser", "RFC 6749 §10.12")
    case .formTokenValid: ("the form is the one we sent", "RFC 6749 §10.12")
    case .passwordCorrect: ("username and password are right", "RFC 6749 §3.1")
    case .resourceOwnerSignedIn: ("somebody is signed in", "RFC 6749 §3.1")
    case .decisionPresent: ("decision is allow or deny", "RFC 6749 §4.1")
    case .resourceOwnerAllowed: ("the resource owner allowed it", "RFC 6749 §4.1.2.1")
    case .scopeGranted: ("something was granted", "RFC 6749 §3.3")
    case .credentialsNotInURI: ("no credentials in the request URI", "RFC 6749 §2.3.1")
    case .clientAuthenticationSingle: ("one client authentication, not two", "RFC 6749 §2.3")
    case .clientAuthenticationReadable: ("the Authorization header is readable Basic", "RFC 6749 §2.3.1")
    case .clientIdentified: ("the client says who it is", "RFC 6749 §3.2.1")
    case .clientKnown: ("the client is registered", "RFC 6749 §5.2")
    case .clientAuthenticated: ("the client proves who it is", "RFC 6749 §3.2.1")
    case .clientAuthenticationMethodRegistered: ("the method is the client's registered one", "RFC 7591 §2")
    case .grantTypePresent: ("grant_type is there", "RFC 6749 §4.1.3")
    case .grantTypeSupported: ("grant_type is one we know", "RFC 6749 §5.2")
    case .grantTypeAllowed: ("the client may use this grant", "RFC 6749 §5.2")
    case .authorizationCodePresent: ("code is there", "RFC 6749 §4.1.3")
    case .authorizationCodeKnown: ("code was issued here", "RFC 6749 §5.2")
    case .authorizationCodeBoundToClient: ("code was issued to this client", "RFC 6749 §4.1.3")
    case .authorizationCodeNotExpired: ("code has not expired", "RFC 6749 §4.1.2")
    case .redirectionURISame: ("redirect_uri equals that of the authorization request", "RFC 6749 §4.1.3")
    case .codeVerifierPresent: ("code_verifier is there if a challenge was, and only then", "RFC 9700 §2.1.1")
    case .codeVerifierWellFormed: ("code_verifier keeps to its grammar", "RFC 7636 §4.1")
    case .codeVerifierMatches: ("code_verifier answers the challenge", "RFC 7636 §4.6")
    case .authorizationCodeNotRedeemed: ("code is used for the first time", "RFC 6749 §4.1.2")
    case .accessTokenPresent: ("an access token was sent", "RFC 6750 §3.1")
    case .accessTokenSingle: ("the token travels one way only", "RFC 6750 §2")
    case .accessTokenScheme: ("the Authorization scheme is Bearer", "RFC 6750 §2.1")
    case .accessTokenWellFormed: ("the token keeps to its grammar", "RFC 6750 §2.1")
    case .accessTokenKnown: ("the token is an access token of this server", "RFC 6750 §3.1")
    case .accessTokenNotRevoked: ("the token was not revoked", "RFC 6750 §3.1")
    case .accessTokenNotExpired: ("the token has not expired", "RFC 6750 §3.1")
    case .scopeSufficient: ("the token's scope is enough", "RFC 6750 §3.1")
    }
  }
}

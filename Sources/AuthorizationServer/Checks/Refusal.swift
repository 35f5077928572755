public import HTTPTypes
public import OAuth

/// The exact reason for a refusal, as a value with its facts.
/// Its sentence on the wire is the dialect's, its lesson the catalogue's.
public enum Refusal: RefusalFacts {
  // Every endpoint
  case serverSwitchedOff
  case storeFailed
  case clientLookupFailed
  case endpointUnknown(path: String)
  case hostForeign(String?)
  case originForeign(String)
  case methodNotAllowed(HTTPRequest.Method, allowed: [HTTPRequest.Method])
  case mediaTypeNotForm(String?)
  case requestUndecodable(FormEncoding.Failure, inBody: Bool)
  case requestJSONUnreadable(String)
  case requestHasTooManyParameters(Int)
  case parameterRepeated(ParameterName, times: Int)
  // Authorization endpoint
  case clientIdentifierMissing
  case clientUnregistered(String)
  case redirectionURIMissing(registered: Int)
  case redirectionURIMalformed(String, RedirectionURI.Fault)
  case redirectionURIUnregistered(String, nearest: String?, differsAt: Int?)
  case responseModeUnsupported(String)
  case requestObjectUnsupported(ParameterName)
  case responseTypeMissing
  case responseTypeUnsupported(String)
  case responseTypeNotAllowed(ClientIdentifier)
  case stateMissing
  case stateTooLong(Int)
  case scopeMalformed(Scope.Fault)
  case scopeNotAllowed(asked: Scope, allowed: Scope)
  case codeChallengeMissing(ClientIdentifier)
  case codeChallengeMethodMissing
  case codeChallengeMethodUnsupported(String)
  case codeChallengeMethodWithoutChallenge(String)
  case codeChallengeMalformed(PKCEGrammarFault)
  // Authorization endpoint: OpenID Connect
  case promptContradictory(String)
  case promptUnknown(String)
  case maxAgeMalformed(String)
  case nonceTooLong(Int)
  case idTokenHintInvalid(IDTokenHintFault)
  case signInRequired(SignInReason)
  case consentRequired(Scope, missing: Scope)
  // Resource indicators
  case resourceMalformed(String, RedirectionURI.Fault)
  case resourceNotGranted(ResourceIndicator, granted: [ResourceIndicator])
  // Pushed authorization requests
  case requestURIPushed
  case pushedRequestUnknown(String)
  case pushedRequestOfAnotherClient(pushedBy: ClientIdentifier, usedBy: ClientIdentifier)
  case pushedRequestExpired(by: Duration, lifetime: Duration)
  case pushedRequestAlreadyUsed(ago: Duration)
  case pushedRequestRequired(ClientIdentifier)
  case noRoomLeft(limit: Int)
  // Login and consent
  case sessionMissing
  case interactionUnknown
  case interactionOfAnotherSession
  case formTokenInvalid
  case passwordWrong(username: String)
  case resourceOwnerNotSignedIn
  case signInStale
  case hintedOwnerNotSignedIn(username: String)
  case decisionMissing(String?)
  case resourceOwnerDenied(username: String)
  case scopeEmptied(asked: Scope)
  // Token endpoint: the client
  case credentialsInURI(ParameterName)
  case clientAuthenticationTwice
  case authorizationSchemeUnsupported(String)
  case basicCredentialsMalformed(BasicCredentials.Fault)
  case clientUnidentified
  case clientIdentifiersDiffer(header: String, body: String)
  /// `guesses` counts the secrets that were sent for the name lately, but for this one; nil where none was sent, or no
  /// client could be called so.
  case clientUnknown(String, guesses: Int?)
  case clientAuthenticationMissing(ClientIdentifier)
  case clientSecretWrong(ClientIdentifier, sent: String)
  case clientHasNoSecret(ClientIdentifier)
  case clientAuthenticationMethodUnregistered(ClientAuthenticationMethod, registered: [ClientAuthenticationMethod])
  // Token endpoint: the grant
  case grantTypeMissing
  case grantTypeUnsupported(String)
  case grantTypeNotAllowed(GrantType, ClientIdentifier)
  case authorizationCodeMissing
  case authorizationCodeUnknown(String)
  case authorizationCodeOfAnotherClient(issuedTo: ClientIdentifier, usedBy: ClientIdentifier)
  case authorizationCodeExpired(by: Duration, lifetime: Duration)
  case authorizationCodeBurnt(failedAttempts: Int)
  case redirectionURIMissingAtToken(expected: String)
  case redirectionURIDiffers(expected: String, found: String)
  case codeVerifierMissing
  case codeVerifierWithoutChallenge
  case codeVerifierMalformed(PKCEGrammarFault)
  case codeVerifierWrong(challenge: String, found: String, method: CodeChallengeMethod)
  /// The challenge came without a method, or with one that nobody knows, and was let pass.
  case codeChallengeMethodUnknown
  case authorizationCodeAlreadyRedeemed(ago: Duration, revokesGrant: Bool)
  // Throttling
  case clientThrottled(ClientIdentifier, failures: Int)
  case passwordThrottled(username: String, failures: Int)
  // Token endpoint: refresh token and client credentials
  case refreshTokenMissing
  case refreshTokenUnknown(String)
  case refreshTokenOfAnotherClient(issuedTo: ClientIdentifier, usedBy: ClientIdentifier)
  case refreshTokenRevoked(Revocation.Reason, ago: Duration)
  case refreshTokenExpired(by: Duration, lifetime: Duration)
  case refreshTokenReused(replacedAgo: Duration, revokesFamily: Bool, successorUsed: Bool = false)
  case scopeBeyondGrant(asked: Scope, granted: Scope)
  case clientNotConfidential(ClientIdentifier)
  // Token endpoint: password
  case passwordMissing
  // Device authorization
  case userCodeMissing
  case userCodeThrottled(failures: Int)
  case userCodeUnknown(String)
  case userCodeExpired(by: Duration, lifetime: Duration)
  case userCodeAlreadyUsed
  case deviceCodeMissing
  case deviceCodeUnknown(String)
  case deviceCodeOfAnotherClient(issuedTo: ClientIdentifier, usedBy: ClientIdentifier)
  case deviceCodeExpired(by: Duration, lifetime: Duration)
  case deviceCodeAlreadyRedeemed(ago: Duration)
  case devicePolledTooSoon(after: Duration, interval: Duration)
  case deviceDecisionPending(left: Duration)
  case deviceDenied(username: String)
  // Registration
  case registrationClosed
  case initialAccessTokenMissing
  case initialAccessTokenWrong(String)
  case mediaTypeNotJSON(String?)
  case clientMetadataUnreadable(String)
  case clientMetadataMalformed(member: String, expected: String)
  case authenticationMethodUnsupported(String)
  case grantTypesInconsistent(String)
  case redirectionURIsMissing
  case redirectionURINotRegistrable(String, UnfitRedirectionURI)
  case scopeNotRegistrable(asked: String, offered: Scope)
  case idTokenAlgorithmUnsupported(String)
  // Introspection and revocation
  case callerNotAllowed(ClientIdentifier)
  case tokenMissing
  case tokenTypeHintUnknown(String)
  case tokenOfAnotherClient(issuedTo: ClientIdentifier, usedBy: ClientIdentifier, callerIsPublic: Bool)
  case tokenNotRevocable
  case tokenUnknown(String)
  case tokenNotMeantForCaller(ClientIdentifier)
  case tokenRevoked(Revocation.Reason, ago: Duration)
  case tokenExpired(by: Duration, lifetime: Duration)
  // Protected resource
  case accessTokenMissing
  case accessTokenInQuery
  case accessTokenInBody
  case accessTokenRepeated([TokenTransport])
  case accessTokenSchemeWrong(String)
  case accessTokenEmpty
  case accessTokenMalformed(String)
  case accessTokenSignatureInvalid(SignatureFault)
  case idTokenAsAccessToken(type: String)
  case accessTokenForAnother(claim: String, expected: String, found: String)
  case accessTokenUnknown(String)
  case authorizationCodeAsAccessToken(String)
  case refreshTokenAsAccessToken(String)
  case resourceOwnerGone(username: String)
  case resourceOwnerAbsent(ClientIdentifier)
  case accessTokenRevoked(Revocation.Reason, ago: Duration)
  case accessTokenExpired(by: Duration, lifetime: Duration)
  case scopeInsufficient(required: Scope, granted: Scope)
}

/// Why an ID token is no hint about anybody. OpenID Connect Core §3.1.2.2.
public enum IDTokenHintFault: Equatable, Sendable {
  case unreadable
  case signature(SignatureFault)
  /// It is one of our tokens, but no ID token.
  case type(String)
  case issuer(String)
  case noSubject

  public var sentence: String {
    switch self {
    case .unreadable: "something that is no signed token"
    case .signature(let fault): fault.sentence
    case .type(let type): "a token of the type \(type)"
    case .issuer(let issuer): "a token of \(issuer)"
    case .noSubject: "a token without sub"
    }
  }
}

/// The ways an access token can travel. RFC 6750 §2.
public enum TokenTransport: String, Sendable, CaseIterable {
  case header
  case body
  case query
}

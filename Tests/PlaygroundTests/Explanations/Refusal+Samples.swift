import AuthorizationServer
import HTTPTypes
import OAuth

extension Refusal.Kind {
  /// One refusal of this kind, with facts such as the server would give.
  var sample: Refusal {
    switch self {
    case .serverSwitchedOff: .serverSwitchedOff
    case .storeFailed: .storeFailed
    case .clientLookupFailed: .clientLookupFailed
    case .endpointUnknown: .endpointUnknown(path: "/authorise")
    case .hostForeign: .hostForeign("evil.example")
    case .originForeign: .originForeign("https://evil.example")
    case .methodNotAllowed: .methodNotAllowed(.get, allowed: [.post])
    case .mediaTypeNotForm: .mediaTypeNotForm("application/json")
    case .requestUndecodable: .requestUndecodable(Self.undecodable, inBody: true)
    case .requestJSONUnreadable: .requestJSONUnreadable("an array")
    case .requestHasTooManyParameters: .requestHasTooManyParameters(1001)
    case .parameterRepeated: .parameterRepeated(.scope, times: 3)
    case .clientIdentifierMissing: .clientIdentifierMissing
    case .clientUnregistered: .clientUnregistered("workshop-ap")
    case .redirectionURIMissing: .redirectionURIMissing(registered: 2)
    case .redirectionURIMalformed: .redirectionURIMalformed("/callback", .notAbsolute)
    case .redirectionURIUnregistered:
      .redirectionURIUnregistered("http://127.0.0.1:8252/cb", nearest: "http://127.0.0.1:8252/callback", differsAt: 23)
    case .responseModeUnsupported: .responseModeUnsupported("fragment")
    case .requestObjectUnsupported: .requestObjectUnsupported(.request)
    case .responseTypeMissing: .responseTypeMissing
    case .responseTypeUnsupported: .responseTypeUnsupported("token")
    case .responseTypeNotAllowed: .responseTypeNotAllowed(Self.client)
    case .stateMissing: .stateMissing
    case .stateTooLong: .stateTooLong(5000)
    case .scopeMalformed: .scopeMalformed(.character(34, token: "a\"b"))
    case .scopeNotAllowed: .scopeNotAllowed(asked: Scope(["admin"]), allowed: Scope(["profile", "email"]))
    case .codeChallengeMissing: .codeChallengeMissing(Self.client)
    case .codeChallengeMethodMissing: .codeChallengeMethodMissing
    case .codeChallengeMethodUnsupported: .codeChallengeMethodUnsupported("s256")
    case .codeChallengeMethodWithoutChallenge: .codeChallengeMethodWithoutChallenge("S256")
    case .codeChallengeMalformed: .codeChallengeMalformed(.length(42))
    case .requestURIPushed: .requestURIPushed
    case .pushedRequestUnknown: .pushedRequestUnknown(Self.secret)
    case .pushedRequestOfAnotherClient: .pushedRequestOfAnotherClient(pushedBy: Self.client, usedBy: Self.other)
    case .pushedRequestExpired: .pushedRequestExpired(by: .seconds(3), lifetime: .seconds(60))
    case .pushedRequestAlreadyUsed: .pushedRequestAlreadyUsed(ago: .seconds(3))
    case .pushedRequestRequired: .pushedRequestRequired(Self.client)
    case .noRoomLeft: .noRoomLeft(limit: 2000)
    case .userCodeMissing: .userCodeMissing
    case .userCodeThrottled: .userCodeThrottled(failures: 10)
    case .userCodeUnknown: .userCodeUnknown("BCDF-GHJK")
    case .userCodeExpired: .userCodeExpired(by: .seconds(3), lifetime: .seconds(600))
    case .userCodeAlreadyUsed: .userCodeAlreadyUsed
    case .deviceCodeMissing: .deviceCodeMissing
    case .deviceCodeUnknown: .deviceCodeUnknown(Self.secret)
    case .deviceCodeOfAnotherClient: .deviceCodeOfAnotherClient(issuedTo: Self.client, usedBy: Self.other)
    case .deviceCodeExpired: .deviceCodeExpired(by: .seconds(3), lifetime: .seconds(600))
    case .deviceCodeAlreadyRedeemed: .deviceCodeAlreadyRedeemed(ago: .seconds(3))
    case .devicePolledTooSoon: .devicePolledTooSoon(after: .seconds(2), interval: .seconds(5))
    case .deviceDecisionPending: .deviceDecisionPending(left: .seconds(300))
    case .deviceDenied: .deviceDenied(username: "alice")
    case .registrationClosed: .registrationClosed
    case .initialAccessTokenMissing: .initialAccessTokenMissing
    case .initialAccessTokenWrong: .initialAccessTokenWrong(Self.secret)
    case .mediaTypeNotJSON: .mediaTypeNotJSON("text/plain")
    case .clientMetadataUnreadable: .clientMetadataUnreadable("an array")
    case .clientMetadataMalformed: .clientMetadataMalformed(member: "client_name", expected: "a string")
    case .authenticationMethodUnsupported: .authenticationMethodUnsupported("private_key_jwt")
    case .grantTypesInconsistent: .grantTypesInconsistent("the response type code alone")
    case .redirectionURIsMissing: .redirectionURIsMissing
    case .redirectionURINotRegistrable: .redirectionURINotRegistrable("myapp:/cb", .schemeWithoutDot)
    case .scopeNotRegistrable: .scopeNotRegistrable(asked: "bogus", offered: Scope(["profile"]))
    case .idTokenAlgorithmUnsupported: .idTokenAlgorithmUnsupported("none")
    case .resourceMalformed: .resourceMalformed("/api", .notAbsolute)
    case .resourceNotGranted:
      .resourceNotGranted(Self.files, granted: [Self.api])
    case .sessionMissing: .sessionMissing
    case .interactionUnknown: .interactionUnknown
    case .interactionOfAnotherSession: .interactionOfAnotherSession
    case .formTokenInvalid: .formTokenInvalid
    case .passwordWrong: .passwordWrong(username: "alice")
    case .resourceOwnerNotSignedIn: .resourceOwnerNotSignedIn
    case .decisionMissing: .decisionMissing("maybe")
    case .resourceOwnerDenied: .resourceOwnerDenied(username: "alice")
    case .scopeEmptied: .scopeEmptied(asked: Scope(["profile"]))
    case .credentialsInURI: .credentialsInURI(.clientSecret)
    case .clientAuthenticationTwice: .clientAuthenticationTwice
    case .authorizationSchemeUnsupported: .authorizationSchemeUnsupported("Bearer")
    case .basicCredentialsMalformed: .basicCredentialsMalformed(.noColon)
    case .clientUnidentified: .clientUnidentified
    case .clientIdentifiersDiffer: .clientIdentifiersDiffer(header: "workshop-app", body: "other-app")
    case .clientUnknown: .clientUnknown("workshop-ap", guesses: nil)
    case .clientAuthenticationMissing: .clientAuthenticationMissing(Self.client)
    case .clientSecretWrong: .clientSecretWrong(Self.client, sent: "wrong-secret")
    case .clientHasNoSecret: .clientHasNoSecret(Self.client)
    case .clientAuthenticationMethodUnregistered:
      .clientAuthenticationMethodUnregistered(.clientSecretPost, registered: [.clientSecretBasic])
    case .grantTypeMissing: .grantTypeMissing
    case .grantTypeUnsupported: .grantTypeUnsupported("authorization-code")
    case .grantTypeNotAllowed: .grantTypeNotAllowed(.clientCredentials, Self.client)
    case .authorizationCodeMissing: .authorizationCodeMissing
    case .authorizationCodeUnknown: .authorizationCodeUnknown(Self.secret)
    case .authorizationCodeOfAnotherClient: .authorizationCodeOfAnotherClient(issuedTo: Self.client, usedBy: Self.other)
    case .authorizationCodeExpired: .authorizationCodeExpired(by: .milliseconds(4200), lifetime: .seconds(30))
    case .authorizationCodeBurnt: .authorizationCodeBurnt(failedAttempts: 1)
    case .redirectionURIMissingAtToken: .redirectionURIMissingAtToken(expected: "http://127.0.0.1:8252/callback")
    case .redirectionURIDiffers:
      .redirectionURIDiffers(expected: "http://127.0.0.1:8252/callback", found: "http://127.0.0.1:8252/callback/")
    case .codeVerifierMissing: .codeVerifierMissing
    case .codeVerifierWithoutChallenge: .codeVerifierWithoutChallenge
    case .codeVerifierMalformed: .codeVerifierMalformed(.character("+", at: 3))
    case .codeVerifierWrong:
      .codeVerifierWrong(
        challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", found: "JBbiqONGWPaAmwXk_8bT6UnlPfrn65D32eZlJS-zGG0",
        method: .s256)
    case .codeChallengeMethodUnknown: .codeChallengeMethodUnknown
    case .authorizationCodeAlreadyRedeemed: .authorizationCodeAlreadyRedeemed(ago: .seconds(3), revokesGrant: true)
    case .clientThrottled: .clientThrottled(Self.client, failures: 12)
    case .passwordThrottled: .passwordThrottled(username: "alice", failures: 12)
    case .refreshTokenMissing: .refreshTokenMissing
    case .refreshTokenUnknown: .refreshTokenUnknown(Self.secret)
    case .refreshTokenOfAnotherClient: .refreshTokenOfAnotherClient(issuedTo: Self.client, usedBy: Self.other)
    case .refreshTokenRevoked: .refreshTokenRevoked(.refreshTokenReplayed, ago: .seconds(3))
    case .refreshTokenExpired: .refreshTokenExpired(by: .milliseconds(250), lifetime: .seconds(1_209_600))
    case .refreshTokenReused: .refreshTokenReused(replacedAgo: .seconds(3), revokesFamily: true)
    case .scopeBeyondGrant: .scopeBeyondGrant(asked: Scope(["profile", "read"]), granted: Scope(["profile"]))
    case .clientNotConfidential: .clientNotConfidential(Self.client)
    case .passwordMissing: .passwordMissing
    case .callerNotAllowed: .callerNotAllowed(Self.client)
    case .tokenMissing: .tokenMissing
    case .tokenTypeHintUnknown: .tokenTypeHintUnknown("bearer")
    case .tokenOfAnotherClient:
      .tokenOfAnotherClient(issuedTo: Self.client, usedBy: Self.other, callerIsPublic: false)
    case .tokenNotRevocable: .tokenNotRevocable
    case .tokenUnknown: .tokenUnknown(Self.secret)
    case .tokenNotMeantForCaller: .tokenNotMeantForCaller(Self.other)
    case .tokenRevoked: .tokenRevoked(.revokedByClient, ago: .seconds(3))
    case .tokenExpired: .tokenExpired(by: .milliseconds(250), lifetime: .seconds(3600))
    case .refreshTokenAsAccessToken: .refreshTokenAsAccessToken(Self.secret)
    case .promptContradictory: .promptContradictory("none login")
    case .promptUnknown: .promptUnknown("create")
    case .maxAgeMalformed: .maxAgeMalformed("1e3")
    case .nonceTooLong: .nonceTooLong(5000)
    case .idTokenHintInvalid: .idTokenHintInvalid(.signature(.algorithm("none")))
    case .signInRequired: .signInRequired(.tooLongAgo(.seconds(90), allowed: .seconds(60)))
    case .consentRequired: .consentRequired(Scope(["openid", "email"]), missing: Scope(["email"]))
    case .signInStale: .signInStale
    case .hintedOwnerNotSignedIn: .hintedOwnerNotSignedIn(username: "bob")
    case .accessTokenSignatureInvalid: .accessTokenSignatureInvalid(.signature)
    case .idTokenAsAccessToken: .idTokenAsAccessToken(type: "jwt")
    case .accessTokenForAnother:
      .accessTokenForAnother(claim: "aud", expected: "http://127.0.0.1:8414", found: "https://api.example")
    case .accessTokenMissing: .accessTokenMissing
    case .accessTokenInQuery: .accessTokenInQuery
    case .accessTokenInBody: .accessTokenInBody
    case .accessTokenRepeated: .accessTokenRepeated([.header, .query])
    case .accessTokenSchemeWrong: .accessTokenSchemeWrong("Basic")
    case .accessTokenEmpty: .accessTokenEmpty
    case .accessTokenMalformed: .accessTokenMalformed("abc,def")
    case .accessTokenUnknown: .accessTokenUnknown(Self.secret)
    case .authorizationCodeAsAccessToken: .authorizationCodeAsAccessToken(Self.secret)
    case .resourceOwnerGone: .resourceOwnerGone(username: "alice")
    case .resourceOwnerAbsent: .resourceOwnerAbsent(Self.client)
    case .accessTokenRevoked: .accessTokenRevoked(.authorizationCodeReplayed, ago: .seconds(3))
    case .accessTokenExpired: .accessTokenExpired(by: .milliseconds(250), lifetime: .seconds(3600))
    case .scopeInsufficient: .scopeInsufficient(required: Scope(["profile"]), granted: Scope(["email"]))
    }
  }

  /// 43 characters, as our codes and tokens have.
  static let secret = "SplxlOBeZQQYbYS6WxSbIA-SplxlOBeZQQYbYS6WxSb"

  private static let client = known("workshop-app")
  private static let other = known("other-app")

  private static func known(_ text: String) -> ClientIdentifier {
    guard let identifier = ClientIdentifier(text) else { preconditionFailure("\(text) is no client identifier") }
    return identifier
  }

  private static let api = resource("https://api.example/")
  private static let files = resource("https://files.example/")

  private static func resource(_ text: String) -> ResourceIndicator {
    guard let resource = try? ResourceIndicator(text) else { preconditionFailure("\(text) is no resource indicator") }
    return resource
  }

  /// Only a parser makes one: the second pair of this form has a broken percent sign.
  private static let undecodable: FormEncoding.Failure = {
    do throws(FormEncoding.Failure) {
      _ = try FormEncoding.parse("a=b&code=%zz".utf8)
    } catch {
      return error
    }
    preconditionFailure("%zz was decoded")
  }()
}

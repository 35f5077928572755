public import AuthorizationServer
import HTTPTypes
import OAuth

extension Refusal {
  /// What happened, with the facts. Of codes, tokens and secrets it shows a beginning at most.
  public var sentence: String {
    switch self {
    case .serverSwitchedOff: "The server is switched off and examines nothing."
    case .storeFailed: "The server could not keep what would have changed; nothing has changed."
    case .clientLookupFailed: "The server could not look up the client."
    case .endpointUnknown(let path): "This server has no endpoint at \(path.quoted)."
    case .hostForeign(let host):
      host.map { "Host is \($0.quoted), which is not this server." } ?? "The request has no Host header."
    case .originForeign(let origin): "A page of \(origin.quoted) asks to read the answer, and it may not."
    case .methodNotAllowed(let method, let allowed):
      "This endpoint takes \(allowed.map(\.rawValue).joined(separator: " or ")), not \(method.rawValue.quoted)."
    case .mediaTypeNotForm(let type):
      "The body has \(type.map { "media type \($0.quoted)" } ?? "no Content-Type"); it must be a form."
    case .requestUndecodable(let failure, let inBody):
      "Pair \(failure.pair) of the \(inBody ? "body" : "query") has \(failure.fault.sentence)."
    case .requestJSONUnreadable(let found): "The body should be a JSON object of strings, but it is \(found)."
    case .requestHasTooManyParameters(let count):
      "The request has \(count) parameters; this server reads \(ServerLimits.parameters) at most."
    case .parameterRepeated(let name, let times): "\(name) was sent \(times) times; it may be sent once."
    case .clientIdentifierMissing: "The authorization request has no client_id."
    case .clientUnregistered(let text): "No client \(text.quoted) is registered here."
    case .redirectionURIMissing(let registered):
      switch registered {
      case 0: "redirect_uri is missing, and this client has none registered."
      case 1: "redirect_uri is missing. One is registered, but this server wants it said."
      default: "redirect_uri is missing, and \(registered) are registered: the server cannot choose."
      }
    case .redirectionURIMalformed(let text, let fault): "redirect_uri \(text.quoted) cannot be used: \(fault.sentence)."
    case .redirectionURIUnregistered(let text, let nearest?, _):
      "redirect_uri differs from the nearest registered one \(text.divergence(from: nearest))."
    case .redirectionURIUnregistered(let text, nil, _):
      "redirect_uri is \(text.quoted), and this client has none registered."
    case .responseModeUnsupported(let mode):
      "response_mode is \(mode.quoted); known: \(ResponseMode.allCases.map(\.rawValue).joined(separator: ", "))."
    case .requestObjectUnsupported(let name): "The request has \(name), which this server does not read."
    case .responseTypeMissing: "The authorization request has no response_type."
    case .responseTypeUnsupported(let type): "response_type is \(type.quoted); only code is supported."
    case .responseTypeNotAllowed(let client): "\(client) may not ask for a code."
    case .stateMissing: "The authorization request has no state."
    case .stateTooLong(let length): "state has \(length) octets; this server keeps \(ServerLimits.stateOctets) at most."
    case .scopeMalformed(let fault): "\(fault.sentence(about: "scope"))."
    case .scopeNotAllowed(let asked, let allowed):
      "The client asks for \(asked.description.quoted); it may ask for \(allowed.description.quoted(limit: 80))."
    case .codeChallengeMissing(let client): "\(client) must use PKCE, but sent no code_challenge."
    case .codeChallengeMethodMissing: "code_challenge came alone. Without a method it means plain."
    case .codeChallengeMethodUnsupported(let method):
      "code_challenge_method is \(method.quoted), which this server does not accept."
    case .codeChallengeMethodWithoutChallenge(let method):
      "code_challenge_method is \(method.quoted), but code_challenge is missing."
    case .codeChallengeMalformed(let fault): "\(fault.sentence(about: "code_challenge"))."
    case .promptContradictory(let prompt): "prompt is \(prompt.quoted): none goes with no other word."
    case .promptUnknown(let word): "prompt has the word \(word.quoted), which this server does not know."
    case .maxAgeMalformed(let text): "max_age is \(text.quoted), not a number of seconds in digits."
    case .nonceTooLong(let length): "nonce has \(length) octets; at most \(ServerLimits.nonceOctets) are kept."
    case .idTokenHintInvalid(let fault): "id_token_hint is \(fault.sentence.quoted(limit: 80)), no ID token of ours."
    case .signInRequired(let reason): "prompt=none allows no login page, but one is needed: \(reason.sentence)."
    case .consentRequired(_, let missing):
      "prompt=none allows no consent page, but this was not allowed before: \(missing.description.quoted)."
    case .signInStale: "The request asks for a new sign-in, and only an old session is there."
    case .hintedOwnerNotSignedIn(let username): "\(username.quoted) signed in, but id_token_hint names somebody else."
    case .accessTokenSignatureInvalid(let fault):
      switch fault {
      case .algorithm(let name): "The token says alg \(name.quoted), which is not accepted here."
      case .key(let identifier): "The token names the key \(identifier.quoted), which is none of this server's."
      case .signature: "The signature does not fit the token: something was changed, or another signed it."
      }
    case .idTokenAsAccessToken(let type):
      "A signed token of the type \(type.quoted) was sent in place of an access token."
    case .accessTokenForAnother(let claim, let expected, let found):
      "The token has \(claim) \(found.quoted); here it must be \(expected.quoted)."
    case .requestURIPushed: "The pushed request has request_uri; it must hold the parameters themselves."
    case .pushedRequestUnknown(let uri): "A request_uri \(uri.glimpse) is not known here."
    case .pushedRequestOfAnotherClient(let owner, let user):
      "The request was pushed by \(owner), and \(user) tried to use it."
    case .pushedRequestExpired(let late, let lifetime):
      "The pushed request expired \(late.tenths) ago; it was good for \(lifetime.plainSeconds)."
    case .pushedRequestAlreadyUsed(let ago): "The pushed request was used \(ago.tenths) ago."
    case .pushedRequestRequired(let client): "\(client) must push its authorization requests and did not."
    case .noRoomLeft(let limit): "\(limit) requests of this kind are waiting; the server keeps no more."
    case .userCodeMissing: "The form came without a user code."
    case .userCodeThrottled(let failures): "\(failures) wrong user codes came in the last minute; now all must wait."
    case .userCodeUnknown(let text): "No device shows the code \(text.quoted)."
    case .userCodeExpired(let late, let lifetime):
      "The user code expired \(late.tenths) ago; it was good for \(lifetime.plainSeconds)."
    case .userCodeAlreadyUsed: "The user code belongs to a device about which somebody has decided."
    case .deviceCodeMissing: "The token request has no device_code."
    case .deviceCodeUnknown(let code): "A device code \(code.glimpse) is not known here."
    case .deviceCodeOfAnotherClient(let owner, let user):
      "The device code was issued to \(owner), and \(user) tried to redeem it."
    case .deviceCodeExpired(let late, let lifetime):
      "The device code expired \(late.tenths) ago; it was good for \(lifetime.plainSeconds)."
    case .deviceCodeAlreadyRedeemed(let ago): "The device code was redeemed \(ago.tenths) ago."
    case .devicePolledTooSoon(let after, let interval):
      "The device asked again after \(after.tenths); its interval is \(interval.plainSeconds)."
    case .deviceDecisionPending(let left): "Nobody has decided yet; the device may wait for another \(left.tenths)."
    case .deviceDenied(let username): "\(username.quoted) denied the device access."
    case .registrationClosed: "A client tried to register, but the policy is registration=off."
    case .initialAccessTokenMissing: "The registration came without an initial access token."
    case .initialAccessTokenWrong(let token): "The initial access token \(token.glimpse) is not the right one."
    case .mediaTypeNotJSON(let type):
      "The registration has \(type.map { "media type \($0.quoted)" } ?? "no Content-Type"); it must be JSON."
    case .clientMetadataUnreadable(let what): "The body of the registration is no JSON object: \(what)."
    case .clientMetadataMalformed(let member, let expected): "\(member) must be \(expected)."
    case .authenticationMethodUnsupported(let method):
      "token_endpoint_auth_method is \(method.quoted), which this server does not know."
    case .grantTypesInconsistent(let what): "The registration asks for what does not fit: \(what.quoted(limit: 120))."
    case .redirectionURIsMissing: "The registration has no redirect_uris."
    case .redirectionURINotRegistrable(let text, let reason):
      "redirect_uri \(text.quoted) cannot be registered: \(reason.sentence)."
    case .scopeNotRegistrable(let asked, let offered):
      "Of the scope \(asked.quoted) this server offers nothing; it has \(offered.description.quoted(limit: 80))."
    case .idTokenAlgorithmUnsupported(let algorithm):
      "id_token_signed_response_alg is \(algorithm.quoted), with which this server does not sign."
    case .resourceMalformed(let text, let fault):
      "resource \(text.quoted) is no absolute URI without a fragment: \(fault.sentence)."
    case .resourceNotGranted(let resource, let granted):
      "resource \(resource.text.quoted) was not granted; these were: "
        + "\(granted.map(\.text).joined(separator: " ").quoted(limit: 80))."
    case .sessionMissing: "The request has no session cookie that this server knows."
    case .interactionUnknown: "The request that the form names is unknown here, decided or too old."
    case .interactionOfAnotherSession: "The session cookie is not that of the browser in which the request began."
    case .formTokenInvalid: "form_token is missing, or it is not the one of the page sent last."
    case .passwordWrong(let username): "The password is wrong for \(username.quoted), or there is nobody of that name."
    case .passwordThrottled(let username, let failures):
      "The password for \(username.quoted) is wrong, after \(failures) wrong ones in quick succession."
    case .resourceOwnerNotSignedIn: "The decision came from a browser in which nobody is signed in."
    case .decisionMissing(let value):
      value.map { "decision is \($0.quoted); it must be allow or deny." } ?? "The form has no decision."
    case .resourceOwnerDenied(let username): "\(username.quoted) denied the request."
    case .scopeEmptied(let asked): "Of the scope \(asked.description.quoted(limit: 80)) nothing was granted."
    case .credentialsInURI(let name): "\(name) stands in the request URI; it belongs in the body."
    case .clientAuthenticationTwice: "There are two Authorization headers, or one and client_secret beside it."
    case .authorizationSchemeUnsupported(let scheme):
      "The Authorization scheme is \(scheme.quotedScheme); the token endpoint reads Basic."
    case .basicCredentialsMalformed(let fault): "The Basic header cannot be read: \(fault.sentence)."
    case .clientUnidentified: "The request has neither an Authorization header nor client_id."
    case .clientIdentifiersDiffer(let header, let body):
      "The Authorization header names \(header.quoted), client_id in the body \(body.quoted)."
    case .clientUnknown(let text, _): "The request comes from \(text.quoted), which is not registered here."
    case .clientAuthenticationMissing(let client): "\(client) is a confidential client and sent no secret."
    case .clientSecretWrong(let client, let sent):
      "The secret sent for \(client), \(counted(sent.utf8.count, "octet")) long, is not the registered one."
    case .clientThrottled(let client, let failures):
      "The secret sent for \(client) is wrong, after \(failures) wrong ones in quick succession."
    case .clientHasNoSecret(let client): "\(client) is a public client, but a secret was sent."
    case .clientAuthenticationMethodUnregistered(let method, let registered):
      "The client used \(method.rawValue); registered: \(registered.map(\.rawValue).joined(separator: ", "))."
    case .grantTypeMissing: "The token request has no grant_type."
    case .grantTypeUnsupported(let type): "grant_type is \(type.quoted), which this server does not know."
    case .grantTypeNotAllowed(let type, let client):
      "\(client) is not registered for \(type)."
    case .authorizationCodeMissing: "The token request has no code."
    case .authorizationCodeUnknown(let code): "A code \(code.glimpse) is not known here."
    case .authorizationCodeOfAnotherClient(let owner, let user):
      "The code was issued to \(owner), and \(user) tried to redeem it."
    case .authorizationCodeExpired(let late, let lifetime):
      "The authorization code expired \(late.tenths) ago; it was good for \(lifetime.plainSeconds)."
    case .authorizationCodeBurnt(let attempts): "The code was used up by \(counted(attempts, "failed attempt")) before."
    case .redirectionURIMissingAtToken(let expected):
      "redirect_uri is missing; the authorization request had \(expected.quoted(limit: 80))."
    case .redirectionURIDiffers(let expected, let found):
      "redirect_uri differs from the one of the authorization request \(found.divergence(from: expected))."
    case .codeVerifierMissing: "The code is bound to a code_challenge, but no code_verifier was sent."
    case .codeVerifierWithoutChallenge: "code_verifier was sent, but the code is bound to no code_challenge."
    case .codeVerifierMalformed(let fault): "\(fault.sentence(about: "code_verifier"))."
    case .codeChallengeMethodUnknown:
      "code_challenge came with no method that this server knows; it was let pass then, and cannot be answered now."
    case .codeVerifierWrong(let challenge, let found, let method):
      switch method {
      case .s256:
        "SHA-256 of code_verifier is \(found.quoted(limit: 6)); code_challenge was \(challenge.quoted(limit: 6))."
      case .plain:
        "code_verifier differs from code_challenge from octet \(found.firstDifference(from: challenge) ?? 0) on."
      }
    case .authorizationCodeAlreadyRedeemed(let ago, let revokes):
      "The code was redeemed \(ago.tenths) ago. Its tokens \(revokes ? "are revoked now" : "stay valid, by policy")."
    case .refreshTokenMissing: "The token request has no refresh_token."
    case .refreshTokenUnknown(let token): "A refresh token \(token.glimpse) is not known here."
    case .refreshTokenOfAnotherClient(let owner, let user):
      "The refresh token was issued to \(owner), and \(user) tried to use it."
    case .refreshTokenRevoked(let reason, let ago):
      "The grant of the refresh token was revoked \(ago.tenths) ago: \(reason.sentence)."
    case .refreshTokenExpired(let late, let lifetime):
      "The refresh token expired \(late.tenths) ago; it was good for \(lifetime.plainSeconds)."
    case .refreshTokenReused(let ago, let revokes, let successorUsed):
      "The refresh token was replaced \(ago.tenths) ago\(successorUsed ? ", and so was the one after it" : ""). "
        + (revokes ? "Its whole family is revoked now." : "Its family stays valid, by policy.")
    case .scopeBeyondGrant(let asked, let granted):
      "The refresh asks for \(asked.description.quoted); granted was \(granted.description.quoted(limit: 80))."
    case .clientNotConfidential(let client): "\(client) is a public client and cannot act in its own name."
    case .passwordMissing: "grant_type=password needs username and password."
    case .callerNotAllowed(let client): "\(client) is a public client and may not introspect."
    case .tokenMissing: "The request has no parameter token."
    case .tokenTypeHintUnknown(let hint): "The token_type_hint is \(hint), not access_token or refresh_token."
    case .tokenOfAnotherClient(let owner, let user, let isPublic):
      "The token was issued to \(owner), not to \(user). It stays valid\(isPublic ? ", though the answer is 200" : "")."
    case .tokenNotRevocable: "The token is an access token; by policy they are not revoked."
    case .tokenUnknown(let token): "A token \(token.glimpse) was asked about, which is not known here."
    case .tokenNotMeantForCaller(let client): "The token asked about is not meant for \(client)."
    case .tokenRevoked(let reason, let ago):
      "The token asked about was revoked \(ago.tenths) ago: \(reason.sentence)."
    case .tokenExpired(let late, let lifetime):
      "The token asked about expired \(late.tenths) ago; it was good for \(lifetime.plainSeconds)."
    case .accessTokenMissing: "No access token came with the request."
    case .accessTokenInQuery: "access_token stands in the query and is not read there."
    case .accessTokenInBody: "access_token stands in the body and is not read there."
    case .accessTokenRepeated(let ways):
      "\(ways.count) access tokens came: \(ways.map { "in the \($0.rawValue)" }.joined(separator: ", "))."
    case .accessTokenSchemeWrong(let scheme): "The Authorization scheme is \(scheme.quotedScheme), not Bearer."
    case .accessTokenEmpty: "Where the access token should stand, nothing stands."
    case .accessTokenMalformed(let token): "The access token has \(token.misfitOfBearerToken)."
    case .accessTokenUnknown(let token): "A token \(token.glimpse) is not known here."
    case .authorizationCodeAsAccessToken(let code):
      "An authorization code \(code.glimpse) was sent in place of an access token."
    case .refreshTokenAsAccessToken(let token):
      "A refresh token \(token.glimpse) was sent in place of an access token."
    case .resourceOwnerGone(let username): "The token speaks for \(username.quoted), who is not known here any more."
    case .resourceOwnerAbsent(let client):
      "The token speaks for \(client) itself, and a client has no profile; no resource owner stands behind it."
    case .accessTokenRevoked(let reason, let ago): "The token was revoked \(ago.tenths) ago: \(reason.sentence)."
    case .accessTokenExpired(let late, let lifetime):
      "The access token expired \(late.tenths) ago; it was good for \(lifetime.plainSeconds)."
    case .scopeInsufficient(let required, let granted):
      "The token has the scope \(granted.description.quoted); \(required.description.quoted) is needed."
    }
  }
}

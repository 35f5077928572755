import HTTPTypes
public import OAuth

extension Refusal {
  /// What was expected and what was found instead.
  public var finding: Finding {
    switch self {
    case .serverSwitchedOff: Finding(expected: "a server that is switched on", found: "switched off, by policy")
    case .storeFailed: Finding(expected: "what changes is kept", found: "the store failed; nothing has changed")
    case .clientLookupFailed: Finding(expected: "clients can be looked up", found: "the lookup failed")
    case .endpointUnknown(let path): Finding(expected: "an endpoint of this server", found: "\(path)")
    case .hostForeign(let host):
      Finding(expected: "the server's own host and port", found: "\(host ?? "none")\(Self.noteOnPort(of: host))")
    case .originForeign(let origin):
      Finding(expected: "an origin on loopback, or that of a client's redirection URI", found: "\(origin)")
    case .methodNotAllowed(let method, let allowed):
      Finding(expected: "\(allowed.map(\.rawValue).joined(separator: " or "))", found: "\(method.rawValue)")
    case .mediaTypeNotForm(let type):
      Finding(expected: "\(MediaType.form)", found: "\(type ?? "no Content-Type")")
    case .requestUndecodable(let failure, let inBody):
      Finding(
        expected: "percent-encoded UTF-8",
        found: "\(failure.fault.sentence) in pair \(failure.pair) of the \(inBody ? "body" : "query")")
    case .requestJSONUnreadable(let found): Finding(expected: "an object of texts", found: "\(found)")
    case .requestHasTooManyParameters(let count):
      Finding(expected: "at most \(ServerLimits.parameters) parameters", found: "\(count)")
    case .parameterRepeated(let name, let times): Finding(expected: "\(name) once", found: "\(times) times")
    case .clientIdentifierMissing: Finding(expected: "client_id", found: "nothing")
    case .clientUnregistered(let text), .clientUnknown(let text, _):
      Finding(expected: "a registered client", found: "\(text)")
    case .redirectionURIMissing(let registered):
      Finding(expected: "redirect_uri, for \(registered) are registered", found: "nothing")
    case .redirectionURIMalformed(let text, let fault):
      Finding(expected: "an absolute URI without fragment", found: "\(fault.sentence): \(text)")
    case .redirectionURIUnregistered(let text, let nearest, let position):
      Finding(
        expected: "\(nearest ?? "a registered redirection URI")",
        found: "\(text)\(position.map { ", which differs from octet \($0) on" } ?? "")")
    case .responseModeUnsupported(let mode):
      Finding(expected: "\(ResponseMode.allCases.map(\.rawValue).joined(separator: ", "))", found: "\(mode)")
    case .requestObjectUnsupported(let name): Finding(expected: "no \(name)", found: "\(name)")
    case .responseTypeMissing: Finding(expected: "response_type=code", found: "nothing")
    case .responseTypeUnsupported(let type): Finding(expected: "code", found: "\(type)")
    case .responseTypeNotAllowed(let client):
      Finding(expected: "a client registered for authorization_code", found: "\(client), which is not")
    case .stateMissing: Finding(expected: "state, required by policy", found: "nothing")
    case .stateTooLong(let length):
      Finding(expected: "at most \(ServerLimits.stateOctets) octets", found: "\(length)")
    case .scopeMalformed(let fault):
      switch fault {
      case .emptyToken: Finding(expected: "one space between scope tokens", found: "an empty token")
      case .character(let octet, let token):
        Finding(expected: "printable ASCII without quote and backslash", found: "octet \(octet) in \(token)")
      }
    case .scopeNotAllowed(let asked, let allowed), .scopeInsufficient(let allowed, let asked):
      Finding(expected: "\(allowed)", found: "\(asked.isEmpty ? "nothing" : asked.description)")
    case .codeChallengeMissing(let client): Finding(expected: "code_challenge of \(client)", found: "nothing")
    case .codeChallengeMethodMissing:
      Finding(expected: "code_challenge_method=S256", found: "nothing, which means plain")
    case .codeChallengeMethodUnsupported(let method): Finding(expected: "S256", found: "\(method)")
    case .codeChallengeMethodWithoutChallenge(let method):
      Finding(expected: "code_challenge beside code_challenge_method", found: "only \(method)")
    case .codeChallengeMalformed(let fault), .codeVerifierMalformed(let fault):
      Finding(expected: "\(PKCEGrammarFault.expectation)", found: "\(fault.sentence)")
    case .promptContradictory(let prompt): Finding(expected: "none alone, or other words", found: "\(prompt)")
    case .promptUnknown(let word):
      Finding(expected: "\(Prompt.allCases.map(\.rawValue).joined(separator: ", "))", found: "\(word)")
    case .maxAgeMalformed(let text): Finding(expected: "seconds, in digits", found: "\(text)")
    case .nonceTooLong(let length):
      Finding(expected: "at most \(ServerLimits.nonceOctets) octets", found: "\(length)")
    case .idTokenHintInvalid(let fault): Finding(expected: "an ID token of this server", found: "\(fault.sentence)")
    case .signInRequired(let reason): Finding(expected: "nothing to ask, for prompt=none", found: "\(reason.sentence)")
    case .consentRequired(let asked, let missing):
      Finding(expected: "\(asked), allowed before", found: "not allowed yet, or not for good: \(missing)")
    case .signInStale: Finding(expected: "a new sign-in, as the request asks", found: "only the session from before")
    case .hintedOwnerNotSignedIn(let username):
      Finding(expected: "whom id_token_hint names", found: "\(username)")
    case .accessTokenSignatureInvalid(let fault):
      Finding(expected: "a signature by a key of this server", found: "\(fault.sentence)")
    case .idTokenAsAccessToken(let type): Finding(expected: "typ at+jwt, an access token", found: "typ \(type)")
    case .accessTokenForAnother(let claim, let expected, let found):
      Finding(expected: "\(claim) \(expected)", found: "\(claim) \(found)")
    case .resourceMalformed(let text, let fault):
      Finding(expected: "an absolute URI without a fragment", found: "\(fault.sentence): \(text)")
    case .resourceNotGranted(let resource, let granted):
      Finding(expected: "some of: \(granted.map(\.text).joined(separator: " "))", found: "\(resource)")
    case .requestURIPushed: Finding(expected: "the parameters themselves", found: "request_uri")
    case .pushedRequestUnknown(let uri):
      Finding(expected: "a request_uri that we gave out", found: "\(secret: uri)")
    case .pushedRequestOfAnotherClient(let owner, let user):
      Finding(expected: "the client that pushed it, \(owner)", found: "\(user)")
    case .pushedRequestExpired(let late, let lifetime):
      Finding(expected: "at most \(lifetime.plainSeconds) old", found: "expired \(late.tenths) ago")
    case .pushedRequestAlreadyUsed(let ago): Finding(expected: "its first use", found: "used \(ago.tenths) ago")
    case .pushedRequestRequired(let client):
      Finding(expected: "request_uri, for \(client) must push its requests", found: "an ordinary request")
    case .noRoomLeft(let limit): Finding(expected: "fewer than \(limit) that wait", found: "\(limit)")
    case .sessionMissing: Finding(expected: "the session cookie that came with the page", found: "none we know")
    case .interactionUnknown: Finding(expected: "a request that is kept here", found: "none: unknown, done or too old")
    case .interactionOfAnotherSession:
      Finding(expected: "a request of this browser", found: "one that began in another browser")
    case .formTokenInvalid: Finding(expected: "the token of the form we sent last", found: "another or none")
    case .passwordWrong(let username):
      Finding(expected: "the password of a resource owner", found: "another, for \(username)")
    case .resourceOwnerNotSignedIn: Finding(expected: "somebody signed in", found: "nobody")
    case .decisionMissing(let value): Finding(expected: "allow or deny", found: "\(value ?? "nothing")")
    case .resourceOwnerDenied(let username): Finding(expected: "allow", found: "deny, by \(username)")
    case .scopeEmptied(let asked): Finding(expected: "at least one of: \(asked)", found: "nothing ticked")
    case .credentialsInURI(let name): Finding(expected: "\(name) in the body", found: "\(name) in the request URI")
    case .clientAuthenticationTwice:
      Finding(expected: "the header or the body", found: "an Authorization header and client_secret")
    case .authorizationSchemeUnsupported(let scheme): Finding(expected: "Basic", found: .scheme(scheme))
    case .basicCredentialsMalformed(let fault):
      Finding(expected: "Basic base64(client_id:client_secret)", found: "\(fault.sentence)")
    case .clientUnidentified: Finding(expected: "an Authorization header or client_id", found: "neither")
    case .clientIdentifiersDiffer(let header, let body):
      Finding(expected: "client_id=\(header), as in the header", found: "client_id=\(body)")
    case .clientAuthenticationMissing(let client):
      Finding(expected: "the secret of \(client), a confidential client", found: "only its client_id")
    case .clientSecretWrong(let client, let sent):
      Finding(expected: "the registered secret of \(client)", found: "\(secret: sent)")
    case .clientHasNoSecret(let client): Finding(expected: "no secret: \(client) is public", found: "a secret")
    case .clientAuthenticationMethodUnregistered(let method, let registered):
      Finding(expected: "\(registered.map(\.rawValue).joined(separator: " or "))", found: "\(method.rawValue)")
    case .grantTypeMissing: Finding(expected: "grant_type", found: "nothing")
    case .grantTypeUnsupported(let type): Finding(expected: "\(GrantType.authorizationCode)", found: "\(type)")
    case .grantTypeNotAllowed(let type, let client):
      Finding(expected: "a client registered for \(type)", found: "\(client), which is not")
    case .authorizationCodeMissing: Finding(expected: "code", found: "nothing")
    case .authorizationCodeUnknown(let code): Finding(expected: "a code we issued", found: "\(secret: code)")
    case .authorizationCodeOfAnotherClient(let owner, let user):
      Finding(expected: "the client it was issued to, \(owner)", found: "\(user)")
    case .authorizationCodeExpired(let late, let lifetime):
      Finding(expected: "at most \(lifetime.plainSeconds) old", found: "expired \(late.tenths) ago")
    case .authorizationCodeBurnt(let attempts):
      Finding(expected: "a code without a failed attempt", found: "\(attempts) failed before")
    case .redirectionURIMissingAtToken(let expected): Finding(expected: "\(expected)", found: "nothing")
    case .redirectionURIDiffers(let expected, let found): Finding(expected: "\(expected)", found: "\(found)")
    case .codeVerifierMissing: Finding(expected: "code_verifier, for a challenge was sent", found: "nothing")
    case .codeVerifierWithoutChallenge:
      Finding(expected: "no code_verifier, for no challenge was sent", found: "code_verifier")
    case .codeVerifierWrong(let challenge, let found, let method):
      Finding(expected: "\(challenge)", found: "\(found) = \(method.rawValue)(code_verifier)")
    case .codeChallengeMethodUnknown: Finding(expected: "a challenge with the method S256", found: "no method we know")
    case .authorizationCodeAlreadyRedeemed(let ago, let revokes):
      Finding(
        expected: "its first use", found: "redeemed \(ago.tenths) ago\(revokes ? "; its tokens are revoked now" : "")")
    case .accessTokenInQuery: Finding(expected: "Authorization: Bearer", found: "access_token in the query, not read")
    case .accessTokenInBody: Finding(expected: "Authorization: Bearer", found: "access_token in the body, not read")
    case .accessTokenRepeated(let ways):
      Finding(expected: "one token, one way", found: "\(ways.map(\.rawValue).joined(separator: " and "))")
    case .accessTokenSchemeWrong(let scheme): Finding(expected: "Bearer", found: .scheme(scheme))
    case .accessTokenEmpty: Finding(expected: "Bearer and a token", found: "Bearer alone")
    case .accessTokenMalformed(let text): Finding(expected: "A-Z a-z 0-9 - . _ ~ + / and =", found: "\(secret: text)")
    case .accessTokenUnknown(let token): Finding(expected: "a token we issued", found: "\(secret: token)")
    case .authorizationCodeAsAccessToken(let code):
      Finding(expected: "an access token", found: "the authorization code \(secret: code)")
    case .resourceOwnerGone(let username): Finding(expected: "a resource owner of this server", found: "\(username)")
    case .resourceOwnerAbsent(let client):
      Finding(expected: "a token of a resource owner", found: "one with which \(client) speaks for itself")
    case .accessTokenRevoked(let reason, let ago):
      Finding(expected: "a token that stands", found: "revoked \(ago.tenths) ago: \(reason.sentence)")
    case .accessTokenExpired(let late, let lifetime):
      Finding(expected: "at most \(lifetime.plainSeconds) old", found: "expired \(late.tenths) ago")
    case .clientThrottled(let client, let failures):
      Finding(expected: "the registered secret of \(client)", found: "another, after \(failures) wrong ones")
    case .passwordThrottled(let username, let failures):
      Finding(
        expected: "the password of a resource owner",
        found: "another, for \(username), after \(failures) wrong ones")
    case .refreshTokenMissing: Finding(expected: "refresh_token", found: "nothing")
    case .refreshTokenUnknown(let token): Finding(expected: "a refresh token we issued", found: "\(secret: token)")
    case .refreshTokenOfAnotherClient(let owner, let user), .tokenOfAnotherClient(let owner, let user, _):
      Finding(expected: "the client it was issued to, \(owner)", found: "\(user)")
    case .refreshTokenRevoked(let reason, let ago), .tokenRevoked(let reason, let ago):
      Finding(expected: "a token that stands", found: "revoked \(ago.tenths) ago: \(reason.sentence)")
    case .refreshTokenExpired(let late, let lifetime), .tokenExpired(let late, let lifetime):
      Finding(expected: "at most \(lifetime.plainSeconds) old", found: "expired \(late.tenths) ago")
    case .refreshTokenReused(let ago, let revokes, _):
      Finding(
        expected: "the newest of its family",
        found: "replaced \(ago.tenths) ago\(revokes ? "; the whole family is revoked now" : "")")
    case .scopeBeyondGrant(let asked, let granted): Finding(expected: "at most: \(granted)", found: "\(asked)")
    case .clientNotConfidential(let client):
      Finding(expected: "a client with a secret", found: "\(client), which is public")
    case .passwordMissing: Finding(expected: "username and password", found: "not both")
    case .userCodeMissing: Finding(expected: "the code that the device shows", found: "nothing")
    case .userCodeThrottled(let failures):
      Finding(expected: "a pause of a minute", found: "\(failures) wrong codes in the last minute")
    case .userCodeUnknown(let text): Finding(expected: "a code that a device shows", found: "\(text)")
    case .userCodeExpired(let late, let lifetime), .deviceCodeExpired(let late, let lifetime):
      Finding(expected: "at most \(lifetime.plainSeconds) old", found: "expired \(late.tenths) ago")
    case .userCodeAlreadyUsed: Finding(expected: "a device that waits", found: "one about which somebody has decided")
    case .deviceCodeMissing: Finding(expected: "device_code", found: "nothing")
    case .deviceCodeUnknown(let code): Finding(expected: "a device code we issued", found: "\(secret: code)")
    case .deviceCodeOfAnotherClient(let owner, let user):
      Finding(expected: "the client it was issued to, \(owner)", found: "\(user)")
    case .deviceCodeAlreadyRedeemed(let ago): Finding(expected: "its first use", found: "redeemed \(ago.tenths) ago")
    case .devicePolledTooSoon(let after, let interval):
      Finding(expected: "\(interval.plainSeconds) between two questions", found: "\(after.tenths)")
    case .deviceDecisionPending(let left): Finding(expected: "a decision", found: "none yet; \(left.tenths) left")
    case .deviceDenied(let username): Finding(expected: "allow", found: "deny, by \(username)")
    case .registrationClosed: Finding(expected: "a server that registers clients", found: "it does not, by policy")
    case .initialAccessTokenMissing: Finding(expected: "Authorization: Bearer", found: "nothing")
    case .initialAccessTokenWrong(let token):
      Finding(expected: "the initial access token of the policy", found: "\(secret: token)")
    case .mediaTypeNotJSON(let type): Finding(expected: "\(MediaType.json)", found: "\(type ?? "no Content-Type")")
    case .clientMetadataUnreadable(let what): Finding(expected: "one JSON object", found: "\(what)")
    case .clientMetadataMalformed(let member, let expected):
      Finding(expected: "\(member): \(expected)", found: "something else")
    case .authenticationMethodUnsupported(let method):
      Finding(
        expected: "\(ClientAuthenticationMethod.allCases.map(\.rawValue).joined(separator: ", "))", found: "\(method)")
    case .grantTypesInconsistent(let what): Finding(expected: "grants that the client can use", found: "\(what)")
    case .redirectionURIsMissing: Finding(expected: "redirect_uris, for codes have to go somewhere", found: "none")
    case .redirectionURINotRegistrable(let text, let reason):
      Finding(expected: "https, loopback http or a reverse domain name", found: "\(reason.sentence): \(text)")
    case .scopeNotRegistrable(let asked, let offered): Finding(expected: "some of: \(offered)", found: "\(asked)")
    case .idTokenAlgorithmUnsupported(let algorithm):
      Finding(
        expected: "\(SigningAlgorithm.allCases.map(\.rawValue).joined(separator: " or "))", found: "\(algorithm)")
    case .callerNotAllowed(let client):
      Finding(expected: "a resource server, or a confidential client", found: "\(client), which is public")
    case .tokenMissing: Finding(expected: "token", found: "nothing")
    case .tokenTypeHintUnknown(let hint): Finding(expected: "access_token or refresh_token", found: "\(hint)")
    case .tokenNotRevocable:
      Finding(expected: "a refresh token", found: "an access token; they are not revoked, by policy")
    case .tokenUnknown(let token): Finding(expected: "a token we issued", found: "\(secret: token)")
    case .tokenNotMeantForCaller(let client):
      Finding(expected: "a token meant for \(client)", found: "one meant for others")
    case .refreshTokenAsAccessToken(let token):
      Finding(expected: "an access token", found: "the refresh token \(secret: token)")
    case .accessTokenMissing: Finding(expected: "Authorization: Bearer", found: "nothing")
    }
  }
}

extension Evidence {
  /// What stands where a scheme should. No scheme is as long as a token:
  /// somebody forgot the scheme, and a log must not tell.
  fileprivate static func scheme(_ text: String) -> Evidence {
    text.utf8.count < 20 ? "\(text)" : "\(secret: text)"
  }
}

extension Refusal {
  /// Some libraries leave out the port. RFC 9110 §7.2.
  private static func noteOnPort(of host: String?) -> String {
    switch host {
    case "127.0.0.1", "localhost", "[::1]": ", which without a port means port 80"
    default: ""
    }
  }
}

import AuthorizationServer
import OAuth

/// The codes this server sends.
enum CommonErrorCodes {
  static let entries: [ErrorCodeLesson] = [
    ErrorCodeLesson(
      "invalid_request",
      Lesson(
        what: "The request itself is wrong: something is missing, repeated, malformed or contradictory.",
        why: """
          The client has to change the request before it sends it again. At a protected resource it comes with \
          status 400.
          """,
        prevents: "Repeating a request that can never succeed.",
        fix: """
          Read error_description and the list of checks. Look first at the content type, at missing parameters \
          and at repeated ones.
          """,
        specification: "RFC 6749 §5.2"),
      causes: [
        .responseTypeMissing, .codeChallengeMissing, .grantTypeMissing, .mediaTypeNotForm, .promptContradictory,
        .promptUnknown, .maxAgeMalformed, .nonceTooLong, .idTokenHintInvalid, .signInStale,
        .redirectionURIUnregistered, .clientUnregistered, .clientAuthenticationTwice, .methodNotAllowed,
        .credentialsInURI, .parameterRepeated, .authorizationCodeMissing, .passwordMissing, .codeChallengeMethodMissing,
        .codeChallengeMethodUnsupported, .codeChallengeMethodWithoutChallenge, .codeChallengeMalformed,
        .codeVerifierWithoutChallenge, .stateMissing, .stateTooLong, .clientIdentifierMissing,
        .redirectionURIMissing, .redirectionURIMalformed, .clientIdentifiersDiffer, .responseModeUnsupported,
        .accessTokenRepeated, .accessTokenEmpty, .requestUndecodable, .requestJSONUnreadable,
        .requestHasTooManyParameters, .hostForeign, .originForeign,
        .sessionMissing, .interactionUnknown, .interactionOfAnotherSession, .formTokenInvalid,
        .resourceOwnerNotSignedIn, .decisionMissing, .refreshTokenMissing, .tokenMissing, .tokenTypeHintUnknown,
        .requestURIPushed, .pushedRequestRequired, .userCodeMissing, .userCodeUnknown, .userCodeExpired,
        .userCodeAlreadyUsed, .deviceCodeMissing, .mediaTypeNotJSON,
      ]),
    ErrorCodeLesson(
      "invalid_client",
      Lesson(
        what: "The client was not accepted: it is unknown, sent no secret, or the wrong one.",
        why: """
          The code was not looked at yet. The wire does not say which of the reasons it was, so that nobody can \
          probe for client names.
          """,
        prevents: "Guessing client identifiers and secrets.",
        fix: """
          Check client_id, the secret, and how it is sent. A lost Authorization header looks like a secret that \
          was never sent.
          """,
        specification: "RFC 6749 §5.2"),
      causes: [
        .clientSecretWrong, .clientAuthenticationMissing, .clientUnidentified, .clientUnknown,
        .basicCredentialsMalformed, .authorizationSchemeUnsupported, .clientHasNoSecret,
        .clientAuthenticationMethodUnregistered, .clientThrottled, .callerNotAllowed,
      ]),
    ErrorCodeLesson(
      "invalid_grant",
      Lesson(
        what: """
          The code or refresh token does not count: expired, used, revoked, of another client, or not what it \
          was bound to.
          """,
        why: """
          One answer for every reason, on purpose: it does not tell a thief whether the code was right and only \
          the rest was wrong.
          """,
        prevents: "Finding out by trial what a stolen code lacks.",
        fix: """
          Compare age, first use, redirect_uri, code_verifier and client_id with the authorization request. Then \
          get a new code.
          """,
        specification: "RFC 6749 §5.2"),
      causes: [
        .authorizationCodeExpired, .authorizationCodeAlreadyRedeemed, .redirectionURIDiffers, .codeVerifierWrong,
        .redirectionURIMissingAtToken, .codeVerifierMissing, .codeChallengeMethodUnknown, .authorizationCodeUnknown,
        .authorizationCodeOfAnotherClient, .codeVerifierMalformed, .authorizationCodeBurnt,
        .refreshTokenReused, .refreshTokenExpired, .refreshTokenRevoked, .refreshTokenUnknown,
        .refreshTokenOfAnotherClient, .tokenOfAnotherClient, .deviceCodeUnknown, .deviceCodeOfAnotherClient,
        .deviceCodeAlreadyRedeemed,
      ]),
    ErrorCodeLesson(
      "unauthorized_client",
      Lesson(
        what: "The client is known, but it is not registered for this grant or response type.",
        why: "Each client gets the grants it needs. This is about registration, and not about the secret.",
        prevents: "A client using a flow that nobody meant it to use.",
        fix: "Add the grant to the client's registration, or use another client.",
        specification: "RFC 6749 §5.2"),
      causes: [.responseTypeNotAllowed, .grantTypeNotAllowed, .clientNotConfidential]),
    ErrorCodeLesson(
      "unsupported_grant_type",
      Lesson(
        what: "The server does not know the value of grant_type.",
        why: "The value is a fixed word, compared with its case.",
        prevents: "A guess at what a misspelt grant was meant to be.",
        fix: "Send authorization_code literally: no quotes, no hyphen, no capital letters, and not the code itself.",
        specification: "RFC 6749 §5.2"),
      causes: [.grantTypeUnsupported]),
    ErrorCodeLesson(
      "unsupported_response_type",
      Lesson(
        what: "The server does not hand out what response_type asks for.",
        why: "Many servers have given up everything but code.",
        prevents: "Access tokens that travel through the browser.",
        fix: "Send response_type=code.",
        specification: "RFC 6749 §4.1.2.1"),
      causes: [.responseTypeUnsupported]),
    ErrorCodeLesson(
      "invalid_scope",
      Lesson(
        what: "The scope is malformed, unknown, or more than the client may ask for.",
        why: "The resource owner is asked to consent to this list, so it must be well formed and the client's own.",
        prevents: "Consent to something that nobody can name.",
        fix: "Separate the tokens with single spaces, and ask only for what the client is registered for.",
        specification: "RFC 6749 §4.1.2.1"),
      causes: [.scopeNotAllowed, .scopeMalformed, .scopeBeyondGrant]),
    ErrorCodeLesson(
      "access_denied",
      Lesson(
        what: "The resource owner, or the server in their place, said no.",
        why: "It is a decision and no mistake. The client can offer another way.",
        prevents: "A client that waits for an answer that will not come.",
        fix: "Nothing in the request needs mending. Let the person begin again when they want to.",
        specification: "RFC 6749 §4.1.2.1"),
      causes: [
        .resourceOwnerDenied, .scopeEmptied, .passwordWrong, .passwordThrottled, .deviceDenied, .registrationClosed,
      ]),
    ErrorCodeLesson(
      "server_error",
      Lesson(
        what: "Something broke in the authorization server.",
        why: "A status of 500 cannot reach the client through a redirect, so this code says the same.",
        prevents: "A client that never learns how its request ended.",
        fix: "Try again later. If it stays, look into the server's own log; the request may be right.",
        specification: "RFC 6749 §4.1.2.1")),
    ErrorCodeLesson(
      "temporarily_unavailable",
      Lesson(
        what: "The server cannot answer at the moment, because of load or maintenance.",
        why: "A status of 503 cannot reach the client through a redirect, so this code says the same.",
        prevents: "A client that takes a pause for a refusal.",
        fix: "Wait and repeat the request.",
        specification: "RFC 6749 §4.1.2.1"),
      causes: [.serverSwitchedOff, .storeFailed, .clientLookupFailed, .noRoomLeft]),
    ErrorCodeLesson(
      "invalid_request_uri",
      Lesson(
        what: "request_uri does not name a request that this client can use: unknown, expired, used, or another's.",
        why: "One answer for every reason, so that nobody learns which names exist.",
        prevents: "Finding out by trial which pushed requests are waiting.",
        fix: "Push the request again and use its new request_uri once, at once, with the same client_id.",
        specification: "RFC 9126 §4"),
      causes: [
        .pushedRequestExpired, .pushedRequestAlreadyUsed, .pushedRequestUnknown, .pushedRequestOfAnotherClient,
      ]),
    ErrorCodeLesson(
      "invalid_token",
      Lesson(
        what: "The access token does not count: expired, revoked, malformed or unknown.",
        why: "The client should get a new token; asking for another scope would not help.",
        prevents: "Finding out by trial which tokens exist.",
        fix: """
          Get a new token by refresh or authorization. Check that it is an access token of this server, and sent \
          whole.
          """,
        specification: "RFC 6750 §3.1"),
      causes: [
        .accessTokenExpired, .accessTokenRevoked, .accessTokenUnknown, .authorizationCodeAsAccessToken,
        .accessTokenMalformed, .refreshTokenAsAccessToken, .resourceOwnerGone,
        .accessTokenSignatureInvalid, .idTokenAsAccessToken, .accessTokenForAnother,
        .initialAccessTokenWrong,
      ]),
    ErrorCodeLesson(
      "insufficient_scope",
      Lesson(
        what: "The access token is good, but it does not cover this resource.",
        why: "Status 403 and this code say that a new token of the same scope would not help.",
        prevents: "Refreshing for ever.",
        fix: "Ask the resource owner for the scope that the challenge names, in a new authorization request.",
        specification: "RFC 6750 §3.1"),
      causes: [.scopeInsufficient, .resourceOwnerAbsent]),
    ErrorCodeLesson(
      "unsupported_token_type",
      Lesson(
        what: "The server cannot revoke a token of this type.",
        why: "The client must learn that the token is still alive.",
        prevents: "A client that believes it has logged out.",
        fix: "Revoke the refresh token instead, or wait for the end of the access token.",
        specification: "RFC 7009 §2.2.1"),
      causes: [.tokenNotRevocable]),
    ErrorCodeLesson(
      "request_not_supported",
      Lesson(
        what: "The server does not read the parameter request.",
        why: "To ignore a signed request and read the plain parameters would be a downgrade, so the server says no.",
        prevents: "Altered parameters that count instead of the signed ones.",
        fix: "Send the parameters themselves.",
        specification: "OpenID Connect Core §3.1.2.6"),
      causes: [.requestObjectUnsupported]),
    ErrorCodeLesson(
      "request_uri_not_supported",
      Lesson(
        what: "The server does not read the parameter request_uri.",
        why: "To ignore the reference and read the plain parameters would be a downgrade, so the server says no.",
        prevents: "Altered parameters that count instead of the kept ones.",
        fix: "Send the parameters themselves, or use a server that announces pushed authorization requests.",
        specification: "OpenID Connect Core §3.1.2.6"),
      causes: [.requestObjectUnsupported]),
  ]
}

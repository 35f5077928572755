import AuthorizationServer
import OAuth
import OAuthClient

/// The parameters a client sends to the token endpoint.
enum TokenRequestParameters {
  static let entries: [ParameterLesson] = [
    ParameterLesson(
      .grantType,
      Lesson(
        what: "Names what is exchanged for tokens: authorization_code for a code, refresh_token for a refresh token.",
        why: "One token endpoint serves several grants, each with its own parameters and rules.",
        prevents: "One grant judged by the rules of another.",
        fix: "Send the literal word, such as authorization_code. The code itself goes into code.",
        specification: "RFC 6749 §4.1.3"),
      meaning: "which kind of grant",
      inStage: [.token: "trades a code for tokens", .refresh: "a new token without a new login"],
      checks: [.grantTypePresent, .grantTypeSupported, .grantTypeAllowed]),
    ParameterLesson(
      .code,
      Lesson(
        what: "The authorization code: a short-lived sign that the resource owner allowed something.",
        why: "It travels through the browser, so it is worth little by itself: one client, one use, a few seconds.",
        prevents: "Access tokens in URLs. What may be seen on the way is only the code.",
        fix: "Take it from the query of the redirect, and redeem it once and at once.",
        specification: "RFC 6749 §4.1.2"),
      meaning: "stands for the consent",
      inStage: [.code: "redeem it at once", .token: "single use, from step 2"],
      checks: [
        .authorizationCodePresent, .authorizationCodeKnown, .authorizationCodeBoundToClient,
        .authorizationCodeNotExpired, .authorizationCodeNotRedeemed,
      ],
      clientChecks: [.authorizationCodeReceived]),
    ParameterLesson(
      .clientSecret,
      Lesson(
        what: "The password of a confidential client.",
        why: "It shows that the token request comes from the client itself and not from somebody who found a code.",
        prevents: "Redemption of a stolen code by a stranger.",
        fix: """
          Send it in the body, or as Basic in the Authorization header, and never in a URL. A public client has \
          none.
          """,
        specification: "RFC 6749 §2.3.1"),
      meaning: "proves who is asking",
      inStage: [.introspect: "proves the resource server"],
      checks: [.clientAuthenticated, .clientAuthenticationSingle, .credentialsNotInURI]),
    ParameterLesson(
      .codeVerifier,
      Lesson(
        what: "The random value whose hash went ahead as code_challenge.",
        why: "Who sends it shows that it began this very flow, since the value has never left the client before.",
        prevents: "Redemption of a code by anybody who only saw the code.",
        fix: "Send the verifier that belongs to this login: 43 to 128 characters of A-Z a-z 0-9 - . _ ~.",
        specification: "RFC 7636 §4.1"),
      meaning: "proves who began step 1",
      checks: [.codeVerifierPresent, .codeVerifierWellFormed, .codeVerifierMatches]),
    ParameterLesson(
      .refreshToken,
      Lesson(
        what: "A long-lived value with which the client gets new access tokens.",
        why: "Access tokens can be short-lived without the resource owner signing in again each time.",
        prevents: "Long-lived access tokens, which every resource server would see.",
        fix: "Keep it like a password. Send it only to the token endpoint, with grant_type=refresh_token.",
        specification: "RFC 6749 §6"),
      meaning: "gets the next access token",
      checks: [
        .refreshTokenPresent, .refreshTokenKnown, .refreshTokenBoundToClient, .refreshTokenNotRevoked,
        .refreshTokenNotExpired, .refreshTokenNotReused,
      ],
      clientChecks: [.refreshTokenUsable, .refreshedScopeGranted]),
  ]
}

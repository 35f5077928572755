import AuthorizationServer
import OAuth

/// Switches about what a server grants at all.
enum GrantPolicies {
  static let entries: [PolicyLesson] = [
    PolicyLesson(
      "grantTypes",
      Lesson(
        what: """
          The grants that the server knows. strict: authorization_code refresh_token client_credentials \
          urn:ietf:params:oauth:grant-type:device_code.
          """,
        why: "Many servers are set up for one or two grants, and hand out refresh tokens which they never take back.",
        prevents: "Ways to a token that nobody needs, and nobody looks after.",
        fix: "Leave out refresh_token, and send the refresh token that you were given.",
        specification: "RFC 6749 §5.2"),
      checks: [.grantTypeSupported]),
    PolicyLesson(
      "implicitGrant",
      Lesson(
        what: "Whether response_type=token gets tokens from the authorization endpoint. strict: false.",
        why: "It was made for scripts in browsers that could not call a token endpoint. Now they can.",
        prevents: "Tokens in addresses: they stay in the history, and nothing proves for whom they were made.",
        fix: "Set true, send response_type=token, and look behind the # of the address.",
        specification: "RFC 9700 §2.1.2"),
      checks: [.responseTypeSupported]),
    PolicyLesson(
      "supportPKCE",
      Lesson(
        what: """
          Whether code_challenge and code_verifier are read: full, lenient or never; unexamined looks at the challenge \
          only when the code is redeemed, and openID does so with OpenID Connect alone. strict: full.
          """,
        why: "PKCE is younger than many servers. lenient overlooks a verifier that no challenge was sent for.",
        prevents: "A client that believes in its protection while the server ignores the challenge.",
        fix: "Set never, send a challenge, and redeem the code with a wrong verifier.",
        specification: "RFC 9700 §2.1.1"),
      checks: [
        .codeChallengePresent, .codeChallengeMethodSupported, .codeChallengeWellFormed, .codeVerifierPresent,
        .codeVerifierMatches,
      ]),
    PolicyLesson(
      "offeredScope",
      Lesson(
        what: "The scope tokens that the server has a use for; empty for those of its clients. strict: empty.",
        why: "Some servers keep one list for all clients, and it does not always hold their own default.",
        prevents: "Scope tokens that are granted and open nothing.",
        fix: "Set a list without profile and ask for profile.",
        specification: "RFC 6749 §3.3"),
      checks: [.scopeAllowed]),
    PolicyLesson(
      "clientGrants",
      Lesson(
        what: "The grants that a client may use at most; empty for those it is registered for. strict: empty.",
        why: "A free edition knows more grants than it lets anybody use, and hands out refresh tokens all the same.",
        prevents: "Empty: a client may do what it is registered for, and gets nothing that it may not use.",
        fix: "Set authorization_code and send the refresh token that came with the access token.",
        specification: "RFC 6749 §5.2"),
      checks: [.grantTypeAllowed]),
    PolicyLesson(
      "promptReading",
      Lesson(
        what: "What prompt means: openID, or noneRefuses without OpenID Connect. strict: openID.",
        why: "A plugin borrowed the parameter: none is a denial in the owner's name, login asks to sign in again.",
        prevents: "A client that asks quietly and is told access_denied, as if somebody had refused.",
        fix: "Set noneRefuses, sign in, and send prompt=none.",
        specification: "OpenID Connect Core §3.1.2.1"),
      checks: [.promptUnderstood, .signInSufficient, .consentSufficient]),
    PolicyLesson(
      "scopePerClient",
      Lesson(
        what: "Whether a client may only ask for the scope it is registered for. strict: true.",
        why: "Simple servers keep one list of scope tokens, and none for each client.",
        prevents: "A client that was made for one purpose and gets tokens for every other.",
        fix: "Set false and let other-app ask for email.",
        specification: "RFC 6749 §3.3"),
      checks: [.scopeAllowed]),
    PolicyLesson(
      "emptyScope",
      Lesson(
        what: "Whether a token can be issued for no scope at all. strict: false.",
        why: "Servers without scopes answer with null or leave the member out, and every token opens everything.",
        prevents: "Tokens of which nobody can say what they are good for.",
        fix: "Set true, set defaultScope to nothing, and send no scope.",
        specification: "RFC 6749 §3.3"),
      checks: [.scopeAllowed]),
    PolicyLesson(
      "resourceScope",
      Lesson(
        what: "Of which scope tokens one opens the protected resource; empty for any token. strict: profile openid.",
        why: "Keycloak asks for openid. The WordPress plugins look at no scope at all.",
        prevents: "A token for something else that opens the profile of its owner.",
        fix: "Set openid and ask /me with a token for profile alone.",
        specification: "RFC 6750 §3.1"),
      checks: [.scopeSufficient]),
    PolicyLesson(
      "refreshTokenOnce",
      Lesson(
        what: "Whether a refresh token is used up though no new one takes its place. strict: false.",
        why: "It is the default of a library in PHP: after one refresh the client has none left.",
        prevents: "Clients that keep the old token, as the standard allows, and are refused an hour later.",
        fix: "Set refreshTokenRotation false and this true, and refresh twice.",
        specification: "RFC 6749 §6"),
      checks: [.refreshTokenNotReused]),
  ]
}

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
      "supportPKCE",
      Lesson(
        what: "Whether code_challenge and code_verifier are read: full, lenient, openID or never. strict: full.",
        why: "PKCE is younger than many servers. lenient overlooks a verifier that no challenge was sent for.",
        prevents: "A client that believes in its protection while the server ignores the challenge.",
        fix: "Set never, send a challenge, and redeem the code with a wrong verifier.",
        specification: "RFC 9700 §2.1.1"),
      checks: [.codeChallengePresent, .codeChallengeMethodSupported, .codeChallengeWellFormed, .codeVerifierPresent]),
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

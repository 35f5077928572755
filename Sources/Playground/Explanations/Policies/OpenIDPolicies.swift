import AuthorizationServer
import OAuth

/// Switches about signed tokens.
enum OpenIDPolicies {
  static let entries: [PolicyLesson] = [
    PolicyLesson(
      "openIDConnect",
      Lesson(
        what: """
          Whether the scope openid, ID tokens, prompt and max_age exist, and the discovery document. strict: \
          true.
          """,
        why: "Many authorization servers hand out access only and say nothing about who signed in.",
        prevents: "Clients that take an access token for a login: the ID token is made for that.",
        fix: "Set false, ask for openid again, and see what is missing in the token response.",
        specification: "OpenID Connect Core §3.1.2.1"),
      checks: [
        .redirectionURIPresent, .scopeAllowed, .promptUnderstood, .maxAgeWellFormed, .nonceAcceptable,
        .idTokenHintValid, .scopeSufficient,
      ]),
    PolicyLesson(
      "plainOpenIDScope",
      Lesson(
        what: "Whether openid is a scope token like any other where openIDConnect is false. strict: false.",
        why: "A server that knows nothing of OpenID Connect has no reason to treat that word in another way.",
        prevents: "A client that asks for openid, gets it, and waits for an ID token that never comes.",
        fix: "Set openIDConnect false and this one true, and ask for openid.",
        specification: "OpenID Connect Core §3.1.2.1"),
      checks: [.scopeAllowed]),
    PolicyLesson(
      "accessTokenFormat",
      Lesson(
        what: "What an access token is: opaque, a random text, or jwt, a signed one. strict: opaque.",
        why: "A resource server elsewhere can check a signed token without asking anybody.",
        prevents: "An opaque token tells nothing to who finds it, and its revocation counts at once everywhere.",
        fix: "Set jwt and read the token. Then change one character of it and call /me.",
        specification: "RFC 9068 §2"),
      checks: [.accessTokenSignatureValid, .accessTokenMeantForUs]),
  ]
}

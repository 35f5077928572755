import AuthorizationServer
import OAuth
import OAuthClient

/// The parameters that make an authorization request a request to sign somebody in. OpenID Connect
/// Core §3.1.2.1, §3.1.3.3.
enum OpenIDParameters {
  static let entries: [ParameterLesson] = [
    ParameterLesson(
      .nonce,
      Lesson(
        what: "A random value of the client, which comes back in the ID token.",
        why: "The client recognises by it that the ID token belongs to a request of its own.",
        prevents: "An ID token or a code from another session that is planted in this one.",
        fix: """
          Make a fresh random value per request, keep it with the session, and compare it in the ID token.
          """,
        specification: "OpenID Connect Core §3.1.2.1"),
      meaning: "comes back in the ID token",
      checks: [.nonceAcceptable],
      clientChecks: [.nonceOurs]),
    ParameterLesson(
      .prompt,
      Lesson(
        what: "What the person shall be asked: none, login, consent or select_account.",
        why: """
          A client can check silently whether somebody is signed in, or insist on a new sign-in for something \
          that matters.
          """,
        prevents: "Pages where none can be seen, and old sessions that count as presence.",
        fix: "Leave it out unless you need one of these. none must stand alone.",
        specification: "OpenID Connect Core §3.1.2.1"),
      meaning: "which pages may or must come",
      checks: [.promptUnderstood, .signInSufficient, .consentSufficient, .signInFresh]),
    ParameterLesson(
      .maxAge,
      Lesson(
        what: "How many seconds ago the person may have signed in at most.",
        why: "For a risky action yesterday's sign-in is not enough.",
        prevents: "Somebody else who uses a browser that was left open.",
        fix: """
          Send seconds in digits, then compare auth_time in the ID token: the parameter could have been \
          removed on its way.
          """,
        specification: "OpenID Connect Core §3.1.2.1"),
      meaning: "oldest sign-in that counts",
      checks: [.maxAgeWellFormed, .signInSufficient, .signInFresh]),
    ParameterLesson(
      .idTokenHint,
      Lesson(
        what: "An ID token from before, which says who is expected.",
        why: "With prompt=none the client can ask whether the same person is still signed in.",
        prevents: "A session that changes its owner without the client noticing.",
        fix: "Send the id_token of an earlier response. It may have expired.",
        specification: "OpenID Connect Core §3.1.2.1"),
      meaning: "who is expected",
      checks: [.idTokenHintValid, .signInSufficient, .hintedOwnerSignedIn]),
    ParameterLesson(
      .loginHint,
      Lesson(
        what: "Who the client thinks will sign in, such as a username or an email address.",
        why: "Somebody who has typed it for the client need not type it again.",
        prevents: "Nothing: it is only a suggestion, and whoever signs in decides.",
        fix: "Compare sub in the ID token: another person may have signed in.",
        specification: "OpenID Connect Core §3.1.2.1"),
      meaning: "fills in the username",
      checks: [.passwordCorrect]),
    ParameterLesson(
      .registration,
      Lesson(
        what: "A client's description of itself, for providers that know it from nowhere else.",
        why: "A self-issued provider, for example on a telephone, has no registration of its clients.",
        prevents: "A client that nobody can tell apart from another.",
        fix: "This server does not read it: register the client first.",
        specification: "OpenID Connect Core §7.2.1"),
      meaning: "the client describes itself",
      checks: [.requestObjectAbsent]),
    ParameterLesson(
      .idToken,
      Lesson(
        what: "A signed statement for the client: who signed in, when, and for which client.",
        why: """
          An access token says nothing about a person. This does, and the client can check it by itself.
          """,
        prevents: "Login with a token that was issued to another client.",
        fix: """
          Check the signature with the server's keys, then iss, aud, exp and nonce. Never send it to a \
          resource.
          """,
        specification: "OpenID Connect Core §2"),
      meaning: "who signed in, signed",
      clientChecks: [
        .idTokenReadable, .idTokenSigned, .idTokenSignatureFits, .idTokenIssuerExpected, .idTokenMeantForUs,
        .idTokenNotExpired, .idTokenFresh, .nonceOurs, .accessTokenHashFits, .idTokenSubjectSame,
      ]),
  ]
}

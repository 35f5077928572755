import AuthorizationServer
import OAuth

/// Switches about how long codes and tokens live, and how often a code works.
enum LifetimePolicies {
  static let entries: [PolicyLesson] = [
    PolicyLesson(
      "codeLifetime",
      Lesson(
        what: "How many seconds an authorization code waits to be redeemed. strict: 30.",
        why: """
          A longer life forgives slow clients, slow networks and people who debug by hand. The standard \
          recommends ten minutes at most.
          """,
        prevents: "A short life leaves little time to use a code that leaked from a log or a browser.",
        fix: "Set 600 to imitate a patient server. Set 1 and see which client is too slow.",
        specification: "RFC 6749 §4.1.2"),
      checks: [.authorizationCodeNotExpired]),
    PolicyLesson(
      "accessTokenLifetime",
      Lesson(
        what: "How many seconds an access token opens the protected resource. strict: 3600.",
        why: "A longer life saves clients the trouble of refreshing and servers the traffic.",
        prevents: "A short life bounds what a stolen token can do before it ends by itself.",
        fix: "Set 60 and watch a client meet its first invalid_token.",
        specification: "RFC 6750 §5.3"),
      checks: [.accessTokenNotExpired]),
    PolicyLesson(
      "wholeSeconds",
      Lesson(
        what: "Whether times are counted in whole seconds, the last of which is still good. strict: false.",
        why: "A program that asks whether the end lies before now, in seconds, gives everything a second more.",
        prevents: "Nobody is harmed by a second. It matters to tests that ask at the very end.",
        fix: "Set true, let exactly 30 s pass, and redeem the code.",
        specification: "RFC 6749 §4.1.2"),
      checks: [
        .authorizationCodeNotExpired, .accessTokenNotExpired, .refreshTokenNotExpired, .tokenNotExpired,
        .pushedRequestNotExpired, .userCodeNotExpired, .deviceCodeNotExpired,
      ]),
    PolicyLesson(
      "pushedRequestLifetime",
      Lesson(
        what: "How many seconds a pushed authorization request waits for the browser. strict: 60.",
        why: "A longer life forgives people who debug by hand, and clients that push before they are needed.",
        prevents: "A short life makes a request_uri that was found in a log worthless.",
        fix: "Set 5, push a request, and count to six before you open the address.",
        specification: "RFC 9126 §2.2"),
      checks: [.pushedRequestNotExpired]),
    PolicyLesson(
      "codeReuse",
      Lesson(
        what: "What a second use of a code does: refuseAndRevoke, refuse or allow. strict: refuseAndRevoke.",
        why: """
          Revoking also hits an honest client that repeats a request. allow is a plain mistake, found in real \
          servers.
          """,
        prevents: "A copied code used beside the real one. Revoking ends what the thief may have got.",
        fix: "Redeem a code twice under each value, then try the first access token at /me.",
        specification: "RFC 6749 §4.1.2"),
      checks: [.authorizationCodeNotRedeemed]),
    PolicyLesson(
      "failedRedemptionBurnsCode",
      Lesson(
        what: "Whether one failed attempt uses a code up. strict: false.",
        why: "Some servers remove the code before they check the rest, so one attempt is all there is.",
        prevents: """
          When true: trying one code with many verifiers. When false: a stranger who ends codes by failing on \
          purpose.
          """,
        fix: "Set true, send a wrong redirect_uri, then the right one.",
        specification: "RFC 6749 §10.5"),
      checks: [.authorizationCodeNotRedeemed]),
  ]
}

import AuthorizationServer
import OAuth

/// Switches about refresh tokens: who gets them, how long they live, and what a second use does.
enum RefreshTokenPolicies {
  static let entries: [PolicyLesson] = [
    PolicyLesson(
      "refreshTokenLifetime",
      Lesson(
        what: "How many seconds a refresh token may lie idle. strict: 1209600.",
        why: "A longer life spares people a login. With rotation each refresh begins it anew.",
        prevents: "A token on a lost device or in an old backup that still works.",
        fix: "Set 60, wait a minute and refresh.",
        specification: "RFC 9700 §4.14.2"),
      checks: [.refreshTokenNotExpired]),
    PolicyLesson(
      "refreshTokenIssuance",
      Lesson(
        what: "Who gets a refresh token: offlineAccess, always, everyClient or never. strict: offlineAccess.",
        why: "Many servers always issue one, since most clients want it. Some never do and keep people signed in.",
        prevents: "Access that goes on while nobody is there, though nobody was asked about it.",
        fix: "Set always and read the token response of a request without offline_access.",
        specification: "OpenID Connect Core §11"),
      checks: [.refreshTokenPresent]),
    PolicyLesson(
      "refreshTokenRotation",
      Lesson(
        what: "Whether each refresh brings a new refresh token and uses the old one up. strict: true.",
        why: "Confidential clients can do without: their secret guards the token. Public ones must rotate.",
        prevents: "A copied refresh token that works beside the real one, unnoticed and for ever.",
        fix: "Set false and refresh twice with the same token.",
        specification: "RFC 9700 §4.14.2"),
      checks: [.refreshTokenNotReused]),
    PolicyLesson(
      "refreshTokenReuse",
      Lesson(
        what: "What a second use of a replaced token does: revokeFamily, refuse or allow. strict: revokeFamily.",
        why: "Ending the family also hits an honest client that lost an answer. refuse is milder, allow a mistake.",
        prevents: "A thief who refreshed first and keeps the family, while only the owner is refused.",
        fix: "Refresh twice with one token under each value, then refresh with the newest.",
        specification: "RFC 9700 §4.14.2"),
      checks: [.refreshTokenNotReused]),
    PolicyLesson(
      "refreshTokenGrace",
      Lesson(
        what: "How many seconds a replaced refresh token still counts. strict: 0.",
        why: "Answers get lost, and two processes refresh at once. A few seconds keep such clients signed in.",
        prevents: "Every second in which a thief can use a copied token without being noticed.",
        fix: "Set 10 and refresh twice with one token, at once and after ten seconds.",
        specification: "RFC 9700 §4.14.2"),
      checks: [.refreshTokenNotReused]),
    PolicyLesson(
      "accessTokenRevocation",
      Lesson(
        what: "Whether revocation reaches access tokens. strict: true.",
        why: "Where resource servers check tokens by themselves, nobody asks the server whether one still stands.",
        prevents: "A stolen access token that works until it expires, after everybody believes it dead.",
        fix: "Set false, revoke an access token, and read the error. Then use the token at /me.",
        specification: "RFC 7009 §2.2.1"),
      checks: [.tokenRevocable, .accessTokenNotRevoked]),
  ]
}

import AuthorizationServer
import OAuth

/// The parameters of a request about a token: to revoke it, or to ask whether it is good.
enum TokenManagementParameters {
  static let entries: [ParameterLesson] = [
    ParameterLesson(
      .token,
      Lesson(
        what: "The token that a revocation or an introspection is about, of either type.",
        why: "One name for both types, so that a caller need not know which one it holds.",
        prevents: "Tokens in URLs: the parameter counts in a form body only.",
        fix: "Send the bare value in the body, without Bearer before it.",
        specification: "RFC 7009 §2.1"),
      meaning: "the token that is meant",
      inStage: [.introspect: "what somebody has shown", .revoke: "what shall end"],
      checks: [
        .tokenPresent, .tokenKnown, .tokenOwnedByClient, .tokenMeantForCaller, .tokenRevocable, .tokenNotRevoked,
        .tokenNotExpired,
      ]),
    ParameterLesson(
      .tokenTypeHint,
      Lesson(
        what: "Where the server may look for the token first: access_token or refresh_token.",
        why: "A server with two large tables saves a look-up. A wrong or unknown hint changes nothing else.",
        prevents: "Nothing: it is no check. A server that trusted it would leave tokens alive that should be dead.",
        fix: "Leave it out, or say what kind of token it is.",
        specification: "RFC 7009 §2.1"),
      meaning: "where to look first; no more",
      checks: [.tokenTypeHintKnown]),
  ]
}

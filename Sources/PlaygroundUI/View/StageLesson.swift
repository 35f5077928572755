import Playground

/// What a stage is about, before it was tried.
struct StageLesson {
  let title: String
  let what: String
  let why: String
  let specification: String

  static func of(_ stage: Stage) -> StageLesson {
    switch stage {
    case .authorize:
      StageLesson(
        title: "authorize",
        what: "The client sends the browser to the authorization server with this request. It holds no secret: "
          + "everybody on the way can read an address.",
        why: "The password goes to the authorization server alone; the client never sees it.",
        specification: "RFC 6749 §4.1.1")
    case .code:
      StageLesson(
        title: "code",
        what: "The resource owner signs in and decides. The browser carries a code back to the client, "
          + "which compares state and iss before it believes it.",
        why: "A code is worth little: one use, soon, by this client only.",
        specification: "RFC 6749 §4.1.2")
    case .token:
      StageLesson(
        title: "token",
        what: "The client sends the code straight to the server, proves who it is, and shows the "
          + "code_verifier that only it knows.",
        why: "Without secret and verifier a stolen code is useless, and the countdown leaves little time.",
        specification: "RFC 6749 §4.1.3")
    case .me:
      StageLesson(
        title: "me",
        what: "The client calls the protected resource with the access token in the Authorization header.",
        why: "Whoever bears the token may use it: so it is short-lived, has a scope, and stays out of addresses.",
        specification: "RFC 6750 §2.1")
    case .refresh:
      StageLesson(
        title: "refresh",
        what: "The client trades its refresh token for a new access token; nobody has to sign in again. It has one if "
          + "offline_access was granted: add it to scope at stage 1.",
        why:
          "Access tokens can be short-lived. The refresh token goes to the authorization server only, and each one once.",
        specification: "RFC 6749 §6")
    case .introspect:
      StageLesson(
        title: "introspect",
        what: "A resource server that was shown a token asks the authorization server whether it is active, with "
          + "credentials of its own.",
        why: "An opaque token says nothing by itself, and of a revoked one only the authorization server knows.",
        specification: "RFC 7662 §2")
    case .revoke:
      StageLesson(
        title: "revoke",
        what:
          "The client ends its token: the refresh token, and the whole grant with it, or the access token where there "
          + "is no other.",
        why: "At a logout nothing should be left that works. Whoever copied the token has nothing then.",
        specification: "RFC 7009 §2")
    }
  }
}

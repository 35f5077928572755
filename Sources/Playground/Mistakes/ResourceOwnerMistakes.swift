import AuthorizationServer
import OAuth
import OAuthClient

/// What the resource owner does otherwise than the happy path has it.
enum ResourceOwnerMistakes {
  static func all(_ material: MistakeMaterial) -> [Mistake] {
    let wrong = Consequence.page(.passwordWrong)
    let scope = material.configuration.scope
    return [
      make(
        "password.wrong", .password, "a wrong password", "guess", wrong,
        "Somebody who guesses. The page does not say whether the name exists."),
      make(
        "password.other-case", .password, "the password in capitals", "WONDERLAND", wrong, "Caps lock."),
      make(
        "username.unknown", .username, "somebody nobody knows", "mallory", wrong,
        "The same answer as for a wrong password, so that nobody can ask who has an account."),
      make(
        "decision.deny", .decision, "deny", "deny", .redirected(.resourceOwnerDenied, .accessDenied),
        "No mistake at all, yet many clients have never tried it: they find neither code nor page."),
      make(
        "decision.other", .decision, "neither allow nor deny", "maybe", .page(.decisionMissing),
        "A form sent by a program that did not read it."),
      make(
        "scope.nothing", .scope, "allow, with every box unticked", "",
        .redirected(.scopeEmptied, .accessDenied), "Allowing nothing is denying."),
      make(
        "scope.less", .scope, "untick all boxes but one", scope.tokens.first ?? "profile",
        .accepted("RFC 6749 §3.3"),
        "No mistake: the answer's scope says what is left, and the client has to read it."),
    ]
  }

  private static func make(
    _ name: String, _ parameter: ParameterName, _ title: String, _ value: String, _ consequence: Consequence,
    _ story: String
  ) -> Mistake {
    Mistake(
      name, .code, about: parameter.text, title, [.set(.page, parameter.text, to: value)], consequence, story)
  }
}

import AuthorizationServer
import OAuth

/// The fields of the login and consent pages. They are this server's own, not a standard's.
enum InteractionParameters {
  static let entries: [ParameterLesson] = [
    ParameterLesson(
      .username,
      Lesson(
        what: "The name with which the resource owner signs in at the authorization server.",
        why: "The server must know who decides before it asks for a decision. How it finds out is its own affair.",
        prevents: "A grant in the name of nobody, or of somebody else.",
        fix: "Use alice or bob, the resource owners of the demonstration.",
        specification: "RFC 6749 §3.1"),
      meaning: "the resource owner's name",
      checks: [.passwordCorrect]),
    ParameterLesson(
      .password,
      Lesson(
        what: "The password of the resource owner, typed at the authorization server only.",
        why: "That the client never sees it is the reason why OAuth exists.",
        prevents: "Passwords in the hands of every program that wants to reach an account.",
        fix: "Use wonderland for alice and builder for bob. Never type a real one here.",
        specification: "RFC 6749 §3.1"),
      meaning: "never seen by the client",
      checks: [.passwordCorrect]),
    ParameterLesson(
      .decision,
      Lesson(
        what: "What the resource owner decided on the consent page: allow or deny.",
        why: "Nothing is granted without a decision that somebody made knowingly.",
        prevents: "Access that the resource owner never agreed to.",
        fix: "Send allow or deny, in lower case.",
        specification: "RFC 6749 §4.1"),
      meaning: "allow or deny",
      checks: [.decisionPresent, .resourceOwnerAllowed]),
    ParameterLesson(
      .interaction,
      Lesson(
        what: "Names the authorization request that waits for login and consent.",
        why: """
          The server keeps the request it has checked. The page only names it, so that nothing in it can be \
          exchanged.
          """,
        prevents: "Another scope or address slipped in between the check and the consent.",
        fix: "Send the value of the page you received, from the same browser.",
        specification: "RFC 6749 §10.12"),
      meaning: "names the waiting request",
      checks: [.interactionKnown]),
    ParameterLesson(
      .formToken,
      Lesson(
        what: "A value that each page carries and that works once.",
        why: "Another site can make a browser send a form, but it cannot read this value from our page.",
        prevents: "Cross-site request forgery: Allow pressed by a foreign page.",
        fix: "Send the value of the page you received last.",
        specification: "RFC 6749 §10.12"),
      meaning: "works once, from the page",
      checks: [.formTokenValid]),
  ]
}

import OAuth

/// Why an answer about a token is not accepted, or why the token is not: refresh, revocation, introspection.
enum TokenManagementResponseLessons {
  static let refreshedScopeWider = Lesson(
    what: "The refreshed token can do more than the resource owner granted.",
    why: "A refresh may narrow the scope. To widen it, the resource owner has to be asked again.",
    prevents: "Rights that grow in silence, long after anybody has looked at a consent page.",
    fix:
      "The server has to compare scope with the one of the grant. A client sends a new authorization request for more.",
    specification: "RFC 6749 §6")

  static let revocationRefused = Lesson(
    what: "The server did not revoke the token.",
    why: """
      200 means that the token is of no use any more, also where it never was. Anything else means that it may still be good.
      """,
    prevents: "A logout that only looks like one.",
    fix: "Read error in the body. After 503 the client tries again later; it must not take the token for dead.",
    specification: "RFC 7009 §2.2.1")

  static let introspectionRefused = Lesson(
    what: "The authorization server did not answer the question about the token.",
    why: "Only a resource server that is registered may ask; everybody else could try out stolen tokens.",
    prevents: "Token scanning: asking until one of many guesses is active.",
    fix: "Check the credentials of the resource server. They are its own, not those of the client that got the token.",
    specification: "RFC 7662 §2.3")

  static let introspectionUnreadable = Lesson(
    what: "The answer does not say whether the token is active.",
    why: "active is the one member that has to be there, a JSON true or false.",
    prevents: "A text such as \"false\" that counts as true because it is not empty.",
    fix: "Look at the raw response. Treat the token as not active until the server says that it is.",
    specification: "RFC 7662 §2.2")

  static let tokenInactive = Lesson(
    what: "The authorization server says that the token is not active.",
    why: """
      It may have expired, been revoked, or never been one. Which of these is not told, for a thief could learn from it; the \
      checks of the server show it here.
      """,
    prevents: "The use of tokens that were ended, which a resource server cannot see by itself.",
    fix: "Answer the caller 401 invalid_token. The client then refreshes, or asks the resource owner again.",
    specification: "RFC 7662 §2.2")

  static let activeTokenExpired = Lesson(
    what: "The answer calls the token active, but its own exp has passed.",
    why: "Answers are often kept for a while. exp ends the token, however fresh the answer seems.",
    prevents: "Tokens that outlive themselves in a cache.",
    fix: "Ask again, and keep no answer longer than until exp. Compare the clocks.",
    specification: "RFC 7662 §4")
}

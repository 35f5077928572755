import OAuth

/// Why a client does not accept an answer of the protected resource.
enum ResourceResponseLessons {
  static let resourceRefused = Lesson(
    what: "The protected resource did not accept the request.",
    why: "WWW-Authenticate says why: invalid_token calls for a new token, insufficient_scope for another consent.",
    prevents: "A client that refreshes for ever although scope is what it lacks.",
    fix: "Read the challenge. If it has no error code, no token arrived at all: check the Authorization header.",
    specification: "RFC 6750 §3")

  static let resourceResponseNotJSON = Lesson(
    what: "The answer of the protected resource is not valid JSON.",
    why: "What is said about a person is read as a whole or not at all.",
    prevents: "A half-read profile that puts one person's name beside another's data.",
    fix: "Look at the raw response: an HTML page here often means that a login page or a proxy answered.",
    specification: "OpenID Connect Core §5.3.2")

  static let resourceResponseNotObject = Lesson(
    what: "The answer of the protected resource is JSON, but not an object.",
    why: "Claims have names, and only an object has members with names.",
    prevents: "A list of people that is taken for one person.",
    fix: "Check the address of the resource. The profile of the resource owner is a single object.",
    specification: "OpenID Connect Core §5.3.2")

  static let subjectMissing = Lesson(
    what: "The answer does not say whom it is about: sub is missing or not a text.",
    why: "sub identifies the person for good. Names and e-mail addresses change and are given to others.",
    prevents: "An account tied to an e-mail address that belongs to somebody else next year.",
    fix: """
      The server has to send sub, a text it never gives to another person. A client keys its accounts by issuer \
      and sub.
      """,
    specification: "OpenID Connect Core §5.3.2")
}

import OAuth

/// Why a client does not take the server's keys.
enum KeySetLessons {
  static let keySetRefused = Lesson(
    what: "The server did not give its public keys.",
    why: "Without them nobody can tell a signed token from a forged one.",
    prevents: "Tokens that are believed unread because the keys were out of reach.",
    fix:
      "Take the address from jwks_uri in the server's metadata. A server without OpenID Connect has no keys to give.",
    specification: "RFC 7517 §5")

  static let keySetUnreadable = Lesson(
    what: "What came from jwks_uri is not a set of keys.",
    why: "A key set is a JSON object with keys, a list. Anything else leaves the client without keys.",
    prevents: "A key that was guessed from a page or an error message.",
    fix: "Look at the raw response: an HTML page here often means that a proxy or a login page answered.",
    specification: "RFC 7517 §5")
}

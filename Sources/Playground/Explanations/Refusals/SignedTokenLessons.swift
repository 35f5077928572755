import OAuth

/// Why the protected resource does not believe a signed token. RFC 9068 §4.
enum SignedTokenLessons {
  static let accessTokenSignatureInvalid = Lesson(
    what: "The signature of the access token does not prove that this server made it.",
    why: """
      A signed token is believed because of its signature alone. The algorithm is that of the key, whatever the \
      token says.
      """,
    prevents: "Forged tokens: a changed claim, alg none, or a public key abused as a shared secret.",
    fix: "Send the token exactly as it came. Change one character of it to see this refusal again.",
    specification: "RFC 9068 §4")

  static let idTokenAsAccessToken = Lesson(
    what: "A signed token of another kind was sent in place of an access token.",
    why: """
      An ID token tells the client who signed in. It was made for the client to read and opens nothing.
      """,
    prevents: "Token confusion: a client that passes its ID tokens on, and a resource that takes them.",
    fix: "Send the access_token of the token response, and keep the id_token to yourself.",
    specification: "RFC 9068 §4")

  static let accessTokenForAnother = Lesson(
    what: "The access token was issued by another server or for another resource.",
    why: """
      iss and aud say who made the token and who may believe it. Each resource believes only what is meant for \
      it.
      """,
    prevents: "A resource that uses the token it was shown to call another one in the client's name.",
    fix: "Ask the authorization server of this resource for a token.",
    specification: "RFC 9068 §4")
}

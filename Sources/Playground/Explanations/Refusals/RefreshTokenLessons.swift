import OAuth

/// Why a refresh token does not count.
enum RefreshTokenLessons {
  static let refreshTokenMissing = Lesson(
    what: "The token request names the grant refresh_token, but carries no refresh token.",
    why: "The refresh token is the grant: it stands for what the resource owner once allowed.",
    prevents: "Tokens that go back to nobody's decision.",
    fix: """
      Send refresh_token in the body. If the last token response had none, ask for offline_access in the \
      authorization request.
      """,
    specification: "RFC 6749 §6")

  static let refreshTokenUnknown = Lesson(
    what: "No refresh token of this value was issued here, or the server has forgotten it.",
    why: "A refresh token only refers to what the server keeps. A value that is not found stands for nothing.",
    prevents: "Guessed tokens, and access tokens or tokens of another server that come here by mistake.",
    fix: """
      Send the refresh_token of the last token response, whole. The access_token beside it is no refresh token.
      """,
    specification: "RFC 6749 §5.2")

  static let refreshTokenOfAnotherClient = Lesson(
    what: "The refresh token was issued to another client.",
    why: "A refresh token is bound to its client, so a leaked one is worth nothing without that client's secret.",
    prevents: "A long-lived token, found in a log or a backup, that is used by whoever finds it.",
    fix: """
      Refresh with the client_id that redeemed the code. Stores that several clients share are the usual cause.
      """,
    specification: "RFC 6749 §6")

  static let refreshTokenRevoked = Lesson(
    what: "The grant that the refresh token belongs to was ended.",
    why: """
      All tokens that descend from one decision are one family. A revocation, or a token that came twice, ends \
      them together.
      """,
    prevents: "A thief who goes on refreshing after the theft was noticed or the person has logged out.",
    fix: "Send the person through the authorization request again. Then look for what ended the grant.",
    specification: "RFC 6749 §5.2")

  static let refreshTokenExpired = Lesson(
    what: "The refresh token lay idle for too long.",
    why: "Each refresh brings a token with a new life. One that nobody uses should not open anything years later.",
    prevents: "Old tokens in backups and on lost devices that still work.",
    fix: "Send the person through the authorization request again, or refresh more often than the token's life lasts.",
    specification: "RFC 9700 §4.14.2")

  static let refreshTokenReused = Lesson(
    what: "The refresh token was used before, and another one has taken its place.",
    why: """
      Each refresh token works once. When one comes twice, owner and thief both hold the family, and nobody can \
      tell which is which.
      """,
    prevents: "A thief who quietly refreshes beside the owner. The whole family ends, the newest token too.",
    fix: """
      Store the new refresh_token of every response before using it. Let one process refresh at a time, and do \
      not retry blindly.
      """,
    specification: "RFC 9700 §4.14.2")

  static let scopeBeyondGrant = Lesson(
    what: "The refresh asks for more scope than the resource owner granted.",
    why: "A refresh happens without anybody being asked. It may narrow what was granted, never widen it.",
    prevents: "Rights that grow silently from one refresh to the next.",
    fix:
      "Leave scope out to get all that was granted. For more, send a new authorization request and have it approved.",
    specification: "RFC 6749 §6")
}

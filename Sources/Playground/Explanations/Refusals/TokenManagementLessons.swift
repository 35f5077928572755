import OAuth

/// Why a token is not revoked, or is reported as not active.
enum TokenManagementLessons {
  static let callerNotAllowed = Lesson(
    what: "A client that has no secret wants to know about a token.",
    why: "Introspection says whether a token is good. Only somebody who has proved who they are may ask that.",
    prevents: "Token scanning: guessing values until one is reported as active.",
    fix: "Let the resource server ask, with its own client_id and secret. A public client learns from its own calls.",
    specification: "RFC 7662 §2.1")

  static let tokenMissing = Lesson(
    what: "The request is about a token, but carries none.",
    why: "The parameter token says which token is meant, of either type.",
    prevents: "An answer about nothing, which a careless caller could take for a good one.",
    fix: "Put token=VALUE into the form body. The name is token, not access_token or refresh_token.",
    specification: "RFC 7009 §2.1")

  static let tokenTypeHintUnknown = Lesson(
    what: "The token_type_hint is neither access_token nor refresh_token.",
    why: "The standard has a server overlook such a hint and look everywhere. Some refuse it instead.",
    prevents: "Nothing: the token stays alive because of a word that was only meant to help.",
    fix: "Leave token_type_hint out, or say access_token or refresh_token.",
    specification: "RFC 7009 §2.1")

  static let tokenOfAnotherClient = Lesson(
    what: "A client wants to revoke a token that was issued to another one.",
    why: """
      Only its own client may end a token. A public client is told 200 all the same, since an error would \
      confirm a guess.
      """,
    prevents: "One client that logs the users of another one out.",
    fix: "Revoke with the client_id, and the secret, of the client that received the token.",
    specification: "RFC 7009 §2.1")

  static let tokenNotRevocable = Lesson(
    what: "An access token should be revoked, but this server's policy cannot revoke those.",
    why: "Some servers issue tokens that resource servers check by themselves. Then the client must be told the truth.",
    prevents: "A client that believes a token dead which still opens everything.",
    fix: "Revoke the refresh token, so that no new access token follows, and wait for this one to expire.",
    specification: "RFC 7009 §2.2.1")

  static let tokenUnknown = Lesson(
    what: "The token asked about was not issued here, or has been forgotten.",
    why: "A token this server knows nothing of is not active. The answer has the same form as for any other reason.",
    prevents: "Forged tokens that are taken for good, and hints to whoever scans for real ones.",
    fix: "Send the token whole, without Bearer before it. Ask the server that issued it.",
    specification: "RFC 7662 §2.2")

  static let tokenNotMeantForCaller = Lesson(
    what: "The token asked about is not meant for whoever asks.",
    why: """
      A resource server learns about access tokens for its own audience, a client about its own tokens. To \
      everybody else none is active.
      """,
    prevents: "A resource server that learns who uses another one, or accepts tokens that were made for it.",
    fix:
      "Ask with the credentials of the resource server that the token is for. Refresh tokens are no business of one.",
    specification: "RFC 7662 §2.2")

  static let tokenRevoked = Lesson(
    what: "The token asked about was ended before its time.",
    why: "Active means that the token may be used now. Revocation ends that at once, whatever exp says.",
    prevents: "A resource server that goes on serving a thief after the theft was noticed.",
    fix: "Answer the caller with 401 invalid_token. The client must get a new token.",
    specification: "RFC 7662 §4")

  static let tokenExpired = Lesson(
    what: "The token asked about is too old.",
    why: "The server checks the time itself, so no resource server needs a clock that agrees with it.",
    prevents: "An expired token that passes where nobody compares exp with the clock.",
    fix: "Answer the caller with 401 invalid_token. The client then refreshes.",
    specification: "RFC 7662 §4")
}

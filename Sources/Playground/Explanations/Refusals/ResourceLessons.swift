import OAuth

/// Why the protected resource refuses a token.
enum ResourceLessons {
  static let accessTokenMissing = Lesson(
    what: "The request for the protected resource carries no access token.",
    why: """
      Whoever asks must show a right to the answer. The response only says how: a challenge without an error \
      code.
      """,
    prevents: "Access by anybody who knows the address.",
    fix: """
      Send Authorization: Bearer TOKEN. Authorization is the header, Bearer the scheme. Does a proxy drop the \
      header?
      """,
    specification: "RFC 6750 §3.1")

  static let accessTokenInQuery = Lesson(
    what: "The token came in the URL, where this server does not read it.",
    why: """
      URLs end up in logs, histories and Referer headers, and a bearer token works for everybody who has read \
      it.
      """,
    prevents: "Tokens collected from access logs.",
    fix: "Move the token into the header: Authorization: Bearer TOKEN. Revoke one that was sent in a URL.",
    specification: "RFC 6750 §2.3")

  static let accessTokenInBody = Lesson(
    what: "The token came in the form body, where this server does not read it.",
    why: "The standard leaves this way to each server. Every further way to send a token is one more to get wrong.",
    prevents: "Tokens in places that filters, caches and logs do not treat as credentials.",
    fix: "Move the token out of the body into the header: Authorization: Bearer TOKEN.",
    specification: "RFC 6750 §2.2")

  static let accessTokenRepeated = Lesson(
    what: "More than one access token came with the request.",
    why: "If two tokens could come, one program might check the first while another acts on the second.",
    prevents: "A request that is authorized by one token and carried out or logged under another.",
    fix: "Send one token, in the Authorization header, and nothing named access_token in query or body.",
    specification: "RFC 6750 §2")

  static let accessTokenSchemeWrong = Lesson(
    what: "The Authorization header uses a scheme other than Bearer.",
    why: "The scheme says how to read what follows it. Client secrets, sent as Basic, belong to the token endpoint.",
    prevents: "A client's secret given to a resource server, which has no business knowing it.",
    fix: "Write Authorization: Bearer TOKEN. The case of the scheme does not matter, the space after it does.",
    specification: "RFC 6750 §2.1")

  static let accessTokenEmpty = Lesson(
    what: "The place of the access token is there, but it is empty.",
    why: """
      The client meant to send a token and should learn that it did not. So this is an error, unlike sending \
      nothing at all.
      """,
    prevents: "Long searches in the client for a variable that was never filled.",
    fix: """
      Check that the token response was read and its access_token kept. If there is none yet, redeem a code \
      first.
      """,
    specification: "RFC 6750 §3.1")

  static let accessTokenMalformed = Lesson(
    what: "The token has a character that no bearer token may have.",
    why: "A token travels in a header. Its alphabet leaves out everything that could end the value or begin another.",
    prevents: "Header injection, and tokens that arrive changed by quoting or encoding.",
    fix: "Send the token exactly as it stands in access_token, without quotes, angle brackets, commas or line ends.",
    specification: "RFC 6750 §2.1")

  static let accessTokenUnknown = Lesson(
    what: "This server did not issue the token, or has forgotten it.",
    why: """
      The token is looked up among those issued here. Whatever is wrong with it, the wire says only \
      invalid_token.
      """,
    prevents: "Forged and guessed tokens, and tokens of other servers.",
    fix: """
      Use the access_token of the last token response, whole. Refresh tokens and ID tokens do not open a \
      resource.
      """,
    specification: "RFC 6750 §3.1")

  static let authorizationCodeAsAccessToken = Lesson(
    what: "An authorization code was sent as if it were an access token.",
    why: "A code only stands for a grant, and its client must redeem it first. It proves nothing about who sends it.",
    prevents: "A code seen in a URL that is used directly, past client authentication and PKCE.",
    fix: "Redeem the code at the token endpoint, then send the access_token of the response.",
    specification: "RFC 6749 §7")

  static let resourceOwnerGone = Lesson(
    what: "The resource owner in whose name the token was issued has been removed.",
    why: "A token speaks in somebody's name. When nobody has that name any more, there is nothing left to say.",
    prevents: "Access with the tokens of a closed account, and data of a new owner of the same name.",
    fix: "Sign in as somebody who is there and start again from the authorization request.",
    specification: "RFC 6750 §3.1")

  static let resourceOwnerAbsent = Lesson(
    what: "The token is one with which a client speaks for itself, and the profile asked for is that of a person.",
    why: """
      With client_credentials nobody signs in. A resource that answers about a person has nothing to say to such a \
      token, whatever its scope.
      """,
    prevents: "A client that is taken for a person, for example one whose client_id equals somebody's name.",
    fix: "Use a grant in which a resource owner takes part, or ask a resource that is meant for clients.",
    specification: "RFC 9700 §4.15")

  static let accessTokenRevoked = Lesson(
    what: "The token was ended before its time.",
    why: "When a grant is revoked, for example because its code came twice, everything issued from it ends too.",
    prevents: "Further use of a token after theft was noticed or access was withdrawn.",
    fix: """
      Start again from the authorization request. Then look for the reason: a code redeemed twice is the usual \
      one.
      """,
    specification: "RFC 6750 §3.1")

  static let accessTokenExpired = Lesson(
    what: "The access token is too old.",
    why: "A bearer token works for whoever holds it. A short life bounds what a leaked one can do.",
    prevents: "Use of a token long after it leaked.",
    fix: """
      Get a new one, with a refresh token or by a new authorization request. expires_in tells how long it is \
      good for.
      """,
    specification: "RFC 6750 §3.1")

  static let scopeInsufficient = Lesson(
    what: "The token is good, but it does not cover what was asked for.",
    why: """
      A token opens what the resource owner granted. 403 tells the client that a new token of the same scope \
      will not help.
      """,
    prevents: "A client that reads data nobody agreed to share with it.",
    fix: """
      Ask for the scope named in the challenge in a new authorization request, and see that the resource owner \
      ticks it.
      """,
    specification: "RFC 6750 §3.1")

  static let refreshTokenAsAccessToken = Lesson(
    what: "A refresh token was sent as if it were an access token.",
    why:
      "A refresh token is only for the authorization server. It lives long, so no resource server should ever see it.",
    prevents: "A resource server, or its log, that ends up with the means to get new tokens.",
    fix: "Send the access_token of the token response. To get a new one, send the refresh token to the token endpoint.",
    specification: "RFC 6749 §1.5")
}

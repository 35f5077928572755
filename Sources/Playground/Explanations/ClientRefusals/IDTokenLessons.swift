import OAuth

/// Why a client does not believe an ID token. OpenID Connect Core §3.1.3.7.
enum IDTokenLessons {
  static let idTokenMissing = Lesson(
    what: "The client asked for openid, but the token response has no id_token.",
    why: "Without it the client does not know who signed in. An access token says nothing about that.",
    prevents: "A login that rests on a token anybody may have got for something else.",
    fix: """
      Was openid granted? Read scope in the response. The server may also have OpenID Connect switched off.
      """,
    specification: "OpenID Connect Core §3.1.3.3")

  static let idTokenUnreadable = Lesson(
    what: "id_token is not a signed token whose claims can be read.",
    why: "Three parts with dots between, each in base64url: header, claims, signature.",
    prevents: "Claims that are read out of something else.",
    fix: "Look at the raw response. A token that was cut or wrapped loses its form.",
    specification: "OpenID Connect Core §3.1.3.7")

  static let idTokenUnsigned = Lesson(
    what: "The header of id_token names no algorithm that signs.",
    why: "With alg none anybody can write the token. The client decides which algorithms it believes.",
    prevents: "Forged identities by a header that says: do not check me.",
    fix: "Let the server sign with RS256, the default of every provider.",
    specification: "OpenID Connect Core §3.1.3.7")

  static let idTokenAlgorithmWrong = Lesson(
    what: "The ID token is signed with another algorithm than the one this client registered.",
    why:
      "The client knows beforehand how its tokens are signed. A token that chooses for itself chooses the weakest way.",
    prevents:
      "Tokens forged by an algorithm that the server never uses, such as HMAC with the public key as the secret.",
    fix: "Compare alg in the header with id_token_signed_response_alg of the client; RS256 is the default.",
    specification: "OpenID Connect Core §3.1.3.7")

  static let idTokenKeyUnknown = Lesson(
    what: "The ID token names a key that is not among the keys this client fetched from the server.",
    why: "A client believes only keys that the server itself publishes at its jwks_uri.",
    prevents: "A token signed by anybody with a key of their own.",
    fix: """
      Fetch the key set again: a server that has replaced its keys publishes the new ones there. If the key is still missing, \
      the token is not from this server.
      """,
    specification: "OpenID Connect Core §10.1.1")

  static let idTokenSignatureWrong = Lesson(
    what: "The signature of the ID token does not fit its content.",
    why:
      "The signature covers header and claims, octet by octet. Whoever changes a character would need the server's private key.",
    prevents: "Claims that were changed or invented: another sub is another account.",
    fix: "Use the token as it came. If it did come so, it is not from this server, or its keys are other ones.",
    specification: "OpenID Connect Core §3.1.3.7")

  static let idTokenIssuerWrong = Lesson(
    what: "The ID token names another issuer than the server this client asked.",
    why: """
      A subject means something only together with its issuer: alice of one server is not alice of another.
      """,
    prevents: "Login with an account that somebody made at a server of their own.",
    fix: """
      Compare the issuer in the client's configuration with the one in the server's metadata, octet by octet.
      """,
    specification: "OpenID Connect Core §3.1.3.7")

  static let idTokenForAnother = Lesson(
    what: "The ID token was issued for another client.",
    why: "aud names the client that may believe the token.",
    prevents: "A client that passes its tokens on to log in elsewhere in the name of its users.",
    fix: "Check which client_id the authorization request had.",
    specification: "OpenID Connect Core §3.1.3.7")

  static let idTokenExpired = Lesson(
    what: "The ID token had expired when it arrived, or does not say when it does.",
    why: "It is a statement about a moment. Long after, it may not be true any more.",
    prevents: "Old tokens, found somewhere, that still log in.",
    fix: "Compare the clocks of client and server. Then sign in again.",
    specification: "OpenID Connect Core §3.1.3.7")

  static let idTokenIssueTimeWrong = Lesson(
    what: "The ID token does not say when it was issued, or that was too long ago, or is still to come.",
    why: "A token from the token endpoint is seconds old. One that is older was kept by somebody.",
    prevents: "A token that was caught earlier and is handed in now.",
    fix: "Compare the clocks of client and server, and look at iat in the claims.",
    specification: "OpenID Connect Core §3.1.3.7")

  static let nonceWrong = Lesson(
    what: "The nonce in the ID token is not the one this client sent.",
    why: "The nonce ties the token to the request that this client began in this browser.",
    prevents: "A code or token of another session, planted in this one.",
    fix: "Begin again, and keep the nonce with the session until the token has come.",
    specification: "OpenID Connect Core §3.1.3.7")

  static let accessTokenHashWrong = Lesson(
    what: "at_hash does not fit the access token that came beside it.",
    why: "The hash says which access token was issued together with this ID token.",
    prevents: "An access token that was exchanged for another on its way.",
    fix: "Compare at_hash with the left half of the token's SHA-256 in base64url.",
    specification: "OpenID Connect Core §3.1.3.8")

  static let idTokenSubjectChanged = Lesson(
    what: "The ID token of a refresh is about another person than the first one.",
    why: "A refresh goes on with the same sign-in. Nobody has signed in anew, so sub, iss and aud must stay.",
    prevents: "A session that changes hands without anybody typing a password.",
    fix: "Let the person sign in again. If the refresh token was mixed up with another session's, find out where.",
    specification: "OpenID Connect Core §12.2")
}

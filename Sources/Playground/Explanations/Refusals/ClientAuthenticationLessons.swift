import OAuth

/// Why the sender of a token request is not accepted as the client it claims to be.
enum ClientAuthenticationLessons {
  static let credentialsInURI = Lesson(
    what: "A secret or a code stands in the URL of the request.",
    why: "URLs are written to access logs and histories. Bodies are not, so secrets travel in a body or a header.",
    prevents: "Credentials that anybody with access to a log can read and use.",
    fix: "Move every parameter from the URL into the body. Replace a secret that was sent this way.",
    specification: "RFC 6749 §2.3.1")

  static let clientAuthenticationTwice = Lesson(
    what: "The client authenticates itself more than once in one request.",
    why: """
      If the two disagree, some servers believe the header and others the body. With one method there is nothing \
      to choose.
      """,
    prevents: "A request that is checked under one identity and answered under another.",
    fix: """
      Send either Authorization: Basic or client_secret in the body. Many libraries add the header by \
      themselves.
      """,
    specification: "RFC 6749 §2.3")

  static let authorizationSchemeUnsupported = Lesson(
    what: "The Authorization header uses a scheme other than Basic.",
    why: """
      At the token endpoint a client proves itself with its secret. Bearer is for access tokens, at the \
      protected resource.
      """,
    prevents: "A token taken for a client's secret, or the other way round.",
    fix: "Write Authorization: Basic and then base64 of client_id:client_secret, or send both in the body instead.",
    specification: "RFC 6749 §2.3.1")

  static let basicCredentialsMalformed = Lesson(
    what: "What follows Basic cannot be read as a client identifier and a secret.",
    why: """
      Both are form-encoded, joined by a colon and put into base64. Decoded strictly, there is one way to read \
      them.
      """,
    prevents: "A colon or a percent sign in a secret that changes what is compared.",
    fix: """
      Form-encode client_id and client_secret, join them with a colon, then base64 with its padding. Check for a \
      placeholder left in.
      """,
    specification: "RFC 6749 §2.3.1")

  static let clientUnidentified = Lesson(
    what: "The request does not say which client sends it.",
    why: """
      A code belongs to one client. Even a public client without a secret names itself, so that the two can be \
      compared.
      """,
    prevents: "Redeeming a code that was issued to another client.",
    fix: """
      A confidential client sends its secret, in the header or the body; a public one client_id in the body. \
      Does a proxy strip Authorization?
      """,
    specification: "RFC 6749 §3.2.1")

  static let clientIdentifiersDiffer = Lesson(
    what: "client_id in the body is not the one in the Authorization header.",
    why: "Two names for one sender leave open whose rights count.",
    prevents: "A client that authenticates as itself and then acts as another.",
    fix: """
      With Basic, leave client_id out of the body or send the same one. Look for the settings of two \
      environments mixed up.
      """,
    specification: "RFC 6749 §3.2.1")

  static let clientUnknown = Lesson(
    what: "The request names a client that is not registered here.",
    why: """
      Only registered clients hold codes and tokens. The answer is that of a wrong secret, so it does not tell \
      which names exist.
      """,
    prevents: "Finding out which clients are registered by trying names.",
    fix: """
      Compare client_id with the registration. Send the token request to the server that received the \
      authorization request.
      """,
    specification: "RFC 6749 §5.2")

  static let clientAuthenticationMissing = Lesson(
    what: "A confidential client sent its client_id, but no secret.",
    why: "client_id is public: it stands in every authorization URL. Only the secret shows who is really asking.",
    prevents: "A stolen code redeemed by anybody who has read the client_id in a URL.",
    fix: """
      Add the secret: Authorization: Basic, or client_secret in the body. A client that cannot keep one is \
      registered as public.
      """,
    specification: "RFC 6749 §3.2.1")

  static let clientSecretWrong = Lesson(
    what: "The secret that was sent is not the client's registered one.",
    why: """
      The secret tells the real client from everybody who knows its name. It is checked before the code is even \
      looked at.
      """,
    prevents: "Somebody with a stolen code who poses as the client.",
    fix: """
      Copy the secret again, without spaces or line ends; for Basic, form-encode it. This mistake does not use \
      up the code.
      """,
    specification: "RFC 6749 §5.2")

  static let clientHasNoSecret = Lesson(
    what: "A secret was sent for a public client, which has none.",
    why: """
      A program on a person's device cannot keep a secret. One that is sent anyway shows a mistake in the client \
      or its registration.
      """,
    prevents: "False safety: a secret that can be read out of the program proves nothing.",
    fix: "Send client_id alone and use PKCE. If the client runs on a server of yours, register it as confidential.",
    specification: "RFC 6749 §2.1")

  static let clientAuthenticationMethodUnregistered = Lesson(
    what: "The client authenticates itself in another way than it is registered for.",
    why: "The registration says how this client proves itself. Any other way is one that nobody has planned for.",
    prevents: "A fall-back to a weaker method than the client was set up with.",
    fix: """
      Use the registered method: client_secret_basic is the header, client_secret_post the body, none is \
      client_id alone.
      """,
    specification: "RFC 7591 §2")

  static let clientThrottled = Lesson(
    what: "The secret is wrong, and so were many others for this client, in quick succession.",
    why: """
      Whoever may guess without limit will find any secret. The right one is still accepted, so nobody can lock \
      a client out.
      """,
    prevents: "Guessing a client's secret by trying one after another.",
    fix: "Stop retrying and correct the secret. After the seconds in Retry-After the usual answer returns.",
    specification: "RFC 6749 §2.3.1")
}

import OAuth

/// The claims that make a token one of this server, for this client, now.
enum TokenClaimLessons {
  static let entries: [ClaimLesson] = origin + times + bindings + access

  private static let origin = [
    ClaimLesson(
      "iss", "who issued it",
      Lesson(
        what: "The issuer: the address by which the authorization server calls itself.",
        why: "Keys and subjects mean something only together with the server they belong to.",
        prevents: "A token of another server, honest or not, that is taken for one of this.",
        fix: "Compare it, octet by octet, with the issuer you configured.",
        specification: "OpenID Connect Core §3.1.3.7")),
    ClaimLesson(
      "sub", "whom it is about",
      Lesson(
        what: "The subject: a name for the person that never changes and is never given to another.",
        why: "E-mail addresses and user names change hands. This one does not.",
        prevents: "An account taken over by whoever gets an old address next.",
        fix: "Store iss and sub together as the key of the account.",
        specification: "OpenID Connect Core §2")),
    ClaimLesson(
      "aud", "for whom it is",
      Lesson(
        what: "The audience: in an ID token the client, in an access token the API.",
        why: "Whoever receives a token can send it on. Only the one who is named may act on it.",
        prevents: "A token that was issued to one client and used to sign in at another.",
        fix: "A client looks for its own client_id here, an API for its own name. It may be a list.",
        specification: "OpenID Connect Core §3.1.3.7")),
    ClaimLesson(
      "azp", "the client it was issued to",
      Lesson(
        what: "The authorized party: the client, where the audience names others as well.",
        why: "With several audiences it would be unclear who asked for the token.",
        prevents: "One of several recipients that poses as the client.",
        fix: "If it is there, compare it with your client_id.",
        specification: "OpenID Connect Core §3.1.3.7")),
  ]

  private static let times = [
    ClaimLesson(
      "exp", "until when it counts",
      Lesson(
        what: "The expiry, in seconds since 1970. From that second on the token counts no more.",
        why: "A token that leaked must become worthless by itself.",
        prevents: "A token from an old log or backup that still opens something.",
        fix: "Compare it with your clock, with at most a few minutes of tolerance. It is a number, not a text.",
        specification: "RFC 7519 §4.1.4")),
    ClaimLesson(
      "iat", "when it was issued",
      Lesson(
        what: "The moment of issue, in seconds since 1970.",
        why: "A client can refuse what is older than its own request.",
        prevents: "A token that was kept and is played back much later.",
        fix: "It must not lie in the future. A few seconds are a clock that goes wrong.",
        specification: "OpenID Connect Core §3.1.3.7")),
    ClaimLesson(
      "nbf", "from when it counts",
      Lesson(
        what: "Not before: the moment from which the token counts.",
        why: "A token can be made ahead of its time.",
        prevents: "The use of a right before it begins.",
        fix: "If it is there, it must not lie in the future.",
        specification: "RFC 7519 §4.1.5")),
    ClaimLesson(
      "auth_time", "when the person signed in",
      Lesson(
        what: "The moment at which the person signed in, which may be long before the token was issued.",
        why: "A session can be old although the token is new.",
        prevents: "A risky action of somebody who found a browser left open.",
        fix: "If you sent max_age, this must be there: compare it yourself.",
        specification: "OpenID Connect Core §2")),
  ]

  private static let bindings = [
    ClaimLesson(
      "nonce", "ties it to the request",
      Lesson(
        what: "The value that the client sent as nonce in its authorization request.",
        why: "The client recognises by it the answer to its own question.",
        prevents: "A token or code of another session that is planted in this one.",
        fix: "Compare it with the nonce of this session, and use it once.",
        specification: "OpenID Connect Core §3.1.3.7")),
    ClaimLesson(
      "at_hash", "ties it to the access token",
      Lesson(
        what: "The left half of the SHA-256 of the access token, in base64url.",
        why: "The two tokens of one response belong together, and the client can see it.",
        prevents: "An access token that somebody swapped for another on its way.",
        fix: "Hash the access token you received and compare. This page does it step by step.",
        specification: "OpenID Connect Core §3.1.3.6")),
    ClaimLesson(
      "c_hash", "ties it to the code",
      Lesson(
        what: "The same for the authorization code, where code and ID token come together.",
        why: "In the hybrid flow the code travels through the browser beside the token.",
        prevents: "A code that somebody swapped for another on its way.",
        fix: "Compare it where you use the hybrid flow. This server has none.",
        specification: "OpenID Connect Core §3.3.2.11")),
    ClaimLesson(
      "acr", "how strongly somebody signed in",
      Lesson(
        what: "The class of the sign-in, in words that client and server agreed upon.",
        why: "A password is not a security key.",
        prevents: "A weak sign-in where a strong one was asked for.",
        fix: "If you asked for a class, compare it. There is no order between the words.",
        specification: "OpenID Connect Core §2")),
    ClaimLesson(
      "amr", "by which means somebody signed in",
      Lesson(
        what: "A list of methods: pwd for a password, otp for a one-time code, hwk for a key.",
        why: "Some clients want to know what exactly was proven.",
        prevents: "Guesses about the strength of a sign-in.",
        fix: "Prefer acr for decisions. This is for the record.",
        specification: "RFC 8176 §2")),
  ]

  private static let access = [
    ClaimLesson(
      "jti", "the name of this token",
      Lesson(
        what: "An identifier that no other token of the server has.",
        why: "Somebody can keep a list of tokens that were used or taken back.",
        prevents: "The same token used twice, where that matters.",
        fix: "Compare it as a text. It says nothing by itself.",
        specification: "RFC 7519 §4.1.7")),
    ClaimLesson(
      "client_id", "the client it was issued to",
      Lesson(
        what: "The client that received the access token.",
        why: "An API can tell apart what its clients do.",
        prevents: "Actions that nobody can be asked about.",
        fix: "Good for logs and limits. It does not prove who sends the token now.",
        specification: "RFC 9068 §2.2")),
    ClaimLesson(
      "scope", "what it opens",
      Lesson(
        what: "What was granted, with spaces between the words.",
        why: "The API needs to know what the resource owner agreed to.",
        prevents: "More access than somebody consented to.",
        fix: "Look for the word your endpoint needs; answer 403 insufficient_scope if it is not there.",
        specification: "RFC 9068 §2.2.3")),
    ClaimLesson(
      "cnf", "the key of its holder",
      Lesson(
        what: "A key, or its hash, that whoever uses the token must prove to have.",
        why: "A bearer token works for every thief. One that is bound to a key does not.",
        prevents: "The use of a stolen token.",
        fix: "If it is there, check the proof that comes with the request: a certificate, or DPoP.",
        specification: "RFC 7800 §3.1")),
  ]
}

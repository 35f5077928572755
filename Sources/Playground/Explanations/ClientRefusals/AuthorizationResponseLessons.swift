import OAuth

/// Why a client does not accept an authorization response.
enum AuthorizationResponseLessons {
  static let authorizationNotStarted = Lesson(
    what: "A response arrived although this client had sent no authorization request.",
    why: "A client answers for what it began itself. A response that nobody asked for comes from somebody else.",
    prevents: "Login cross-site request forgery: a link that plants the attacker's code in the victim's client.",
    fix: "Begin with the authorization request, in the same browser and the same run of the client.",
    specification: "RFC 6749 §10.12")

  static let authorizationAlreadyAnswered = Lesson(
    what: "A second response arrived for a request that has had its answer.",
    why: "One request gets one response. After it the state is used up, since it has been seen in a URL.",
    prevents: "A response replayed from a browser history or a log.",
    fix: """
      Start a new authorization request. Let the callback page redirect onwards, so that a reload does not \
      repeat the code.
      """,
    specification: "RFC 6749 §10.12")

  static let authorizationResponseUndecodable = Lesson(
    what: "The query of the authorization response is not percent-encoded UTF-8.",
    why: "The client compares state and iss exactly, which it can do only with octets that decode in one way.",
    prevents: "A value that reads differently in the client than in a proxy or the server.",
    fix: """
      Look at the Location header: the server form-encodes what it adds there. Nothing on the way may rewrite \
      the URL.
      """,
    specification: "RFC 6749 §4.1.2")

  static let parameterRepeated = Lesson(
    what: "A parameter occurs more than once in the authorization response.",
    why: "With two codes or two states nobody can say which of them belongs to this request.",
    prevents: "An added code, where one half of a client checks the first and the other half uses the second.",
    fix: """
      Find out who adds the copy. The query of redirect_uri itself must not use the names of the response's \
      parameters.
      """,
    specification: "RFC 6749 §3.1")

  static let stateMissing = Lesson(
    what: "The response has no state, although the request had one.",
    why: """
      A server returns state in every response, errors included. Without it the client cannot tell whose \
      response this is.
      """,
    prevents: "Forged responses from which the attacker simply leaves state out.",
    fix: """
      Do not accept the response; start again. If state is missing again, the server or something on the way \
      loses it.
      """,
    specification: "RFC 6749 §4.1.2")

  static let stateWrong = Lesson(
    what: "state is not the value this client sent.",
    why: """
      The client made its value for one browser and one request. Another value says that another request is \
      being answered.
      """,
    prevents: "Login cross-site request forgery: the victim's browser would work in the attacker's account.",
    fix: "Keep state per browser session and per tab, and compare it octet by octet. The server must not change it.",
    specification: "RFC 6749 §10.12")

  static let issuerMissing = Lesson(
    what: "The response has no iss, although the server announced that it sends one.",
    why: "A client of several servers must know which one answered. A missing iss could hide exactly that.",
    prevents: "Mix-up: a dishonest server gets the client to hand it another server's code.",
    fix: "Do not redeem the code. Check that the metadata you hold belongs to the server that answered.",
    specification: "RFC 9207 §2.4")

  static let issuerWrong = Lesson(
    what: "iss names another authorization server than the one this client asked.",
    why: "A code is worth something only at the server that issued it, and does harm at any other.",
    prevents: "Mix-up: the code of an honest server sent to the token endpoint of the attacker's.",
    fix: """
      Compare iss with the configured issuer: port, path and final slash count. On a difference never redeem the \
      code.
      """,
    specification: "RFC 9207 §2.4")

  static let authorizationErrorReceived = Lesson(
    what: "The server answered the authorization request with an error instead of a code.",
    why: """
      error is one of a short list, made for programs. error_description is for developers and may be worded in \
      any way.
      """,
    prevents: "A client that goes on without a code, or that repeats a request which will fail again.",
    fix: "Look up the error code. access_denied is a person's decision; most others are mistakes in the request.",
    specification: "RFC 6749 §4.1.2.1")

  static let authorizationCodeMissing = Lesson(
    what: "The response has neither a code nor an error.",
    why: "One of the two must be there. Anything else is no authorization response.",
    prevents: "An empty code sent to the token endpoint, where the mistake is harder to see.",
    fix: "Look at the Location header of the server's last answer. Something on the way may have cut the URL.",
    specification: "RFC 6749 §4.1.2")
}

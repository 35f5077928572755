import OAuth

/// Why a request to sign somebody in is refused. OpenID Connect Core §3.1.2.
enum OpenIDLessons {
  static let promptContradictory = Lesson(
    what: "prompt has none and another word beside it.",
    why: "none forbids every page, and the other words ask for one. The server cannot do both.",
    prevents: "A page in a hidden frame, or a silent check that nobody notices has failed.",
    fix: "Send none alone for a silent check, or leave it out.",
    specification: "OpenID Connect Core §3.1.2.1")

  static let promptUnknown = Lesson(
    what: "prompt has a word that this server does not know.",
    why: """
      The client asks for a certain treatment of the person. A server that ignored the word would only seem to \
      give it.
      """,
    prevents: "A client that believes somebody was asked again.",
    fix: "Use none, login, consent or select_account, in lower case, with one space between.",
    specification: "OpenID Connect Core §3.1.2.1")

  static let maxAgeMalformed = Lesson(
    what: "max_age is not a number of seconds.",
    why: "The age of a sign-in is compared with it. A text that is no number would compare with nothing.",
    prevents: "A limit that is silently not applied.",
    fix: "Send whole seconds in digits: max_age=300. Zero asks for a new sign-in.",
    specification: "OpenID Connect Core §3.1.2.1")

  static let nonceTooLong = Lesson(
    what: "nonce is longer than the server keeps.",
    why: """
      The nonce waits with the code and is copied into the ID token. Everything that waits must have a bound.
      """,
    prevents: "A server filled with the texts of strangers.",
    fix: """
      Send a random value of about 22 characters, and keep what else you need beside it in your own session.
      """,
    specification: "OpenID Connect Core §3.1.2.1")

  static let idTokenHintInvalid = Lesson(
    what: "id_token_hint is not an ID token that this server has signed.",
    why: """
      The hint says who is expected. Only what the server itself has signed can say so, even if it has expired.
      """,
    prevents: "Somebody who learns who is signed in by trying invented hints.",
    fix: """
      Send the id_token of an earlier token response, unchanged. Has the server made new keys since it started?
      """,
    specification: "OpenID Connect Core §3.1.2.1")

  static let signInRequired = Lesson(
    what: "prompt=none was sent, but somebody would have to sign in.",
    why: """
      A silent check may show no page. The error is the answer to the question the client asked: no, nobody fit \
      is signed in.
      """,
    prevents: "A login page inside a hidden frame, where nobody can see whose it is.",
    fix: "Repeat the request without prompt=none, in the open. After that a silent check can succeed.",
    specification: "OpenID Connect Core §3.1.2.6")

  static let consentRequired = Lesson(
    what: "prompt=none was sent, but this was not allowed before.",
    why: """
      Consent is a decision of a person, and prompt=none forbids to ask. A public client has to ask each time, \
      since anybody can pretend to be it.
      """,
    prevents: "Access that nobody has ever allowed knowingly.",
    fix: """
      Go through the consent page once with the same scope. Then send prompt=none from the same browser.
      """,
    specification: "OpenID Connect Core §3.1.2.4")

  static let signInStale = Lesson(
    what: "The consent page was opened without the new sign-in that the request asks for.",
    why: """
      prompt=login, max_age and id_token_hint ask for a person at the keyboard now, and not for the session of \
      earlier.
      """,
    prevents: "Somebody who finds an open browser and skips the login page by typing the address of the next.",
    fix: "Go back to the login page and sign in.",
    specification: "OpenID Connect Core §3.1.2.3")

  static let hintedOwnerNotSignedIn = Lesson(
    what: "Somebody else signed in than id_token_hint names.",
    why: "The client said whom it expects. It must not get another person without noticing.",
    prevents: "Two accounts mixed up: the work of one person done in the name of another.",
    fix: "Sign in as the one the hint names, or leave id_token_hint out.",
    specification: "OpenID Connect Core §3.1.2.2")
}

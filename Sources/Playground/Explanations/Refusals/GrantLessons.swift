import OAuth

/// Why a code cannot be redeemed, or a grant not be used.
enum GrantLessons {
  static let grantTypeMissing = Lesson(
    what: "The token request does not say which kind of grant it wants to use.",
    why: "One endpoint serves several grants, each with rules of its own. grant_type selects them.",
    prevents: "A request judged by the rules of another grant.",
    fix: """
      Put grant_type=authorization_code into the body. If it is there: is Content-Type that of a form, and the \
      body not empty?
      """,
    specification: "RFC 6749 §4.1.3")

  static let grantTypeUnsupported = Lesson(
    what: "grant_type is a value this server does not know.",
    why: "The value is a fixed word and compared with its case. Close spellings are not guessed at.",
    prevents: "Grants that were never offered, such as password, which trains people to type passwords into clients.",
    fix: """
      Send the literal authorization_code, with an underscore and without quotes. It is a name, not a place for \
      the code itself.
      """,
    specification: "RFC 6749 §5.2")

  static let grantTypeNotAllowed = Lesson(
    what: "The server knows this grant, but the client is not registered for it.",
    why: "Each client gets the grants it needs and no others.",
    prevents: "Leaked credentials of one client used for a grant that reaches further.",
    fix: "Use a client that is registered for the grant, or add the grant to the client's registration.",
    specification: "RFC 6749 §5.2")

  static let authorizationCodeMissing = Lesson(
    what: "The token request carries no code.",
    why: "The code is the grant: it stands for what the resource owner allowed.",
    prevents: "Tokens without anybody's consent.",
    fix: "Take code from the query of the redirect and send it in the body. An empty value counts as missing.",
    specification: "RFC 6749 §4.1.3")

  static let authorizationCodeUnknown = Lesson(
    what: "No code of this value was issued here, or it is so old that the server has forgotten it.",
    why: "A code only refers to what the server keeps. A value that is not found stands for nothing.",
    prevents: "Guessed codes, and codes of another server that come here by mistake or by an attack.",
    fix: "Copy the code whole, up to the next & and no further, and decode it once. Check which server issued it.",
    specification: "RFC 6749 §5.2")

  static let authorizationCodeOfAnotherClient = Lesson(
    what: "The code was issued to another client.",
    why: "A code is bound to the client that asked for it, and only that client's credentials redeem it.",
    prevents: "Code injection: a code stolen from one client is worthless in the hands of another.",
    fix: """
      Redeem the code with the client_id of the authorization request. Two configurations mixed up are the usual \
      cause.
      """,
    specification: "RFC 6749 §4.1.3")

  static let authorizationCodeExpired = Lesson(
    what: "The code is too old.",
    why: """
      A code travels through the browser and may leak from histories, logs and Referer. A short life leaves \
      little time to use a leaked one.
      """,
    prevents: "Late use of a code that was found in a log or a browser history.",
    fix: "Redeem the code as soon as it arrives. It cannot be renewed: start again from the authorization request.",
    specification: "RFC 6749 §4.1.2")

  static let authorizationCodeBurnt = Lesson(
    what: "An earlier attempt with this code failed, and by policy that used it up.",
    why: """
      Some servers take a failed attempt for a sign of theft and end the code. The standard leaves it open; \
      strict allows another try.
      """,
    prevents: "Trying one code with many verifiers or addresses until one fits.",
    fix: "Start again from the authorization request, and mend the first error before you send.",
    specification: "RFC 6749 §10.5")

  static let redirectionURIMissingAtToken = Lesson(
    what: "redirect_uri was sent with the authorization request, but not with the token request.",
    why: "The repetition lets the server see that the code went to the address this client had asked for.",
    prevents: "An attacker who had the code sent elsewhere and now feeds it to the honest client.",
    fix: "Repeat redirect_uri in the body, with the value of the authorization request.",
    specification: "RFC 6749 §4.1.3")

  static let redirectionURIDiffers = Lesson(
    what: "redirect_uri is not the one of the authorization request.",
    why: """
      Both requests name one address, octet by octet. A difference says that the code was delivered somewhere \
      else.
      """,
    prevents: """
      Redirect manipulation: the attacker has the code sent to another address and passes it on to the client.
      """,
    fix: "Keep the URI as it was sent and send it again: same port, path, case, final slash and encoding.",
    specification: "RFC 6749 §10.6")

  static let codeVerifierMissing = Lesson(
    what: "The authorization request had a code_challenge, but the token request has no code_verifier.",
    why: """
      The verifier is the proof that this program began the flow. If it could be left out, PKCE would bind only \
      the honest.
      """,
    prevents: "A thief of the code who simply leaves the verifier out.",
    fix: "Send the code_verifier from which this login's challenge was made. Keep it per login, where state is kept.",
    specification: "RFC 7636 §4.6")

  static let codeVerifierWithoutChallenge = Lesson(
    what: "A code_verifier was sent, but the authorization request had no code_challenge.",
    why: "The client meant to use PKCE, yet the challenge did not arrive. Somebody may have removed it.",
    prevents: "PKCE downgrade: an attacker strips the challenge from the link, and the code is bound to nothing.",
    fix: "Send code_challenge and code_challenge_method in the authorization request, and begin again from there.",
    specification: "RFC 9700 §4.8.2")

  static let codeVerifierMalformed = Lesson(
    what: "code_verifier does not keep to its grammar.",
    why: "43 to 128 unreserved characters are too many to guess and mean the same in every encoding.",
    prevents: """
      Verifiers that are too short, and ones that arrive changed because a character was encoded on the way.
      """,
    fix: "Make 32 random octets and encode them with base64url without padding: that gives 43 characters.",
    specification: "RFC 7636 §4.1")

  static let codeVerifierWrong = Lesson(
    what: "code_verifier does not lead to the code_challenge of the authorization request.",
    why: """
      The server transforms the verifier by the method kept with the code, and compares. Only the maker of the \
      challenge can pass.
      """,
    prevents: "Redeeming a stolen or injected code without having begun the flow.",
    fix: """
      Send the verifier itself, not its hash. Keep one verifier per login: a second tab must not overwrite the \
      first.
      """,
    specification: "RFC 7636 §4.6")

  static let authorizationCodeAlreadyRedeemed = Lesson(
    what: "The code has been redeemed before.",
    why: """
      A code is good for one redemption. When it comes twice, one of the two senders is not the client, and \
      nobody can tell which.
      """,
    prevents: "A thief who uses a copied code unnoticed. The tokens of the first redemption end too.",
    fix: """
      Start again from the authorization request. Look for a retry, a page reload or a callback that is handled \
      twice.
      """,
    specification: "RFC 6749 §4.1.2")

  static let clientNotConfidential = Lesson(
    what: "A public client asks for a token in its own name.",
    why: "With client_credentials the client's secret is all there is to check, and a public client has none.",
    prevents: "Tokens for everybody who knows a client_id, which is no secret.",
    fix: "Use a confidential client that runs on a server. For a person's data, use the authorization code grant.",
    specification: "RFC 6749 §4.4")

  static let codeChallengeMethodUnknown = Lesson(
    what: "The challenge of this code came without a method, or with one that the server does not know.",
    why: "The server took the challenge without looking at it, and only now finds that no verifier can answer it.",
    prevents: "A challenge that protects nothing: a server that looked away would give the code to everybody.",
    fix: "Send code_challenge_method=S256 beside code_challenge. RFC 7636 takes a missing method for plain.",
    specification: "RFC 7636 §4.3")

  static let passwordMissing = Lesson(
    what: "A request with grant_type=password lacks username or password.",
    why: "The two are all that this grant goes by: nobody is asked, and no page of the server is seen.",
    prevents: "Nothing good: the client learns the password. RFC 9700 says that this grant must not be used.",
    fix: "Use the authorization code grant. Where it must be: send username and password in the body.",
    specification: "RFC 6749 §4.3.2")
}

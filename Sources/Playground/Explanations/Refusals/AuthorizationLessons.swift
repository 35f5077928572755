import OAuth

/// Why an authorization request is refused: the client, where to answer it, what it asks for.
enum AuthorizationLessons {
  static let clientIdentifierMissing = Lesson(
    what: "The authorization request does not say which client it comes from.",
    why: """
      Only a known client has registered redirection URIs. Without client_id there is no address the browser may \
      be sent back to.
      """,
    prevents: """
      An open redirector: a link through this server that sends people to any address a stranger writes into it.
      """,
    fix: "Add client_id with the identifier the client got when it was registered.",
    specification: "RFC 6749 §4.1.1")

  static let clientUnregistered = Lesson(
    what: "No client with this client_id is registered here.",
    why: """
      The error is told to the person at the browser and never to redirect_uri: an address that an unknown \
      client names cannot be trusted.
      """,
    prevents: "Phishing through a trusted host name, by links that bounce off the authorization server.",
    fix: """
      Compare client_id with the registration, letter by letter. Check that the client talks to the right \
      server: test or production.
      """,
    specification: "RFC 6749 §3.1.2.4")

  static let redirectionURIMissing = Lesson(
    what: "redirect_uri was left out, and the server may not or cannot fill it in.",
    why: """
      With exactly one registered URI a server can use that one. With several, or with none, any choice would be \
      a guess.
      """,
    prevents: "A code delivered to a part of the application, or to an environment, that did not ask for it.",
    fix: "Send redirect_uri with one of the registered addresses, in every authorization request.",
    specification: "RFC 6749 §3.1.2.3")

  static let redirectionURIMalformed = Lesson(
    what: "redirect_uri is not an absolute URI without a fragment.",
    why: """
      The response parameters are appended to this URI. Behind a # they would land in the fragment, which never \
      reaches the client's server.
      """,
    prevents: "Responses that get lost, and texts that two URI parsers take for two different hosts.",
    fix: """
      Write scheme, host and path in full, for example http://127.0.0.1:8252/callback, and drop everything from \
      # on.
      """,
    specification: "RFC 6749 §3.1.2")

  static let redirectionURIUnregistered = Lesson(
    what: "redirect_uri is none of the addresses registered for this client.",
    why: """
      The code is sent to this address, so it is compared octet by octet. Every tolerant comparison has been \
      turned into a leak of codes.
      """,
    prevents: "Theft of codes: a link with the attacker's address makes the server deliver the victim's code there.",
    fix: """
      Send the registered URI exactly: same scheme, host, port, path, case and final slash. Or register the one \
      you need.
      """,
    specification: "RFC 9700 §4.1.3")

  static let responseModeUnsupported = Lesson(
    what: "response_mode asks for a way of delivery this server does not have.",
    why: """
      It decides where the code travels. A server that silently took another way would put the code where the \
      client does not look.
      """,
    prevents: "A code in a URL although the client asked to keep it out of URLs.",
    fix: "Leave response_mode out; with response_type=code the answer then comes in the query.",
    specification: "OAuth Multiple Response Types §2.1")

  static let requestObjectUnsupported = Lesson(
    what: "The request came as an object, in request or request_uri, which this server does not read.",
    why: """
      A client sends such an object so that nobody can change it. To ignore it and read the plain parameters \
      would undo that.
      """,
    prevents: "A downgrade: parameters that were changed on the way count instead of the protected ones.",
    fix: "Send the parameters themselves in the query, without request and request_uri.",
    specification: "OpenID Connect Core §3.1.2.6")

  static let responseTypeMissing = Lesson(
    what: "The authorization request does not say what it wants back.",
    why: """
      Several flows share this endpoint, and response_type tells them apart. A default would run a flow the \
      client was not written for.
      """,
    prevents: "A client that gets a code or a token it never asked for and does not protect.",
    fix: "Add response_type=code. If it is in your URL, look for a line break or a space in front of its name.",
    specification: "RFC 6749 §3.1.1")

  static let responseTypeUnsupported = Lesson(
    what: "response_type asks for something this server does not hand out.",
    why: """
      Only codes are issued here. With response_type=token the access token would travel through the browser, \
      bound to no client.
      """,
    prevents: """
      Tokens in browser histories, logs and Referer headers, and stolen tokens injected into another client.
      """,
    fix: "Use response_type=code, then redeem the code at the token endpoint.",
    specification: "RFC 6749 §4.1.2.1")

  static let responseTypeNotAllowed = Lesson(
    what: "This client is not registered for the authorization code grant.",
    why: "A client gets only the flows it needs. A background job has no browser, so it has no use for a code.",
    prevents: "A client whose credentials leaked being used for a flow that reaches people's accounts.",
    fix: """
      Use a client registered for authorization_code, such as workshop-app, or have the grant added to its \
      registration.
      """,
    specification: "RFC 6749 §4.1.2.1")

  static let stateMissing = Lesson(
    what: "The authorization request has no state, and this server's policy asks for one.",
    why: """
      state comes back unchanged with the response. It ties the response to the browser in which the client \
      began.
      """,
    prevents: """
      Login cross-site request forgery: an attacker makes a victim's browser finish the attacker's own login.
      """,
    fix: """
      Send a fresh random state per request, keep it with the browser's session, and compare it when the \
      response arrives.
      """,
    specification: "RFC 6749 §10.12")

  static let stateTooLong = Lesson(
    what: "state is longer than this server keeps and returns.",
    why: """
      The server stores state and repeats it in a URL. Long URLs get cut or refused later, so the limit makes it \
      fail early and clearly.
      """,
    prevents: "A response that is lost on the way back, after the person has already signed in.",
    fix: "Put a short random value into state, and keep the data it stands for in the client's own session.",
    specification: "RFC 6749 §4.1.1")

  static let scopeMalformed = Lesson(
    what: "scope is not a list of tokens with one space between them.",
    why: """
      A person is asked to consent to this list. It has to be the same list for the page, the token and every \
      resource server.
      """,
    prevents: """
      A scope that one program reads as a single token and another as two, or that breaks out of a quoted header \
      value.
      """,
    fix: """
      Join the tokens with exactly one space and put none at the ends. Quotes, backslashes and letters with \
      accents do not belong there.
      """,
    specification: "RFC 6749 §3.3")

  static let scopeNotAllowed = Lesson(
    what: "The client asks for scope it may not have, and policy refuses that, or nothing else is left.",
    why: """
      Each client is registered for the scope it needs. The person at the consent page should never be asked for \
      more.
      """,
    prevents: "A client that collects rights it was never meant to have, because people press Allow.",
    fix: "Ask for scope the client is registered for, or leave scope out to get the server's default.",
    specification: "RFC 6749 §3.3")

  static let codeChallengeMissing = Lesson(
    what: "This client must use PKCE, and the request has no code_challenge.",
    why: """
      The code travels through the browser. With PKCE only the program that began the flow can redeem it: it \
      alone knows the code_verifier.
      """,
    prevents: "A code intercepted by another program on the device, or injected into the client from elsewhere.",
    fix: """
      Make a random code_verifier and keep it. Send its SHA-256 in base64url as code_challenge, with \
      code_challenge_method=S256.
      """,
    specification: "RFC 7636 §4.4.1")

  static let codeChallengeMethodMissing = Lesson(
    what: "code_challenge came without code_challenge_method, which means plain, and plain is not accepted.",
    why: """
      The standard fixes the default as plain. Guessing S256 instead would hide the mistake until the code is \
      redeemed.
      """,
    prevents: "A client that relies on a hash while its verifier travels in the clear.",
    fix: "Add code_challenge_method=S256 beside a challenge that is the hash of the verifier.",
    specification: "RFC 7636 §4.3")

  static let codeChallengeMethodUnsupported = Lesson(
    what: "code_challenge_method names a method this server does not accept.",
    why: """
      With plain the challenge is the verifier itself, so whoever sees the request can redeem the code. Names \
      count with their case.
      """,
    prevents: "A silent fall-back to a weaker comparison than the client asked for.",
    fix: "Send code_challenge_method=S256, with a capital S.",
    specification: "RFC 7636 §4.4.1")

  static let codeChallengeMethodWithoutChallenge = Lesson(
    what: "There is a code_challenge_method, but no code_challenge.",
    why: "The client meant to use PKCE. To go on without it would drop a protection the client counts on.",
    prevents: "A downgrade: somebody removes the challenge on the way, and the flow goes on unprotected.",
    fix: "Send both parameters. Check that code_challenge is not empty: an empty value counts as left out.",
    specification: "RFC 9700 §2.1.1")

  static let codeChallengeMalformed = Lesson(
    what: "code_challenge does not keep to its grammar.",
    why: """
      It has 43 to 128 unreserved characters, and a SHA-256 in base64url has exactly 43. Anything else shows an \
      encoding mistake early.
      """,
    prevents: "A challenge that is too short to hide a secret, or one that no verifier will ever match.",
    fix: "Encode the 32 octets of the hash with base64url: - and _ instead of + and /, and no = at the end.",
    specification: "RFC 7636 §4.2")
}

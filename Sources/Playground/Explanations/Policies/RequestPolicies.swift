import AuthorizationServer
import OAuth

/// Switches about what a request must say.
enum RequestPolicies {
  static let entries: [PolicyLesson] = [
    PolicyLesson(
      "requirePKCE",
      Lesson(
        what: "Which clients must send code_challenge: public, all or none. strict: public.",
        why: "Older clients do not know PKCE and would be shut out by all.",
        prevents: "PKCE makes an intercepted or injected code useless. A public client has nothing else that does.",
        fix: "Set none and redeem a code with another program. Set all and try again.",
        specification: "RFC 9700 §2.1.1"),
      checks: [.codeChallengePresent]),
    PolicyLesson(
      "allowPlainPKCE",
      Lesson(
        what: "Whether code_challenge_method=plain is accepted. strict: false.",
        why: "A device that cannot compute SHA-256 could use PKCE in no other way. Hardly any such device is left.",
        prevents: "S256 only: whoever reads the authorization request cannot redeem the code.",
        fix: "Set true, send plain, and compare challenge and verifier: they are one text.",
        specification: "RFC 7636 §7.2"),
      checks: [.codeChallengeMethodSupported, .codeVerifierMatches]),
    PolicyLesson(
      "redirectURIMatching",
      Lesson(
        what: """
          How redirect_uri is compared with the registered one: exact, prefix, ignoreCase or prefixIgnoringCase. \
          strict: exact.
          """,
        why: "With prefix one registration serves many pages of an application, and nobody has to register each.",
        prevents: "exact leaves an attacker no address to invent. With prefix, /callback.evil.example may pass.",
        fix: "Set prefix, add something to the end of redirect_uri, and see where the code goes.",
        specification: "RFC 9700 §4.1.3"),
      checks: [.redirectionURIRegistered]),
    PolicyLesson(
      "redirectURIAtToken",
      Lesson(
        what: """
          How redirect_uri is compared at the token endpoint: ifSent, optional, ignored, whereSent (if the first \
          request had it) or optionalPrefix (it begins alike). strict: ifSent.
          """,
        why: "Many clients forget the second one. The draft of OAuth 2.1 has given it up, because PKCE does its work.",
        prevents: "The comparison finds out that the code was delivered to another address than the client believes.",
        fix: "Set ignored and redeem a code with another redirect_uri.",
        specification: "RFC 6749 §4.1.3"),
      checks: [.redirectionURISame]),
    PolicyLesson(
      "redirectURIRequired",
      Lesson(
        what: """
          Whether redirect_uri must be sent even where only one is registered: always, never, or for openID alone. \
          strict: openID.
          """,
        why: "OpenID Connect asks for it. A server that always wants it is easier to explain.",
        prevents: "A client that relies on the only registered address and breaks on the day a second one is added.",
        fix: "Set always and leave redirect_uri out of the authorization request.",
        specification: "OpenID Connect Core §3.1.2.1"),
      checks: [.redirectionURIPresent]),
    PolicyLesson(
      "anyRedirectURI",
      Lesson(
        what: "Whether a client for which no redirection URI is registered may name any. strict: false.",
        why: "The library under many servers in PHP compares only where there is something to compare with.",
        prevents: "An open redirector: whoever knows such a client_id sends people from this server wherever he likes.",
        fix: "Set true and send tv-app, which has no redirection URI, with redirect_uri=https://evil.example/.",
        specification: "RFC 9700 §4.11.2"),
      checks: [.redirectionURIRegistered]),
    PolicyLesson(
      "loopbackPorts",
      Lesson(
        what: "Whether a public client may use any port of 127.0.0.1 and [::1]. strict: true.",
        why: "A native program takes whatever port is free when it starts, so it cannot register one.",
        prevents: "Where it is false, a native client fails as soon as its port is another one than the registered.",
        fix: "Set false and send native-app with redirect_uri=http://127.0.0.1:51004/callback.",
        specification: "RFC 8252 §7.3"),
      checks: [.redirectionURIRegistered]),
    PolicyLesson(
      "localhostPorts",
      Lesson(
        what: "Whether the port is free for http://localhost as it is for 127.0.0.1 and [::1]. strict: false.",
        why: "Many native programs use localhost, and take whatever port the system gives them.",
        prevents: "localhost is a name, and a name can be made to lead away from this machine. An address cannot.",
        fix: """
          Set true and use redirect_uri=http://localhost:9010/callback, where http://localhost/callback is \
          registered.
          """,
        specification: "RFC 8252 §8.3"),
      checks: [.redirectionURIRegistered]),
    PolicyLesson(
      "stateRequired",
      Lesson(
        what: "Whether an authorization request without state is refused. strict: false.",
        why: """
          The standard only recommends state, so a server that insists shuts some clients out. PKCE also stops \
          most of the attack.
          """,
        prevents: "Clients that forget the protection against login cross-site request forgery.",
        fix: "Set true and leave state out of the authorization request.",
        specification: "RFC 6749 §10.12"),
      checks: [.stateAcceptable]),
    PolicyLesson(
      "duplicateParameters",
      Lesson(
        what: """
          What happens to a repeated parameter: refuse, first or last counts; refuseAny also where nobody defined it. \
          strict: refuse.
          """,
        why: "Most web frameworks silently take the first or the last value, so most servers built on them do.",
        prevents: "Parameter pollution: the value that was checked is not the value that is used.",
        fix: "Set last and send scope twice. Then set first.",
        specification: "RFC 6749 §3.1"),
      checks: [.parametersSentOnce, .clientIdentifierPresent, .redirectionURIPresent]),
    PolicyLesson(
      "defaultScope",
      Lesson(
        what: "The scope that is meant when the request has none. strict: profile.",
        why: "Clients that send no scope go on working. A server may refuse them instead, but must say what it does.",
        prevents: "A default that is wider than what most clients need.",
        fix: "Leave scope out and read scope in the token response.",
        specification: "RFC 6749 §3.3"),
      checks: [.scopeWellFormed]),
    PolicyLesson(
      "unknownScope",
      Lesson(
        what: """
          What happens to scope the client may not have: ignore leaves it out, refuse ends the request, refuseAll \
          does so whatever is asked for. strict: ignore.
          """,
        why: "ignore lets new clients work with old servers. refuse shows a mistake at once instead of later.",
        prevents: "A client that believes it holds what it asked for: the token response names what was granted.",
        fix: "Ask for profile bogus under both values.",
        specification: "RFC 6749 §3.3"),
      checks: [.scopeAllowed]),
    PolicyLesson(
      "issuerInResponse",
      Lesson(
        what: "Whether authorization responses carry iss. strict: true.",
        why: "iss is younger than most servers, and clients of a single server do not need it.",
        prevents: "Mix-up: a client of two servers that sends the code of one to the other.",
        fix: "Set false and see what the client says to a response without the iss that the metadata announced.",
        specification: "RFC 9207 §2")),
  ]
}

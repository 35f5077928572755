import OAuth

/// Why a client is not registered.
enum RegistrationLessons {
  static let registrationClosed = Lesson(
    what: "This server does not let clients register themselves.",
    why: "Some servers know every client by a contract. Registration is for those that meet their clients at run time.",
    prevents: "Clients that nobody has agreed to.",
    fix: "Ask the operator for a client, or set the policy registration to open.",
    specification: "RFC 7591 §3")

  static let initialAccessTokenMissing = Lesson(
    what: "Registration needs an initial access token here, and none came.",
    why: "The token shows that somebody at the server agreed to this registration.",
    prevents: "Registrations by anybody who finds the endpoint.",
    fix: "Send Authorization: Bearer with the token that the operator gave out.",
    specification: "RFC 7591 §3")

  static let initialAccessTokenWrong = Lesson(
    what: "The initial access token is not the one that this server gave out.",
    why: "It is checked as any bearer token is, and then opens the registration only.",
    prevents: "Registration with a token that was guessed or meant for something else.",
    fix: "Copy the token whole. It is the policy registrationToken of this server.",
    specification: "RFC 7591 §3")

  static let mediaTypeNotJSON = Lesson(
    what: "The body of the registration is not announced as application/json.",
    why: "Client metadata has lists in it, for which a form has no grammar.",
    prevents: "Metadata that two parsers read in two ways.",
    fix: "Send JSON with Content-Type: application/json.",
    specification: "RFC 7591 §3.1")

  static let clientMetadataUnreadable = Lesson(
    what: "The body of the registration is not one JSON object.",
    why: "It is read strictly: no member twice, nothing behind the object.",
    prevents: "A filter that sees other metadata than the server does.",
    fix: "Send a single object such as {\"redirect_uris\": [\"https://client.example/cb\"]}.",
    specification: "RFC 7591 §3.1")

  static let clientMetadataMalformed = Lesson(
    what: "A member of the client metadata has the wrong type or value, or is too large.",
    why: "What is registered is kept and shown, so it must be what it says, and of a bearable size.",
    prevents: "A page that breaks because of a strange registration, or links to a script instead of a page.",
    fix: """
      Send lists of strings in redirect_uris, grant_types, response_types and contacts, https addresses in the members \
      that end in _uri, public keys in jwks, and strings in the rest.
      """,
    specification: "RFC 7591 §2")

  static let authenticationMethodUnsupported = Lesson(
    what: "The client wants to authenticate itself in a way that this server does not know.",
    why: "To register another way than the one asked for would leave the client unable to use it.",
    prevents: "A client that fails at the token endpoint and does not know why.",
    fix: "Choose from token_endpoint_auth_methods_supported in the metadata; none makes a public client.",
    specification: "RFC 7591 §2")

  static let grantTypesInconsistent = Lesson(
    what: "The grant types and response types of the client do not fit each other.",
    why: "The grant authorization_code needs the response type code, and the other way round.",
    prevents: "A client that is registered for half of a flow.",
    fix: "Leave both out for the code flow. Without codes send an empty list of response_types.",
    specification: "RFC 7591 §2.1")

  static let redirectionURIsMissing = Lesson(
    what: "The client wants authorization codes, but registers no address to send them to.",
    why: "Codes go only to addresses that were registered before.",
    prevents: "Codes sent to whatever address a request names.",
    fix: "Register at least one URI in redirect_uris.",
    specification: "RFC 7591 §2")

  static let redirectionURINotRegistrable = Lesson(
    what: "A redirection URI is not one that codes may be sent to.",
    why: """
      A code must not cross a network in clear text, nor end in a scheme that any program on the machine can claim.
      """,
    prevents: "Stolen codes, open redirectors, and script that runs in the name of this server.",
    fix: "Use https, or http on 127.0.0.1 or [::1], or a scheme that is your domain in reverse: com.example.app.",
    specification: "RFC 8252 §7.1")

  static let scopeNotRegistrable = Lesson(
    what: "The scope of the registration holds nothing that this server offers, or is malformed.",
    why: "A client without any scope could never be granted anything.",
    prevents: "A client that finds out at the first authorization request.",
    fix: "Leave scope out, or choose from scopes_supported in the metadata, separated by one space.",
    specification: "RFC 7591 §2")

  static let idTokenAlgorithmUnsupported = Lesson(
    what: "The client wants its ID tokens signed in a way that this server does not sign.",
    why:
      "A client accepts only the algorithm it registered, so that nobody can choose a weaker one in the token itself.",
    prevents: "ID tokens without a signature, which anybody could write: none is never offered.",
    fix: "Leave the member out for RS256, or choose from id_token_signing_alg_values_supported in the metadata.",
    specification: "OpenID Connect Registration §2")
}

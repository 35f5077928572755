import AuthorizationServer
import OAuth
import OAuthClient

/// The parameters a client sends to the authorization endpoint.
enum AuthorizationRequestParameters {
  static let entries: [ParameterLesson] = [
    ParameterLesson(
      .resource,
      Lesson(
        what: "For which resource server the access token shall be; may be sent more than once.",
        why: "The token names its audience, and every other resource server turns it away.",
        prevents: "A resource server that uses the token it was shown at another one.",
        fix: "Send the address of the resource server. The token is then no good at this server's own /me.",
        specification: "RFC 8707 §2"),
      meaning: "where the token shall be good",
      checks: [.resourceWellFormed, .resourceWithinGrant, .accessTokenMeantForUs]),
    ParameterLesson(
      .responseType,
      Lesson(
        what: "Says what the client wants back: code for an authorization code.",
        why: "Several flows share the authorization endpoint. This parameter tells them apart.",
        prevents: "A client that receives something it did not ask for, such as a token in a URL.",
        fix: "Send response_type=code.",
        specification: "RFC 6749 §3.1.1"),
      meaning: "asks for a code",
      checks: [.responseTypePresent, .responseTypeSupported, .responseTypeAllowed]),
    ParameterLesson(
      .clientID,
      Lesson(
        what: "The public name of the client, given at registration.",
        why: """
          The server finds the client's redirection URIs, scope and grants by it. It is no secret: it stands in \
          every authorization URL.
          """,
        prevents: "Requests in the name of nobody, whose answers could be sent anywhere.",
        fix: "Copy it from the registration. At the token endpoint it may stand in the Authorization header instead.",
        specification: "RFC 6749 §2.2"),
      meaning: "who is asking",
      checks: [.clientIdentifierPresent, .clientRegistered, .clientIdentified, .clientKnown]),
    ParameterLesson(
      .redirectURI,
      Lesson(
        what: "The address of the client to which the browser brings the response.",
        why: "The code goes there, so it must be registered, and the token request must name the same one again.",
        prevents: "Codes delivered to an address of the attacker.",
        fix: "Send the registered address, octet by octet, and the same text in the token request.",
        specification: "RFC 6749 §3.1.2"),
      meaning: "where the answer goes",
      inStage: [.token: "must equal step 1"],
      checks: [.redirectionURIPresent, .redirectionURIWellFormed, .redirectionURIRegistered, .redirectionURISame]),
    ParameterLesson(
      .scope,
      Lesson(
        what: "What the token may open: a list of words with one space between them.",
        why: """
          The resource owner consents to this list. The server may grant less, and the token response says what \
          was granted.
          """,
        prevents: "Tokens that open more than they are needed for.",
        fix: "Ask for as little as possible. Left out, it means the server's default.",
        specification: "RFC 6749 §3.3"),
      meaning: "what the token may open",
      inStage: [.code: "what was ticked"],
      checks: [.scopeWellFormed, .scopeAllowed, .scopeGranted, .scopeSufficient],
      clientChecks: [.grantedScopeReadable]),
    ParameterLesson(
      .state,
      Lesson(
        what: "A value of the client's own, which the server returns unchanged with the response.",
        why: "The client recognises by it that the response belongs to a request of its own, begun in this browser.",
        prevents: "Login cross-site request forgery: a foreign response planted in the victim's browser.",
        fix: "Make a fresh random value per request, keep it with the session, and compare it in the response.",
        specification: "RFC 6749 §4.1.1"),
      meaning: "comes back unchanged",
      inStage: [.code: "must equal step 1"],
      checks: [.stateAcceptable],
      clientChecks: [.stateOurs]),
    ParameterLesson(
      .codeChallenge,
      Lesson(
        what: "The hash of the code_verifier: a lock whose key the client keeps.",
        why: "The server binds the code to it. Only who knows the verifier can redeem the code.",
        prevents: "Use of a code that was intercepted or injected.",
        fix: "Send base64url(SHA-256(code_verifier)) without padding: 43 characters.",
        specification: "RFC 7636 §4.2"),
      meaning: "hash of the code_verifier",
      checks: [.codeChallengePresent, .codeChallengeWellFormed, .codeVerifierPresent, .codeVerifierMatches]),
    ParameterLesson(
      .codeChallengeMethod,
      Lesson(
        what: "How the challenge is made from the verifier: S256, or plain, which means not at all.",
        why: "S256 hides the verifier from everybody who sees the request. Left out, it means plain.",
        prevents: "A verifier that can be read off the challenge.",
        fix: "Send S256, with a capital S.",
        specification: "RFC 7636 §4.3"),
      meaning: "how it was hashed",
      checks: [.codeChallengeMethodSupported, .codeVerifierMatches]),
    ParameterLesson(
      .responseMode,
      Lesson(
        what: "How the response travels back: query is the default for a code.",
        why: """
          Some clients want the parameters elsewhere than in the query, for example out of their web server's \
          log.
          """,
        prevents: "A response that arrives where the client does not look for it.",
        fix: "Leave it out unless you need another way.",
        specification: "OAuth Multiple Response Types §2.1"),
      meaning: "how the answer travels",
      checks: [.responseModeSupported]),
    ParameterLesson(
      .request,
      Lesson(
        what: "The whole authorization request as one signed object.",
        why: "A signature shows who made the request, and that nobody changed it in the browser.",
        prevents: "Parameters altered on their way through the browser.",
        fix: "This server does not read it: send the parameters themselves.",
        specification: "RFC 9101 §5"),
      meaning: "the request as one object",
      checks: [.requestObjectAbsent]),
    ParameterLesson(
      .requestURI,
      Lesson(
        what: "A reference to an authorization request that is kept somewhere else.",
        why: "A long or confidential request need not travel through the browser; a short reference does.",
        prevents: "Requests that are cut, read or altered in the browser.",
        fix: "Send it only to a server that announces it, and only the value that was given for this request.",
        specification: "RFC 9101 §5"),
      meaning: "reference to a kept request",
      checks: [.pushedRequestKnown, .requestURINotPushed, .requestObjectAbsent]),
  ]
}

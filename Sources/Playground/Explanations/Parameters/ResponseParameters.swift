import AuthorizationServer
import OAuth
import OAuthClient

/// The parameters of responses, in a redirect or in JSON.
enum ResponseParameters {
  static let entries: [ParameterLesson] = [
    ParameterLesson(
      .accessToken,
      Lesson(
        what: "The value that opens the protected resource.",
        why: "It stands for what was granted, so the resource needs neither the password nor the code.",
        prevents: "Handing the resource owner's password to every client.",
        fix: "Send it in the header: Authorization: Bearer TOKEN.",
        specification: "RFC 6749 §1.4"),
      meaning: "opens the protected resource",
      inStage: [.me: "from step 3"],
      checks: [
        .accessTokenPresent, .accessTokenSingle, .accessTokenWellFormed, .accessTokenKnown, .accessTokenNotRevoked,
        .accessTokenNotExpired,
      ],
      clientChecks: [.accessTokenReceived, .accessTokenUsable]),
    ParameterLesson(
      .tokenType,
      Lesson(
        what: "How the access token is used. Bearer means that whoever holds it may use it.",
        why: "Types differ in what must be sent beside the token. A client has to know the type before it uses one.",
        prevents: "A token used without the proof that its type asks for.",
        fix: "Compare it without regard to case, and refuse types you do not know.",
        specification: "RFC 6749 §7.1"),
      meaning: "how the token is sent",
      clientChecks: [.tokenTypeBearer]),
    ParameterLesson(
      .expiresIn,
      Lesson(
        what: "How many seconds the access token is good for, counted from the response.",
        why: "The client can get a new token in time instead of running into a refusal.",
        prevents: "Calls that fail halfway because nobody knew when the token would end.",
        fix: "Add it to the time of arrival. It is a number, and not a time of day.",
        specification: "RFC 6749 §5.1"),
      meaning: "seconds the token is good for",
      checks: [.accessTokenNotExpired],
      clientChecks: [.lifetimeNumeric]),
    ParameterLesson(
      .issuer,
      Lesson(
        what: "The name of the authorization server that sends this response.",
        why: "A client of several servers learns by it which of them answered.",
        prevents: "Mix-up: the code of one server sent to another.",
        fix: "Compare it with the issuer you configured, octet by octet, before you redeem the code.",
        specification: "RFC 9207 §2"),
      meaning: "which server answered",
      clientChecks: [.issuerExpected]),
    ParameterLesson(
      .error,
      Lesson(
        what: "The reason of a refusal, as one of a short list of codes.",
        why: "Programs decide by it what to do next, so it is a fixed word and no sentence.",
        prevents: "Clients that have to guess from a sentence what went wrong.",
        fix: "Branch on this value and on nothing else. Run explain with the value for its meaning.",
        specification: "RFC 6749 §4.1.2.1"),
      meaning: "why it was refused",
      clientChecks: [.authorizationGranted, .tokenResponseSuccessful]),
    ParameterLesson(
      .errorDescription,
      Lesson(
        what: "A sentence about the error, for the developer who reads the log.",
        why: "The code alone is often too short to find a mistake.",
        prevents: "Hours of search for a typing error.",
        fix: "Show it to developers, escaped like all foreign text. Its wording is not fixed, so never branch on it.",
        specification: "RFC 6749 §4.1.2.1"),
      meaning: "words for the developer",
      clientChecks: [.authorizationGranted, .tokenResponseSuccessful]),
    ParameterLesson(
      .errorURI,
      Lesson(
        what: "The address of a page about the error.",
        why: "A page can hold more than a parameter.",
        prevents: "The same questions asked again and again.",
        fix: "Treat it as a foreign link: show it, and do not open it by yourself.",
        specification: "RFC 6749 §4.1.2.1"),
      meaning: "page about the error",
      clientChecks: [.authorizationGranted, .tokenResponseSuccessful]),
  ]
}

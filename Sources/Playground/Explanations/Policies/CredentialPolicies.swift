import AuthorizationServer
import OAuth

/// Switches about how secrets and tokens travel.
enum CredentialPolicies {
  static let entries: [PolicyLesson] = [
    PolicyLesson(
      "credentialPrecedence",
      Lesson(
        what: """
          What counts when the client sends its secret in header and body: refuseBoth, header or body. strict: \
          refuseBoth.
          """,
        why: "Many libraries add the header by themselves. A server that picks one keeps such clients working.",
        prevents: "Two identities in one request, of which one is checked and the other used.",
        fix: "Set header, then send the right secret in one place and a wrong one in the other.",
        specification: "RFC 6749 §2.3"),
      checks: [.clientAuthenticationSingle, .clientIdentified]),
    PolicyLesson(
      "formDecodedBasic",
      Lesson(
        what: "Whether client_id and client_secret are form-decoded after base64. strict: true.",
        why: """
          Many servers compare the raw text, and with plain secrets nobody notices. The standard asks for the \
          encoding.
          """,
        prevents: "Secrets with a percent sign, a plus sign or a colon that work on one server and fail on the next.",
        fix: "Set false and send a secret with %73 in place of an s.",
        specification: "RFC 6749 §2.3.1"),
      checks: [.clientAuthenticationReadable, .clientAuthenticated]),
    PolicyLesson(
      "enforceRegisteredAuthentication",
      Lesson(
        what: "Whether a client must authenticate itself in its registered way. strict: false.",
        why: "Taking header and body alike is friendlier to clients and to their developers.",
        prevents: "When true: a client set up for the header that is attacked by way of the body.",
        fix: "Set true and send the secret of a client in the way it is not registered for.",
        specification: "RFC 7591 §2"),
      checks: [.clientAuthenticationMethodRegistered]),
    PolicyLesson(
      "acceptsJSONBody",
      Lesson(
        what: "Whether the token endpoint reads a JSON object in place of a form. strict: false.",
        why: "Many client libraries send JSON unless they are told otherwise, and some servers are kind to them.",
        prevents: "Two grammars for one request: a filter that reads the form while the server reads the JSON.",
        fix: "Set true and send {\"grant_type\": ...} with Content-Type: application/json.",
        specification: "RFC 6749 §4.1.3"),
      checks: [.mediaTypeForm, .requestDecodable]),
    PolicyLesson(
      "acceptsGETAtToken",
      Lesson(
        what: "Whether the token endpoint answers a GET with everything in the query. strict: false.",
        why: "It can be tried in the address bar of a browser. Some servers never look at the method.",
        prevents: "Client secrets, codes and tokens in access logs, browser histories and Referer headers.",
        fix: "Set true, open the token request in a browser, and look for the secret in its history.",
        specification: "RFC 6749 §3.2"),
      checks: [.methodAllowed, .credentialsNotInURI]),
    PolicyLesson(
      "tokenInQuery",
      Lesson(
        what: "Whether the protected resource reads access_token from the URL. strict: false.",
        why: "Some web servers drop the Authorization header, and the query is then the simplest way around it.",
        prevents: "Tokens in access logs, histories and Referer headers.",
        fix: "Set true and open /me?access_token=TOKEN in a browser. Then look at its history.",
        specification: "RFC 6750 §2.3"),
      checks: [.accessTokenPresent]),
    PolicyLesson(
      "tokenInBody",
      Lesson(
        what: "Whether the protected resource reads access_token from a form body. strict: false.",
        why: "Clients that can set no header, such as plain HTML forms, can send a token in this way.",
        prevents: "A second way in, which filters and logs do not know to be secret.",
        fix: "Set true and POST access_token to /me.",
        specification: "RFC 6750 §2.2"),
      checks: [.accessTokenPresent]),
  ]
}

import AuthorizationServer
import OAuth

/// Switches about the server as a whole, and about what it asks its resource owners.
enum ServerPolicies {
  static let entries: [PolicyLesson] = [
    PolicyLesson(
      "consent",
      Lesson(
        what: "Whether the consent page is shown: ask, remember, never or promptAllow. strict: ask.",
        why: """
          People click away what they are asked too often. remember asks a client that proves who it is only once; \
          never is found on real servers, and so is promptAllow, where after a first time prompt=allow passes.
          """,
        prevents: "A client that gets access, or more access than before, without anybody knowing.",
        fix:
          "Set remember, go through the stages twice, then do the same with native-app: a public client is asked again.",
        specification: "RFC 6749 §10.2"),
      checks: [.promptUnderstood]),
    PolicyLesson(
      "serverEnabled",
      Lesson(
        what: "Whether the server does its work at all. strict: true.",
        why: "Real servers have such a switch, and it is off after many an installation.",
        prevents: "Nothing. It shows what a client makes of 503 and Retry-After.",
        fix: "Set false and send any request.",
        specification: "RFC 6749 §4.1.2.1"),
      checks: [.serverEnabled]),
    PolicyLesson(
      "issuerPath",
      Lesson(
        what: "The path of the issuer, for a server that shares its host with others, such as /tenant. strict: empty.",
        why:
          "One host can serve many issuers. Then the metadata stands at the well-known path followed by the issuer's.",
        prevents: "Mix-up between two issuers of one host: each has endpoints and metadata of its own.",
        fix: "Set /tenant and read /.well-known/oauth-authorization-server/tenant.",
        specification: "RFC 8414 §3.1"),
      checks: [.endpointKnown]),
  ]
}

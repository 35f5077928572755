import AuthorizationServer
import OAuth

/// Switches that only change how an answer is written.
enum WirePolicies {
  static let entries: [PolicyLesson] = [
    PolicyLesson(
      "extraResponseParameters",
      Lesson(
        what: "What every redirect to the client carries besides what the standards name. strict: empty.",
        why: """
          Some servers have messages of their own for their own clients. WP OAuth Server adds iframe=break to every \
          redirect.
          """,
        prevents: "Clients that compare the whole address, or that refuse what they do not know, and so stop working.",
        fix: "Set iframe=break and go through the stages: the client must ignore what it does not know.",
        specification: "RFC 6749 §4.1.2")),
    PolicyLesson(
      "challengeForces401",
      Lesson(
        what: "Whether an answer with WWW-Authenticate always has the status 401. strict: false.",
        why: """
          PHP does so by itself: header('WWW-Authenticate: ...') replaces the status set before. The author of the \
          program wrote 400 or 403 and never saw it.
          """,
        prevents: """
          Clients that take a malformed request or a scope that is too small for an expired token, and try to refresh.
          """,
        fix:
          "Set true and send two tokens in one request to /me: the status tells of a bad token, the code of a bad request.",
        specification: "RFC 6750 §3.1")),
    PolicyLesson(
      "errorsAsOK",
      Lesson(
        what: "Whether refusals are answered with the status 200. strict: false.",
        why: "Frameworks that send every JSON document as a success make it easy to overlook.",
        prevents: "Clients that look only at the status and go on without a token.",
        fix: "Set true and redeem a code twice. Then see whether your client notices the error in the body.",
        specification: "RFC 6749 §5.2")),
    PolicyLesson(
      "phpWarnings",
      Lesson(
        what: "Whether a warning in HTML stands in front of every JSON body. strict: false.",
        why: "PHP prints its warnings into the answer when display_errors is on, as WP_DEBUG makes it.",
        prevents: "Bodies that no client can read, and paths of the server's disk shown to everybody.",
        fix: "Set true and go through the stages: the client says that the answer is not JSON.",
        specification: "RFC 6749 §5.1")),
  ]
}

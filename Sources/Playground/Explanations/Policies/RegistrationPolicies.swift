import AuthorizationServer
import OAuth

/// Switches about devices, and about clients that register themselves.
enum RegistrationPolicies {
  static let entries: [PolicyLesson] = [
    PolicyLesson(
      "deviceCodeLifetime",
      Lesson(
        what: "How many seconds a device waits for somebody to decide in a browser. strict: 600.",
        why: "People look for their phone, mistype the code, forget their password.",
        prevents: "A short code that is good for long enough to be guessed.",
        fix: "Set 10, ask for a device code, and enter it too late.",
        specification: "RFC 8628 §3.2"),
      checks: [.deviceCodeNotExpired, .userCodeNotExpired]),
    PolicyLesson(
      "deviceInterval",
      Lesson(
        what: "How many seconds a device must wait between two questions. strict: 5.",
        why: "A shorter interval makes the device react sooner, at the price of more requests.",
        prevents: "A server kept busy by devices that wait.",
        fix: "Set 30 and watch a device that does not read interval.",
        specification: "RFC 8628 §3.5"),
      checks: [.devicePatient]),
    PolicyLesson(
      "registration",
      Lesson(
        what: "Who may register a client: open for everybody, token for holders of a token, off. strict: open.",
        why: "A workshop wants every program to find its way in. A company wants to know its clients.",
        prevents: "off and token: clients with names that lie, and tables full of them.",
        fix: "Set token, register without one, and read the challenge.",
        specification: "RFC 7591 §3"),
      checks: [.registrationOffered, .initialAccessTokenValid]),
    PolicyLesson(
      "registrationToken",
      Lesson(
        what:
          "The initial access token that the policy registration=token asks for; empty lets nobody in. strict: empty.",
        why: "The operator gives it to those who may register clients.",
        prevents: "Registration by anybody who finds the endpoint.",
        fix: "Set one, set registration to token, and send it as Authorization: Bearer.",
        specification: "RFC 7591 §3"),
      checks: [.initialAccessTokenValid]),
  ]
}

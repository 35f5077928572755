import AuthorizationServer
import OAuth

/// The parameters of the device authorization grant.
enum DeviceParameters {
  static let entries: [ParameterLesson] = [
    ParameterLesson(
      .deviceCode,
      Lesson(
        what: "The secret name of a device's request, with which the device asks for its tokens.",
        why: "Nobody types it, so it can be long. It never leaves the device and the server.",
        prevents: "Somebody else collecting the tokens of the device.",
        fix: "Send it to the token endpoint every interval seconds until there is a decision.",
        specification: "RFC 8628 §3.4"),
      meaning: "which request the device means",
      checks: [
        .deviceCodePresent, .deviceCodeKnown, .deviceCodeBoundToClient, .deviceCodeNotExpired, .deviceCodeNotRedeemed,
      ]),
    ParameterLesson(
      .userCode,
      Lesson(
        what: "The short code that a device shows and a person types into a browser.",
        why: "It carries the request from a device without a keyboard to a browser that has one.",
        prevents: "Typing a password on a device that is no good for it.",
        fix: "Type it as it is shown; case and punctuation do not matter.",
        specification: "RFC 8628 §3.3"),
      meaning: "the code on the device",
      checks: [.userCodePresent, .userCodeKnown, .userCodeNotExpired, .userCodeNotUsed, .userCodeNotThrottled]),
    ParameterLesson(
      .verificationURI,
      Lesson(
        what: "The page at which the person enters the code of the device.",
        why: "It is short, because people type it.",
        prevents: "A code that is entered at the wrong place.",
        fix: "Show it on the device beside the code.",
        specification: "RFC 8628 §3.2"),
      meaning: "where to enter the code"),
    ParameterLesson(
      .verificationURIComplete,
      Lesson(
        what: "The same page with the code already in the address, for a picture that a phone can read.",
        why: "Nothing has to be typed. The page still shows the code, so that it can be compared with the device.",
        prevents: "Typing errors; but a link can also be sent by a stranger, so compare the code.",
        fix: "Show it as a QR code, and the code beside it.",
        specification: "RFC 8628 §3.3.1"),
      meaning: "the same with the code in it"),
    ParameterLesson(
      .interval,
      Lesson(
        what: "How many seconds the device must wait between two questions.",
        why: "The server says what it can bear; without it five seconds hold.",
        prevents: "A server kept busy by devices that wait.",
        fix: "Keep to it, and add five seconds after each slow_down.",
        specification: "RFC 8628 §3.2"),
      meaning: "pause between two questions",
      checks: [.devicePatient]),
  ]
}

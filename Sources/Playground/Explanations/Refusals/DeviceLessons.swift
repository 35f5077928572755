import OAuth

/// Why the code of a device is refused, in the browser or at the token endpoint.
enum DeviceLessons {
  static let userCodeMissing = Lesson(
    what: "No code was entered.",
    why: "The code ties the browser to the device. Without it nobody knows which device is meant.",
    prevents: "Access for whatever device happens to be waiting.",
    fix: "Type the code that the device shows; user_code in the form.",
    specification: "RFC 8628 §3.3")

  static let userCodeThrottled = Lesson(
    what: "Too many wrong codes came, so that even a right one has to wait.",
    why: "A code that people can type is short. Whoever may try without end will find one.",
    prevents: "Guessing the code of somebody else's device.",
    fix: "Wait a minute, then type the code once, exactly as the device shows it.",
    specification: "RFC 8628 §5.1")

  static let userCodeUnknown = Lesson(
    what: "No device shows this code.",
    why: "Codes are made by this server. It knows those that are waiting, and no others.",
    prevents: "A decision about a device that does not exist.",
    fix: "Compare with the device letter by letter. Case, spaces and the hyphen do not matter.",
    specification: "RFC 8628 §3.3")

  static let userCodeExpired = Lesson(
    what: "The code was entered after the device had stopped waiting.",
    why: "A short code must not be good for long, or guessing would pay.",
    prevents: "An old code, sent to somebody by mail, that still connects a device.",
    fix: "Let the device ask for a new code, and enter that one within expires_in.",
    specification: "RFC 8628 §3.3")

  static let userCodeAlreadyUsed = Lesson(
    what: "Somebody has decided about this device before.",
    why: "One code is one question. Its answer stands.",
    prevents: "A denial that somebody else turns into consent.",
    fix: "Start again on the device to be asked again.",
    specification: "RFC 8628 §3.3")

  static let deviceCodeMissing = Lesson(
    what: "The token request of a device has no device_code.",
    why: "The device code says which decision the device is waiting for.",
    prevents: "Tokens for a device that nobody decided about.",
    fix: "Send the device_code of the device authorization response, not the user_code.",
    specification: "RFC 8628 §3.4")

  static let deviceCodeUnknown = Lesson(
    what: "The server has not issued this device code, or has long forgotten it.",
    why: "The device code is a secret of the device. One that was made up stands for nothing.",
    prevents: "Guessing a device code in place of the device.",
    fix: "Copy device_code whole. The user_code is not good for this.",
    specification: "RFC 8628 §3.4")

  static let deviceCodeOfAnotherClient = Lesson(
    what: "The device code was issued to another client.",
    why: "The consent page named one client, and only that one may take what was allowed.",
    prevents: "A client that redeems what was allowed to another.",
    fix: "Poll with the client_id that asked for the device code.",
    specification: "RFC 8628 §3.4")

  static let deviceCodeExpired = Lesson(
    what: "The device asked after its code had expired.",
    why: "A device that nobody cares about must stop asking at some time.",
    prevents: "Devices that ask for ever, and consents that wait for days.",
    fix: "Ask for a new device code, but only if somebody at the device wants to go on.",
    specification: "RFC 8628 §3.5")

  static let deviceCodeAlreadyRedeemed = Lesson(
    what: "The device code was traded for tokens before.",
    why: "One decision is one set of tokens.",
    prevents: "A copied device code that gives tokens to a second device.",
    fix: "Stop polling once tokens have come; use the refresh token later.",
    specification: "RFC 8628 §3.5")

  static let devicePolledTooSoon = Lesson(
    what: "The device asked again before its interval was over.",
    why: "Each waiting device costs requests. A device that is too fast is told to be slower, for good.",
    prevents: "A server kept busy by devices that wait.",
    fix: "Wait for interval seconds between two questions, and add five after each slow_down.",
    specification: "RFC 8628 §3.5")

  static let deviceDecisionPending = Lesson(
    what: "Nobody has decided about this device yet.",
    why: "The device cannot see the browser. It asks from time to time until there is an answer.",
    prevents: "A device that takes silence for a denial.",
    fix: "Nothing is wrong. Enter the code at /device in a browser, and let the device ask again.",
    specification: "RFC 8628 §3.5")

  static let deviceDenied = Lesson(
    what: "The resource owner denied this device access.",
    why: "The decision was made in the browser; the device learns of it when it asks next.",
    prevents: "A device that goes on asking after a no.",
    fix: "Stop polling, and say so on the device.",
    specification: "RFC 8628 §3.5")
}

import AuthorizationServer
import OAuth

/// Codes of other grants and endpoints, which a developer may meet elsewhere.
enum FurtherErrorCodes {
  static let entries: [ErrorCodeLesson] = [
    ErrorCodeLesson(
      "login_required",
      Lesson(
        what: "prompt=none was asked for, but nobody is signed in.",
        why: "With prompt=none the server may show no page. It can only say that it would need one.",
        prevents: "A login page inside a hidden frame.",
        fix: "Repeat the request without prompt=none.",
        specification: "OpenID Connect Core §3.1.2.6"),
      causes: [.signInRequired, .hintedOwnerNotSignedIn]),
    ErrorCodeLesson(
      "consent_required",
      Lesson(
        what: "prompt=none was asked for, but the resource owner has not consented to this yet.",
        why: "Consent needs a page, and prompt=none forbids one.",
        prevents: "Consent that nobody gave knowingly.",
        fix: "Let the person go through the consent page once, without prompt=none.",
        specification: "OpenID Connect Core §3.1.2.6"),
      causes: [.consentRequired]),
    ErrorCodeLesson(
      .registrationNotSupported,
      Lesson(
        what: "The request has the parameter registration, which this server does not read.",
        why: "Clients are known here by their registration, so one that describes itself in a request is not believed.",
        prevents: "A request that shows another client's name on the consent page.",
        fix: "Leave registration out, and register the client before.",
        specification: "OpenID Connect Core §3.1.2.6"),
      causes: [.requestObjectUnsupported]),
    ErrorCodeLesson(
      "interaction_required",
      Lesson(
        what: "prompt=none was asked for, but the server needs to show some page.",
        why: "The server has a question for the person that it may not ask here.",
        prevents: "A silent check that turns into a page nobody expects.",
        fix: "Go through the flow in the open, without prompt=none.",
        specification: "OpenID Connect Core §3.1.2.6")),
    ErrorCodeLesson(
      "authorization_pending",
      Lesson(
        what: "The resource owner has not decided yet on the other device.",
        why: """
          A device without a browser asks again and again until somebody has decided. This is the normal answer \
          meanwhile.
          """,
        prevents: "A device that gives up while the person is still typing.",
        fix: "Wait for the interval and ask again.",
        specification: "RFC 8628 §3.5"),
      causes: [.deviceDecisionPending]),
    ErrorCodeLesson(
      "slow_down",
      Lesson(
        what: "The device asks too often.",
        why: "Every device that waits costs the server requests. From now on the interval is five seconds longer.",
        prevents: "A server kept busy by waiting devices.",
        fix: "Add five seconds to the interval, for good, and go on asking.",
        specification: "RFC 8628 §3.5"),
      causes: [.devicePolledTooSoon, .userCodeThrottled]),
    ErrorCodeLesson(
      "expired_token",
      Lesson(
        what: "The device code has expired before anybody decided.",
        why: "The code on the screen can be guessed or copied, so it lives for minutes only.",
        prevents: "A forgotten code that somebody else confirms later.",
        fix: "Begin again and show the person a new code.",
        specification: "RFC 8628 §3.5"),
      causes: [.deviceCodeExpired]),
    ErrorCodeLesson(
      "invalid_target",
      Lesson(
        what: "The resource that the client names is malformed, or was not granted.",
        why: "A token is for the resources that its resource owner saw, and says so in its audience.",
        prevents: "A token that one resource server shows to another.",
        fix: "Name the resource in the authorization request, as an absolute URI without a fragment.",
        specification: "RFC 8707 §2"),
      causes: [.resourceMalformed, .resourceNotGranted]),
    ErrorCodeLesson(
      "invalid_redirect_uri",
      Lesson(
        what: "A redirection URI in the registration is not acceptable.",
        why: """
          Codes will be sent there, so it must be absolute, without fragment, and https unless it is the \
          client's own device.
          """,
        prevents: "Codes sent in the clear, or to an address of the attacker.",
        fix: "Register the full address as the client will send it.",
        specification: "RFC 7591 §3.2.2"),
      causes: [.redirectionURINotRegistrable, .redirectionURIsMissing]),
    ErrorCodeLesson(
      "invalid_client_metadata",
      Lesson(
        what: "A member of the registration has a value the server does not accept.",
        why: "The members must fit together: a public client, for example, has no way to authenticate itself.",
        prevents: "A client that is registered in one way and works in another.",
        fix: "Read error_description, and compare the registration with the server's metadata.",
        specification: "RFC 7591 §3.2.2"),
      causes: [
        .clientMetadataMalformed, .grantTypesInconsistent, .authenticationMethodUnsupported, .clientMetadataUnreadable,
        .scopeNotRegistrable, .idTokenAlgorithmUnsupported,
      ]),
  ]
}

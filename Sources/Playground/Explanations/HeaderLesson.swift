import AuthorizationServer
import OAuth

/// What there is to learn about one header field of the messages.
struct HeaderLesson: Sendable {
  let name: String
  let lesson: Lesson
  let checks: [Check]

  init(_ name: String, _ lesson: Lesson, checks: [Check] = []) {
    self.name = name
    self.lesson = lesson
    self.checks = checks
  }
}

extension HeaderLesson {
  static let all: [HeaderLesson] = [
    HeaderLesson(
      "Authorization",
      Lesson(
        what: "Carries credentials in a request: Basic for a client's secret, Bearer for an access token.",
        why: "Logs and caches know that this header is secret. They do not know it of a URL.",
        prevents: "Credentials in URLs and logs.",
        fix: """
          Token endpoint: Basic and base64 of client_id:client_secret. Protected resource: Bearer and the token. \
          One header, one space.
          """,
        specification: "RFC 6749 §2.3.1"),
      checks: [.clientAuthenticationReadable, .clientAuthenticationSingle, .accessTokenPresent, .accessTokenScheme]),
    HeaderLesson(
      "WWW-Authenticate",
      Lesson(
        what: "Says in a 401 or 403 how to authenticate, and why what was sent did not count.",
        why: "Status 401 alone does not tell a client which kind of credentials is wanted.",
        prevents: "Clients that refresh a token when scope is what they lack.",
        fix: "Read error in it. Where there is none, no usable credentials arrived at all.",
        specification: "RFC 6750 §3"),
      checks: [.clientAuthenticated, .accessTokenPresent, .accessTokenKnown, .scopeSufficient]),
    HeaderLesson(
      "Cache-Control",
      Lesson(
        what: "With no-store it forbids every cache to keep the response.",
        why: "Responses with tokens, codes or personal data would otherwise lie in a browser's or a proxy's cache.",
        prevents: "Tokens handed to the next user of a shared cache, or shown by the back button.",
        fix: "Leave it as the server sends it. Check that no proxy replaces it.",
        specification: "RFC 6749 §5.1")),
    HeaderLesson(
      "Pragma",
      Lesson(
        what: "With no-cache it tells very old caches the same as Cache-Control: no-store.",
        why: "OAuth 2.0 asks for both. The draft of OAuth 2.1 has dropped this one.",
        prevents: "A cache of HTTP/1.0 that keeps a token.",
        fix: "Nothing to do: it is sent beside Cache-Control.",
        specification: "RFC 6749 §5.1")),
    HeaderLesson(
      "Location",
      Lesson(
        what: "Where the browser shall go next. In an authorization response it holds code, state and iss.",
        why: "The authorization server reaches the client only through the browser, by sending it to redirect_uri.",
        prevents: "A server and a client that need a connection of their own before anybody has signed in.",
        fix: "Read it in the raw response: it is the authorization response, octet by octet.",
        specification: "RFC 6749 §4.1.2"),
      checks: [.redirectionURIRegistered]),
    HeaderLesson(
      "Set-Cookie",
      Lesson(
        what: "Gives the browser its session with the authorization server, out of reach of scripts and foreign forms.",
        why: "By it the server knows that login, consent and request come from one browser.",
        prevents: "Cross-site request forgery, and session theft by scripts.",
        fix: "Keep cookies between requests, with curl by -c and -b. After login there is a new one.",
        specification: "RFC 6749 §10.12"),
      checks: [.sessionPresent, .resourceOwnerSignedIn]),
    HeaderLesson(
      "Cookie",
      Lesson(
        what: "Brings the session back to the authorization server.",
        why: "Without it the server cannot tell the browser that signed in from any other.",
        prevents: "Forms sent from a browser in which nobody began anything.",
        fix: "Send back what Set-Cookie gave. Cookies ignore ports, so other programs on the same host get it too.",
        specification: "RFC 6749 §10.12"),
      checks: [.sessionPresent, .interactionKnown]),
    HeaderLesson(
      "Content-Type",
      Lesson(
        what: "Says how to read the body: a form in token requests, JSON in their responses.",
        why: "A body that two programs read in two ways passes one check and fails the other.",
        prevents: "JSON taken for a form, and error pages taken for tokens.",
        fix: """
          Token requests: application/x-www-form-urlencoded. The case of the letters and a charset behind it do \
          not matter.
          """,
        specification: "RFC 6749 §4.1.3"),
      checks: [.mediaTypeForm]),
    HeaderLesson(
      "Host",
      Lesson(
        what: "Names the server the client believes it is talking to.",
        why: "This server answers only to its own names, though every page can point a name of its own at 127.0.0.1.",
        prevents: "DNS rebinding.",
        fix: "Leave it as the library sets it: host and port of the URL.",
        specification: "RFC 9110 §7.2"),
      checks: [.hostOwn]),
    HeaderLesson(
      "Origin",
      Lesson(
        what: "Names the page whose script sends the request. Only browsers send it.",
        why: "A server can tell a script of its clients from one of a foreign page.",
        prevents: "Foreign pages that read tokens.",
        fix: "Nothing to do: no script can set it.",
        specification: "RFC 9700 §2.6"),
      checks: [.originAllowed]),
    HeaderLesson(
      "Access-Control-Allow-Origin",
      Lesson(
        what: "Names the origin whose scripts may read this answer, or * for all.",
        why: "Without it a browser sends the request, but keeps the answer from the script.",
        prevents: "A client in a browser that cannot work at all, and one that any page can use.",
        fix: "Where it is missing, look at the preflight request before, an OPTIONS: its checks say why.",
        specification: "RFC 9700 §2.6"),
      checks: [.originAllowed]),
    HeaderLesson(
      "Allow",
      Lesson(
        what: "Lists, in a 405, the methods that the endpoint takes.",
        why: "Whoever used the wrong method learns the right one.",
        prevents: "Trying one method after the other.",
        fix: "Use one of the methods in it. For the token endpoint that is POST.",
        specification: "RFC 9110 §15.5.6"),
      checks: [.methodAllowed]),
    HeaderLesson(
      "Referrer-Policy",
      Lesson(
        what: "With no-referrer the browser does not tell the next page which address it came from.",
        why: "The addresses in this flow hold codes and state.",
        prevents: "A code that leaks in the Referer header to whatever the callback page loads.",
        fix: "Set it on the client's callback page too.",
        specification: "RFC 9700 §4.2.4")),
    HeaderLesson(
      "X-Frame-Options",
      Lesson(
        what: "With DENY no other page can show this one in a frame.",
        why: """
          A page in a frame can lie, invisible, under the pointer of somebody who thinks they press another \
          button.
          """,
        prevents: "Clickjacking on the Allow button.",
        fix: "Nothing to do. Open the pages in a window of their own.",
        specification: "RFC 9700 §4.16")),
    HeaderLesson(
      "Content-Security-Policy",
      Lesson(
        what: "Says what a page may load, where its forms may lead and who may frame it.",
        why: "The login and consent pages need no script and nothing from elsewhere, so all of that is forbidden.",
        prevents: "Clickjacking, injected scripts, and a password form that leads to another site.",
        fix: "If a browser blocks the redirect after a form: form-action must name the client's origin as well.",
        specification: "RFC 9700 §4.16")),
    HeaderLesson(
      "X-Content-Type-Options",
      Lesson(
        what: "With nosniff the browser believes Content-Type and does not guess from the content.",
        why: "A value in a JSON error could look like HTML to a browser that guesses.",
        prevents: "Foreign text that is shown, and run, as a page.",
        fix: "Nothing to do. Your own server should send it too.",
        specification: "RFC 6749 §10.14")),
  ]
}

import OAuth

/// Why a request is refused before anybody asks what it means: its address, its form, its encoding.
enum RequestLessons {
  static let endpointUnknown = Lesson(
    what: "The path of the request is no endpoint of this server.",
    why: """
      A client learns the endpoints from the server's metadata or its manual. A server that guessed what a path \
      means could be steered to the wrong one.
      """,
    prevents: "A typing error in a path that is answered as if it were right, on one server and not on the next.",
    fix: """
      Read the paths from /.well-known/oauth-authorization-server and copy them exactly, upper and lower case \
      included.
      """,
    specification: "RFC 6749 §3")

  static let hostForeign = Lesson(
    what: "The Host header names a server that is not this one.",
    why: """
      This server listens on the loopback interface only. A page from the internet can still reach it, by a host \
      name of its own that points to 127.0.0.1.
      """,
    prevents: "DNS rebinding: a foreign web page talks to the local server under its own name and reads the answers.",
    fix: """
      Send the request to the host and port of the issuer, for example 127.0.0.1:8414, and leave Host as the \
      library sets it.
      """,
    specification: "RFC 8252 §8.3")

  static let originForeign = Lesson(
    what: "A script of another origin wants to read this endpoint's answer, and that origin is not known here.",
    why: """
      A browser lets a script read the answers of another origin only where that origin allows it. This server allows \
      pages of this machine, and those of the clients in its configuration. It never allows cookies.
      """,
    prevents: "A foreign web page that uses the local server behind the back of whoever looks at it.",
    fix: """
      Serve the page from 127.0.0.1 or localhost, or give its client a redirection URI of the same origin. The \
      authorization endpoint is not for scripts at all: let the browser go there.
      """,
    specification: "RFC 9700 §2.6")

  static let methodNotAllowed = Lesson(
    what: "The HTTP method is not one of this endpoint's; the Allow header lists those that are.",
    why: """
      A token request carries secrets, so it is a POST with a body. A GET would put them into the URL, and URLs \
      are kept.
      """,
    prevents: "Client secrets, codes and tokens in access logs, browser histories and Referer headers.",
    fix: "Send token requests with POST. Open the authorization request with GET, as a link does.",
    specification: "RFC 6749 §3.2")

  static let mediaTypeNotForm = Lesson(
    what: "The body is not announced as application/x-www-form-urlencoded.",
    why: """
      The token endpoint has one grammar for requests, that of an HTML form. With a second one, two parsers \
      could read one body in two ways.
      """,
    prevents: "A filter that reads the body as JSON while the server reads it as a form, or the other way round.",
    fix: """
      Set Content-Type: application/x-www-form-urlencoded and write the body as name=value pairs joined by &. \
      JSON is not accepted.
      """,
    specification: "RFC 6749 §4.1.3")

  static let requestUndecodable = Lesson(
    what: "A name or a value in the query or the body is not percent-encoded UTF-8.",
    why: """
      Broken octets can be repaired in several ways, and two programs that repair them differently see two \
      different requests.
      """,
    prevents: "A value that passes a filter in one reading and reaches the server in another.",
    fix: """
      Let a form encoder write names and values, not your own code. A percent sign itself becomes %25, a plus \
      sign %2B.
      """,
    specification: "RFC 6749 appendix B")

  static let requestJSONUnreadable = Lesson(
    what: "The body says that it is JSON, but it is not an object whose values are strings.",
    why: """
      This server reads JSON only because a switch tells it to. A parameter of OAuth is a text, whatever carries \
      it.
      """,
    prevents: "Numbers, lists and objects where a check expects a text.",
    fix: "Send a form, as the standard has it. For JSON, write each parameter as a string member of one object.",
    specification: "RFC 6749 §4.1.3")

  static let requestHasTooManyParameters = Lesson(
    what: "The request has more parameters than the server reads.",
    why: "Every parameter costs time and memory before the server knows who is asking, so it takes only so many.",
    prevents: "A request made of thousands of small pairs that keeps the server busy.",
    fix: """
      Send the parameters the endpoint defines. Look for a loop in the client that adds the same one again and \
      again.
      """,
    specification: "RFC 9110 §17.5")

  static let parameterRepeated = Lesson(
    what: "A parameter that may occur once was sent more often.",
    why: """
      Of two values one program takes the first and the next one the last. Nobody can say which of them was \
      checked.
      """,
    prevents: "Parameter pollution: a proxy checks one value while the server acts on the other.",
    fix: """
      Send each parameter once; an empty copy counts as well. Look for a URL template that already holds what \
      the client adds.
      """,
    specification: "RFC 6749 §3.1")
}

extension Interference {
  /// What harms the request on its way. Those of the other two kinds have nothing to say here.
  var requestLesson: InterferenceLesson {
    switch self {
    case .postToGet:
      InterferenceLesson(
        title: "POST turned into GET by a redirect",
        does:
          "A gateway answers a POST with 301 and the same address. The HTTP library under the client follows, as all "
          + "of them do, with a GET and without the body.",
        seen:
          "The server says that GET is not allowed, or that grant_type is missing, of a request that was a perfect POST.",
        who: "Redirects from http to https, from example.org to www.example.org, to or from a slash at the end; every "
          + "library follows 301 and 302 that way.",
        fix:
          "Configure the final URL of the token endpoint, as the server's metadata has it. A server that must redirect "
          + "a POST uses 307 or 308, which keep method and body.")
    case .loseBody:
      InterferenceLesson(
        title: "the body gets lost",
        does: "The request arrives with its headers and with an empty body.",
        seen: "invalid_request: grant_type is missing, although the client's own log shows it.",
        who:
          "A middleware that has read the stream already, a proxy that does not buffer bodies, a body given to a GET, "
          + "an HTTP library that is given the form in the wrong argument.",
        fix:
          "Compare Content-Length as sent with what the server got. Read the body in one place only, and let the proxy "
          + "pass it on.")
    case .decodeTwice:
      InterferenceLesson(
        title: "the body is decoded twice",
        does: "Somebody before the server decodes the form once already, and the server decodes it again.",
        seen: "Most requests work. One whose value contains %, + or & is refused: a wrong secret, a redirect_uri that "
          + "differs, a parameter that was never sent.",
        who:
          "Gateways and frameworks that hand on decoded forms, web application firewalls that normalise them, scripts "
          + "that unquote what is plain already.",
        fix:
          "Decode a form exactly once, at its receiver. Until then, choose secrets and state from unreserved characters."
      )
    case .alterRequest:
      InterferenceLesson(
        title: "one octet of the request altered",
        does: "In the longest word of the body one letter becomes the next: mostly that is the code or the verifier. "
          + "Without a body it happens to the Authorization header or the query.",
        seen: "invalid_grant, invalid_token or invalid_client, for something that looks right at a glance.",
        who: "Copying by hand, a terminal that wraps lines, a database column that is too short or folds case, a mail "
          + "program that helps.",
        fix: "Compare what was issued with what arrived, octet by octet. Store codes and tokens as they are, with room."
      )
    case .delay:
      InterferenceLesson(
        title: "the request comes late",
        does: "The request is held on its way. Where the server's clock is held, the clock goes forward instead and "
          + "nobody waits.",
        seen: "A code or token that was good when the request left has expired when it arrives; a client that has no "
          + "patience gives up, although the server does what it was asked.",
        who: "Queues, retries after a lost packet, a mobile phone in a tunnel, a proxy that looks at everything, a "
          + "breakpoint in a debugger.",
        fix:
          "Redeem a code at once. Set a timeout at the client, and find out what became of a request before it is sent again."
      )
    case .deliverTwice:
      InterferenceLesson(
        title: "the request is delivered twice",
        does: "The server gets the same request two times. The first answer is lost; the client gets the second.",
        seen:
          "invalid_grant at the first try: the code was used already. With a refresh token every token of the family "
          + "is revoked.",
        who:
          "Proxies that repeat a request at another server, HTTP libraries that try again on a new connection, double "
          + "clicks, pages that are loaded again.",
        fix:
          "No automatic retry for POST to the token endpoint. A server may grant a short grace period for refresh tokens."
      )
    default: stripLesson
    }
  }

  private var stripLesson: InterferenceLesson {
    InterferenceLesson(
      title: "Authorization header stripped",
      does: "The Authorization header is taken away. Everything else arrives.",
      seen:
        "401 without a reason at the resource, or invalid_client at the token endpoint, with a header that is right.",
      who: "PHP behind CGI or FastCGI: Apache keeps the header to itself. Also proxies with a login of their own, and "
        + "redirects to another host.",
      fix:
        "CGIPassAuth On, or a rewrite rule that copies the header into HTTP_AUTHORIZATION. For client credentials the "
        + "form works meanwhile; an access token does not belong into the URL.")
  }
}

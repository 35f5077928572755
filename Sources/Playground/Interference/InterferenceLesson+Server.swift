extension Interference {
  /// What harms the answer on its way.
  var answerLesson: InterferenceLesson {
    switch self {
    case .alterResponse:
      InterferenceLesson(
        title: "one octet of the answer altered",
        does: "In the longest word of the answer's body one letter becomes the next: mostly that is a token. Without a "
          + "body it happens to the redirect.",
        seen:
          "All went well, and the next request is refused: invalid_token or invalid_grant. A signed token fails its "
          + "signature at once.",
        who:
          "Storing a token in a column that is too short, logging and copying it, transcoding JSON, caches that mix up "
          + "answers.",
        fix: "Compare the token as received with the token as sent. Verify signatures, which is what they are for.")
    case .phpWarning:
      InterferenceLesson(
        title: "a PHP warning before the JSON",
        does: "The body begins with a warning in HTML. Status and headers are those of a success.",
        seen: "200, application/json, and a client that says: unexpected token < at position 0.",
        who:
          "PHP with display_errors on, in WordPress WP_DEBUG: any notice of any plug-in is printed into every answer.",
        fix: "Turn display_errors off on the server and log to a file. A client reads the body as text once, before it "
          + "blames the JSON.")
    default:
      InterferenceLesson(
        title: "the answer is lost",
        does: "The server does what it was asked. Then the connection is closed and its answer reaches nobody.",
        seen:
          "The client knows nothing. It tries again, and now the code was used already, or the refresh token is an old "
          + "one and its family is revoked.",
        who: "Networks, mobile phones that change the network, load balancers that restart, timeouts shorter than the "
          + "server's work.",
        fix:
          "After a lost answer start again with a new authorization request. For refresh tokens a server may grant a "
          + "short grace period (refreshTokenGrace).")
    }
  }

  /// What is wrong with the server, or keeps everybody from it.
  var serverLesson: InterferenceLesson {
    switch self {
    case .clockSkew:
      InterferenceLesson(
        title: "the server's clock is wrong",
        does:
          "The server answers as if it were another time, ahead of the client's clock or, with a negative time, behind it.",
        seen:
          "An ID token that was issued in the future or has expired on arrival; codes that live too short or too long.",
        who: "Virtual machines that slept, containers without NTP, two servers of one service that do not agree.",
        fix:
          "Synchronise both clocks. A client allows some minutes around iat and exp, and counts expires_in from when the "
          + "answer came.")
    case .abort:
      InterferenceLesson(
        title: "the connection is closed",
        does: "The connection is closed before the server sees the request.",
        seen: "No answer at all, and nothing has happened: the same request works the next time.",
        who: "Firewalls, servers that restart, keep-alive connections that the other side has just given up.",
        fix:
          "Try again; nothing was used up. From the client alone it looks just like a lost answer, where something was."
      )
    case .failStore:
      InterferenceLesson(
        title: "the server cannot write",
        does: "The change that the request needs cannot be stored, so it does not happen.",
        seen: "503, or server_error in the redirect. The code is not used up.",
        who: "Databases that are full, read-only or restarting.",
        fix: "Wait as long as Retry-After says and try again: the code is still good, as long as it lives.")
    case .failClientLookup:
      InterferenceLesson(
        title: "the client cannot be looked up",
        does: "Whether the client is known cannot be found out.",
        seen: "503. It is not invalid_client: the client may be right.",
        who: "Directories and databases of clients that are away for a moment.",
        fix: "Try again. A server must not answer invalid_client where it only does not know.")
    default:
      InterferenceLesson(
        title: "the server is switched off",
        does: "The gateway answers in the server's place: 502, a page of HTML. The server sees nothing.",
        seen: "Bad Gateway, and a client that tries to read a page as JSON.",
        who:
          "nginx, Apache and every load balancer whose server behind it does not run: a deployment, a crash, php-fpm "
          + "that has stopped.",
        fix: "Look at the status and the media type before reading JSON, and try again later. Nothing was used up.")
    }
  }
}

import OAuth

/// Why a client does not accept an answer of the token endpoint.
enum TokenResponseLessons {
  static let tokenErrorReceived = Lesson(
    what: "The token endpoint answered with an error.",
    why: """
      The code says what to do next: after invalid_grant a new authorization, after invalid_client a look at the \
      configuration.
      """,
    prevents: "Endless retries with a code that will never work again.",
    fix: "Look up the error code. Beside it stand the server's own checks, which say more than the wire does.",
    specification: "RFC 6749 §5.2")

  static let tokenResponseUnreadable = Lesson(
    what: "The token endpoint answered with a failure that holds no error code.",
    why: """
      An error of the token endpoint is JSON with a member error. Anything else often comes from a proxy or a \
      web server in front.
      """,
    prevents: "Guessing at the text of an error page.",
    fix: """
      Read the raw response. Check the path of the endpoint, and whether a gateway or a login page answered \
      instead.
      """,
    specification: "RFC 6749 §5.2")

  static let tokenResponseMediaTypeWrong = Lesson(
    what: "The token response is not announced as application/json.",
    why: "The media type tells how to read the body. A page that happens to look like JSON is no token response.",
    prevents: "An error page or a captive portal that is read as if it held tokens.",
    fix: "Check the URL of the token endpoint. The server answers with Content-Type: application/json.",
    specification: "RFC 6749 §5.1")

  static let tokenResponseNotJSON = Lesson(
    what: "The body of the token response is not valid JSON.",
    why: "Half-read tokens are worse than none. The client takes the whole document or nothing.",
    prevents: "Two readers of one broken body that end up with two different tokens.",
    fix: "Look at the beginning of the body: warnings the server printed in front of the JSON are a usual cause.",
    specification: "RFC 6749 §5.1")

  static let tokenResponseNotObject = Lesson(
    what: "The token response is JSON, but not an object.",
    why: "The members are found by their names, so there must be an object to look into.",
    prevents: "A list or a bare text that is taken for a token.",
    fix: "The server has to send an object with access_token and token_type at its top level.",
    specification: "RFC 6749 §5.1")

  static let accessTokenMissing = Lesson(
    what: "The token response has no access_token, or one that is not a text.",
    why: "The access token is what the exchange is for. A success without one is no success.",
    prevents: "A client that goes on as if it were signed in, with nothing to show to the resource.",
    fix: "Look for a member error in the body: some servers send errors with status 200.",
    specification: "RFC 6749 §5.1")

  static let tokenTypeMissing = Lesson(
    what: "The token response does not say what type of token it holds.",
    why: "The type tells how the token is used. A client must not use one whose type it does not know.",
    prevents: "A token sent in a way that the resource does not check.",
    fix: "The server has to add token_type, usually with the value Bearer.",
    specification: "RFC 6749 §7.1")

  static let tokenTypeUnsupported = Lesson(
    what: "The token is of a type this client does not know how to use.",
    why: "Other types ask for a proof beside the token. Sent as a bearer token they would lose that protection.",
    prevents: "A bound token turned into one that works for whoever holds it.",
    fix: "Ask the server for bearer tokens, or use a client that knows the type, for example DPoP.",
    specification: "RFC 6749 §7.1")

  static let accessTokenMalformed = Lesson(
    what: "The access token holds a character that cannot travel in the Authorization header.",
    why: "The client writes the token into a header. A space or a line end in it would begin something new there.",
    prevents: "Header injection by a dishonest or broken authorization server.",
    fix: "The server has to issue tokens of A-Z a-z 0-9 - . _ ~ + / only, with = at nothing but the end.",
    specification: "RFC 6750 §2.1")

  static let lifetimeNotNumeric = Lesson(
    what: "expires_in is not a number of seconds.",
    why: "It is a JSON number of 0 or more. A text, a date or a negative number leaves open when the token ends.",
    prevents: "A client that uses a token long after its end, or that refreshes at every call.",
    fix: "The server has to send a plain number such as 3600: seconds from now, not a time of day.",
    specification: "RFC 6749 §5.1")

  static let refreshTokenNotString = Lesson(
    what: "refresh_token is there, but it is not a text, or it is empty.",
    why: "The client stores the value and sends it back later. What is not a text cannot be sent back unchanged.",
    prevents: "A refresh that fails days later, when nobody thinks of the login any more.",
    fix: "The server has to send a text, or leave the member out when it issues no refresh token.",
    specification: "RFC 6749 §5.1")

  static let grantedScopeNotString = Lesson(
    what: "scope in the token response is not a text.",
    why: """
      Granted scope is written as in the request: one text, the tokens separated by spaces. A JSON list is \
      something else.
      """,
    prevents: "A client that believes in rights it does not hold, because it could not read the list.",
    fix: "The server has to send the tokens in one text, joined by single spaces.",
    specification: "RFC 6749 §5.1")

  static let grantedScopeMalformed = Lesson(
    what: "scope in the token response is not a list of tokens with one space between them.",
    why: "A server may grant less than was asked for, and says so here. The client must be able to compare the two.",
    prevents: "Rights taken for granted because a separator was misread.",
    fix: "The server has to join the tokens with single spaces, with none at the ends, and without quotes.",
    specification: "RFC 6749 §3.3")
}

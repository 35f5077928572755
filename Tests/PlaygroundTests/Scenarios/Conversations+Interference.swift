extension `Conversations of the built-in scenarios` {
  /// Alice is signed in already.
  private static let again = [
    open, "browser → server  POST /authorize/consent  303", "browser → client  GET /callback  200",
  ]
  private static let first = authorized + [keys]

  /// Of those in which something happens on the way.
  static let interfered: [String: [String]] = [
    "post-becomes-get": first + [token(301), "client → server  GET /token  405", token(200)],
    "body-lost": first + [token(400), token(401), token(200)],
    "body-decoded-twice": first + [token(400), token(200)],
    "token-altered": first + [token(200), me(401)] + again + [token(200), me(401), me(200)],
    "id-token-altered": first + [token(200)],
    "delayed-code": first + [token(400)] + again + [token(200)],
    "delivered-twice": first + [token(200), token(400)] + again + [token(200), me(200), me(200)],
    "answer-lost-code": first + [token(200), token(400)] + again + [token(200)],
    "answer-lost-refresh": first + [token(200), refresh(200), refresh(400), me(401)] + again
      + [token(200), refresh(200), refresh(200)],
    "php-warning": first + [token(200), token(400)],
    "bad-gateway": first + [token(502), token(200)],
    "connection-closed": first + [token(0), token(0), token(200)],
    "clock-ahead": first + [token(200)] + again + [token(200)],
    "clocks-disagree": first + [token(400)] + again + [token(200)],
  ]
}

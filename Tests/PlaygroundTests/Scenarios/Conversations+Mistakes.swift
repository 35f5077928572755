extension `Conversations of the built-in scenarios` {
  private static let callback = "browser → client  GET /callback  200"
  private static let signedIn = [open, "browser → server  POST /authorize/consent  303", callback]
  private static func authorize(_ status: Int) -> String { "browser → server  GET /authorize  \(status)" }

  /// Of those that show a mistake at one stage.
  static let mistakes = [
    atAuthorize, ofTokenRequests, ofCodes, atTheResource, ofRefreshTokens, ofTheServer, interfered,
  ].reduce(
    into: [:]) { $0.merge($1) { first, _ in first } }

  private static let atAuthorize: [String: [String]] = [
    "redirect-uri-prefix": [authorize(400), open],
    "redirect-uri-omitted": [open, authorize(400), authorize(400)],
    "redirect-uri-fragment": [authorize(400), open],
    "localhost-is-another-host": [authorize(400), open],
    "loopback-any-port": [open, authorize(400), authorize(400)],
    "client-unknown-at-authorize": [authorize(400), authorize(400), open],
    "authorize-url-over-several-lines": [
      "client → server  GET /authorize  400", "client → server  GET /authorize  200",
    ],
    "response-type-missing": [authorize(303), callback],
    "response-type-token": [authorize(303), callback, authorize(303), callback],
    "response-mode-unknown": [authorize(303), callback, open],
    "state-missing": authorized + [authorize(303), callback],
    "state-changed-by-the-server": authorized + signedIn,
    "refresh-token-in-the-fragment": authorized + [authorize(303), callback],
    "response-with-extras": authorized + [keys, token(200)],
    "state-sent-twice": ["client → server  GET /authorize  303", token(400)],
    "scope-unknown": [authorize(303), callback] + authorized + [keys, token(200)],
    "default-scope-refused": authorized + [keys, token(200), authorize(200)],
    "scope-left-out": authorized + [keys, token(200), me(200)],
    "scope-unticked": authorized + [keys, token(200), me(200)],
    "challenge-without-method": [authorize(303), callback, authorize(303), callback, open],
    "native-app-without-challenge": [authorize(303), callback],
    "prompt-allow": [authorize(303), callback, open],
    "password-mistyped": [open, "browser → server  POST /authorize/login  400"] + authorized,
  ]

  private static let ofTokenRequests: [String: [String]] = [
    "grant-type-is-the-code": authorized + [keys, token(400), token(200)],
    "grant-type-misspelt": authorized + [keys, token(400), token(400), token(400), token(400), token(200)],
    "parameters-in-the-query": authorized + [token(400), token(400), keys, token(200)],
    "secret-in-the-url": authorized + [token(400), keys, token(200)],
    "token-request-by-get": authorized + ["client → server  GET /token  405", keys, token(200)],
    "json-at-the-token-endpoint": authorized + [token(400), keys, token(200)],
    "json-called-a-form": authorized + [token(400), keys, token(200)],
    "content-type-missing": authorized + [token(400), keys, token(200)],
    "content-type-with-charset": authorized + [keys, token(200), "client → server  POST /me  200"],
    "bearer-at-the-token-endpoint": authorized + [keys, token(401), token(200)],
    "basic-not-encoded": authorized + [keys, token(401), token(401), token(200)],
    "basic-form-encoded": authorized + [keys, token(200)],
    "credentials-twice": authorized + [keys, token(400), token(200)],
    "two-clients-named": authorized + [keys, token(400), token(200)],
    "client-not-named": authorized + [keys, token(401), token(200)],
    "public-client-with-a-secret": authorized + [keys, token(401), token(200)],
    "two-faults-at-once": authorized + [keys, token(401), token(400), token(200)],
    "password-grant": [keys, token(400)],
    "json-broken": [token(400)],
    "form-not-encoded": [token(400)],
    "error-with-status-200": authorized + [keys, token(400), token(200)],
  ]

  private static let ofCodes: [String: [String]] = [
    "expired-and-elsewhere": authorized + [
      keys, token(400), token(400), open, "browser → server  POST /authorize/consent  303", callback, token(400),
      token(200),
    ],
    "client-slow-to-redeem": authorized + [
      keys, token(400), open, "browser → server  POST /authorize/consent  303", callback, token(200),
    ],
    "code-mangled": authorized + [keys, token(400), token(400), token(200)],
    "code-of-another-client": authorized + [keys, token(400), token(200), me(200)],
    "redirect-uri-missing-at-token": authorized + [keys, token(400), token(200)],
    "state-at-the-token-endpoint": authorized + [keys, token(200)],
    "verifier-too-short": authorized + [keys, token(400), token(400), token(200)],
    "verifier-without-challenge": authorized + [keys, token(400)],
    "code-burnt-by-failure": authorized + [keys, token(400), token(400)],
    "replay-by-guess": authorized + [keys, token(200), token(400), me(200)],
    "redirect-uri-only-at-token": authorized + [keys, token(400), token(200)],
  ]

  private static let atTheResource: [String: [String]] = [
    "bearer-as-a-header-name": authorized + [keys, token(200), me(401), me(200)],
    "token-without-its-scheme": authorized + [keys, token(200), me(401), me(401), me(200)],
    "bearer-in-lower-case": authorized + [keys, token(200), me(200), me(401)],
    "client-credentials-at-me": authorized + [keys, token(200), me(401), me(200)],
    "token-in-the-url": authorized + [keys, token(200), me(401), me(200)],
    "token-sent-two-ways": authorized + [keys, token(200), me(400), me(200)],
    "code-as-access-token": authorized + [me(401), keys, token(200), me(200)],
    "cookie-changes-nothing": authorized + [keys, token(200), me(401), me(401), me(401), me(200)],
    "access-token-unknown": authorized + [keys, token(200), me(401), me(200)],
    "scope-too-small": authorized + [keys, token(200), me(403)],
    "refresh-token-at-me": authorized + [keys, token(200), me(401), me(200)],
    "id-token-at-me": authorized + [keys, token(200), me(401), me(200)],
  ]

  private static let ofRefreshTokens: [String: [String]] = [
    "refresh-in-turn": authorized + [keys, token(200), token(200), token(200), token(200), me(200)],
    "refresh-without-new-token": authorized + [keys, token(200), token(200), token(200)],
    "refresh-too-late": authorized + [keys, token(200), token(400)],
    "refresh-by-another-client": authorized + [keys, token(200), token(400), token(200)],
    "refresh-for-more": authorized + [keys, token(200), token(400), token(200), token(200)],
    "refresh-without-secret": authorized + [keys, token(200), token(401), token(200)],
    "refresh-token-not-issued": authorized + [
      keys, token(200), token(400), open, "browser → server  POST /authorize/consent  303", callback, token(200),
      token(200),
    ],
    "refresh-in-two-tabs": authorized + [
      keys, token(200), token(200), token(400), me(401), open, "browser → server  POST /authorize/consent  303",
      callback, token(200), token(200), token(200),
    ],
    "refresh-token-revoked": authorized + [keys, token(200), revoked, refresh(400)],
    "refresh-token-refused": authorized + [keys, token(200), refresh(200)],
    "redirect-uri-without-a-browser": [token(200)],
    "client-credentials-as-json": [token(400)],
    "path-of-somebody-else": ["client → server  POST /wptest/wordpress/token  404", token(200)],
    "client-credentials-without-secret": [token(400), token(401), token(200)],
    "expires-in-is-a-duration": [
      token(200), "api → server  POST /introspect  200", "api → server  POST /introspect  200",
    ],
  ]

  private static let ofTheServer: [String: [String]] = [
    "introspect-without-credentials": authorized + [
      keys, token(200), "client → server  POST /introspect  401", "client → server  POST /introspect  200",
    ],
    "revoke-without-credentials": authorized + [keys, token(200), "client → server  POST /revoke  401", me(200)],
    "revoke-of-another-client": authorized + [keys, token(200), "client → server  POST /revoke  400", me(200)],
    "server-switched-off": authorized + ["client → server  GET /jwks  503", token(503), keys, token(200)],
    "register-plain-http": ["client → server  POST /register  400", "client → server  POST /register  201"],
    "authorization-header-lost": authorized + [keys, token(401), token(200), me(401), me(200)],
    "client-lookup-fails": authorized + [keys, token(503), token(200)],
  ]
}

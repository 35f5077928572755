import OAuth

// What the plugins have of WordPress itself, and of each other.

extension Policy {
  /// What the plugins have in common whose codes go to whatever begins as the registered address does.
  static let wordPress: Policy = {
    var policy = Policy.php
    policy.slashes = true
    policy.redirectURIMatching = .prefixIgnoringCase
    policy.scopePerClient = false
    policy.resourceScope = ""
    policy.consent = .never
    policy.refreshTokenRotation = true
    policy.refreshTokenOnce = false
    policy.refreshTokenReuse = .allow
    return policy
  }()
}

extension Dialect {
  /// Every way in which a token can be no good, but for those that concern its user.
  static let unfitTokens: [Refusal.Kind] = [
    .accessTokenMissing, .accessTokenInQuery, .accessTokenInBody, .accessTokenRepeated, .accessTokenSchemeWrong,
    .accessTokenEmpty, .accessTokenMalformed, .accessTokenSignatureInvalid, .idTokenAsAccessToken,
    .accessTokenForAnother, .accessTokenUnknown, .authorizationCodeAsAccessToken, .refreshTokenAsAccessToken,
    .accessTokenRevoked, .accessTokenExpired, .scopeInsufficient, .mediaTypeNotForm,
  ]
}

extension Answers.SignInView {
  /// The address that /wp-login.php is to come back to: the parameters of the request, put together without encoding.
  /// Once somebody has signed in again, prompt has had its effect.
  var again: String {
    let kept = parameters.elements.filter { $0.name != .prompt || $0.value != "login" }
    return path + "?" + FormEncoding.encode(Parameters(kept), .raw)
  }
}

extension Answers.ResourceView {
  /// A row of the table of users, as far as programs show it: text, as the database has it.
  var wordPressUser: [JSON.Member] {
    let login = owner?.username ?? ""
    return [
      .init("ID", .string(String(ordinal))), .init("user_login", .string(login)),
      .init("user_nicename", .string(login.asciiLowercased)), .init("user_email", .string(email)),
      .init("user_registered", "2018-03-06 12:00:00"), .init("user_status", "0"),
      .init("display_name", .string(claim("name") ?? login)),
    ]
  }

  var email: String { claim("email") ?? "" }

  private func claim(_ name: String) -> String? { owner?.claims.first { $0.name == name }?.value.string }
}

extension MetadataView {
  /// The issuer, which is https whatever the server is.
  var secureIssuer: JSON {
    let isPlain = issuer.text.utf8.starts(with: "http:".utf8)
    return .string(isPlain ? "https" + issuer.text.dropFirst("http".count) : issuer.text)
  }
}

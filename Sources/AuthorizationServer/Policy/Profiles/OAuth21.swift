extension Profile {
  /// What the draft of OAuth 2.1 asks for: the standards, with what it makes stricter and what it gives up.
  public static let oauth21 = Profile(
    name: "oauth21",
    summary: "The draft of OAuth 2.1: PKCE for every client, no second redirect_uri",
    policy: .oauth21,
    dialect: .strict,
    paths: strict.paths)
}

extension Policy {
  fileprivate static let oauth21: Policy = {
    var policy = Policy()
    // OAuth 2.1 §4.1.1, §7.5.1.1: an injected code hits confidential clients, too.
    policy.requirePKCE = .all
    // OAuth 2.1 §10.2: PKCE does the work of redirect_uri at the token endpoint;
    // a client that still sends it is held to it.
    policy.redirectURIAtToken = .optional
    return policy
  }()
}

import OAuth

extension Profile {
  /// The edition that the document about client credentials describes. Nobody could look inside it: where the document
  /// is silent, it speaks as the free edition does.
  public static let miniOrangePremium = Profile(
    name: "miniorange-premium",
    summary: "miniOrange OAuth 2.0 Server as its document on client credentials has it: the paid edition",
    policy: .miniOrangePremium,
    dialect: .miniOrange(answers: .miniOrangePremium),
    paths: .miniOrange(and: [
      .introspection: ["/wp-json/moserver/introspection"],
      .revocation: ["/wp-json/moserver/revoke"],
    ]),
    orders: .miniOrange.replacing([.clientCredentials: Orders.bshaffer[.clientCredentials]]),
    notes: [
      Note(
        nil,
        "Known from its document, and from the free edition's engine. Where revocation and introspection are is a guess."
      ),
      Note(
        "accessTokenLifetime",
        "expires_in is 600. The document calls that Unix time; it is seconds from now. RFC 6749 §5.1."),
      Note(
        "clientConfidential",
        "The document's requests carry redirect_uri and scope. No person is there to be sent anywhere: the first has no use."
      ),
      Note(
        "credentialPrecedence",
        "The document's sample in Java sends the secret in the header and in the form. RFC 6749 §2.3 wants one of them; here "
          + "the header counts, and a wrong secret in the form is never noticed."),
      Note(
        "acceptsJSONBody",
        "The document's sample in C# sends JSON, which works here and nowhere where RFC 6749 §4.4.2 is kept."),
      Note("errorsAsOK", "As in the free edition, errors go out with status 200."),
    ])
}

extension Policy {
  fileprivate static let miniOrangePremium: Policy = {
    var policy = Policy.miniOrange
    policy.accessTokenLifetime = .seconds(600)
    policy.grantTypes = [.authorizationCode, .refreshToken, .clientCredentials, .password]
    policy.refreshTokenRotation = true
    policy.supportPKCE = .lenient
    // A client's own scope counts, whatever the list for people says.
    policy.offeredScope = ""
    policy.scopePerClient = true
    return policy
  }()
}

extension Answers {
  fileprivate static let miniOrangePremium: Answers = {
    var answers = Answers.miniOrange
    answers.clientCredentials = [.accessToken, .expiresIn, .tokenType]
    return answers
  }()
}

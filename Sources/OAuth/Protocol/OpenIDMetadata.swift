/// What an OpenID provider says about itself beyond what every authorization server does. OpenID Connect Discovery §3.
public struct OpenIDMetadata: Equatable, Sendable {
  public var userinfoEndpoint: String
  public var idTokenSigningAlgorithms: [SigningAlgorithm]
  /// In ID tokens and at the userinfo endpoint.
  public var claims: [String]
  public var prompts: [Prompt]

  public init(
    userinfoEndpoint: String, idTokenSigningAlgorithms: [SigningAlgorithm], claims: [String], prompts: [Prompt]
  ) {
    self.userinfoEndpoint = userinfoEndpoint
    self.idTokenSigningAlgorithms = idTokenSigningAlgorithms
    self.claims = claims
    self.prompts = prompts
  }

  /// What is left out of the document would be read as a default, and that of `request_uri` is true.
  var members: [JSON.Member] {
    [
      .init("userinfo_endpoint", .string(userinfoEndpoint)),
      .init("subject_types_supported", ["public"]),
      .init(
        "id_token_signing_alg_values_supported", .array(idTokenSigningAlgorithms.map { .string($0.rawValue) })),
      .init("claim_types_supported", ["normal"]),
      .init("claims_supported", .array(claims.map(JSON.string))),
      .init("prompt_values_supported", .array(prompts.map { .string($0.rawValue) })),
      .init("claims_parameter_supported", false),
      .init("request_parameter_supported", false),
      .init("request_uri_parameter_supported", false),
    ]
  }
}

/// What the authorization endpoint shall ask the person at the browser. OpenID Connect Core §3.1.2.1.
public enum Prompt: String, Sendable, CaseIterable {
  case none
  case login
  case consent
  case selectAccount = "select_account"
}

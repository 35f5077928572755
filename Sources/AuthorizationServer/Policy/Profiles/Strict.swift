extension Profile {
  /// What the standards ask for.
  public static let strict = Profile(
    name: "strict",
    summary: "RFC 6749, 6750, 7636, 8414, 9207, OpenID Connect and the security practice of RFC 9700",
    policy: Policy(),
    dialect: .strict,
    paths: EndpointPaths([
      .authorization: ["/authorize"],
      .login: ["/authorize/login"],
      .consent: ["/authorize/consent"],
      .token: ["/token"],
      .me: ["/me"],
      .introspection: ["/introspect"],
      .revocation: ["/revoke"],
      .keys: ["/jwks"],
      .openIDConfiguration: ["/.well-known/openid-configuration"],
      .pushedAuthorizationRequest: ["/par"],
      .deviceAuthorization: ["/device_authorization"],
      .device: ["/device"],
      .deviceLogin: ["/device/login"],
      .deviceConsent: ["/device/consent"],
      .registration: ["/register"],
      .metadata: ["/.well-known/oauth-authorization-server"],
    ]))
}

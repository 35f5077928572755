public import OAuth

/// What a server says where it grants what was asked: which members, in which order.
public struct Answers: Sendable {
  /// A parameter of the authorization response.
  public enum AuthorizationMember: String, Sendable {
    case code
    case state
    case issuer
    /// Names the sign-in. OpenID Connect Session Management §2.
    case sessionState
  }

  /// A member of the token response.
  public enum TokenMember: String, Sendable {
    case accessToken
    case tokenType
    case expiresIn
    case refreshToken
    case scope
    /// The scope, and `null` where there is none.
    case scopeOrNull
    case idToken
    // What no standard has.
    case refreshExpiresIn
    case notBeforePolicy
    case sessionState
  }

  /// What the protected resource can tell about.
  public struct ResourceView: Sendable {
    public let owner: ResourceOwner?
    /// The owner's number among those of the server, counted from 1.
    public let ordinal: Int
    public let token: AccessToken
  }

  /// A request whose resource owner must sign in first.
  public struct SignInView: Sendable {
    /// The request target as it came.
    public let target: String
    public let parameters: Parameters
    /// Where the authorization endpoint is.
    public let path: String
    public let client: ClientIdentifier
    public let state: String?
  }

  public var authorization: [AuthorizationMember]
  public var token: [TokenMember]
  /// The same where a client speaks for itself, if others.
  public var clientCredentials: [TokenMember]?
  /// The same for a refresh.
  public var refresh: [TokenMember]?
  public var tokenType: String
  public var resource: @Sendable (ResourceView) -> JSON
  /// The member of the resource that says whose it is.
  public var subjectMember = "sub"
  /// What an introspection tells of a token that introspects itself.
  public var tokenInformation: @Sendable (AccessToken) -> JSON
  /// The body of a revocation; nil is none. RFC 7009 §2.2.
  public var revocation: JSON?
  /// What is told to whoever has signed out.
  public var sessionEnded: JSON = ["status": true]
  /// The metadata document, where it is not the one of the standards.
  public var metadata: (@Sendable (MetadataView) -> JSON)?
  /// With what the browser is sent to the login page; nil where the authorization endpoint shows that page itself.
  public var signIn: (@Sendable (SignInView) -> Parameters)?
  /// Where the browser goes from that page to ask once more; nil where the server goes on with the request it was sent.
  public var signInReturn: (@Sendable (SignInView) -> String)?
  public var codeForm: TokenForm
  /// Whether a code goes on with the sign-in and the client, each behind a dot.
  public var codeNamesSession = false
  public var accessTokenForm: TokenForm
  public var refreshTokenForm: TokenForm

  public static let strict = Answers(
    authorization: [.code, .state, .issuer],
    token: [.accessToken, .tokenType, .expiresIn, .refreshToken, .scope, .idToken], tokenType: "Bearer",
    resource: { .object($0.owner?.claims(openedBy: $0.token.scope) ?? []) },
    tokenInformation: {
      ["active": true, "scope": .string($0.scope.description), "client_id": .string($0.client.text)]
    },
    revocation: nil, metadata: nil, signIn: nil, codeForm: .base64URL(octets: 32),
    accessTokenForm: .base64URL(octets: 32), refreshTokenForm: .base64URL(octets: 32))
}

/// What a metadata document can be made of.
public struct MetadataView: Sendable {
  public let issuer: Issuer
  /// What is asked about, where the path names a client.
  public let client: String?
  public let url: @Sendable (Endpoint) -> String
}

public import OAuth

/// The server's switches and lifetimes: each bends one check. The defaults are those of `strict`.
public struct Policy: Equatable, Sendable {
  public var codeLifetime: Duration = .seconds(30)
  public var accessTokenLifetime: Duration = .seconds(3600)
  public var refreshTokenLifetime: Duration = .seconds(1_209_600)
  public var pushedRequestLifetime: Duration = .seconds(60)
  public var deviceCodeLifetime: Duration = .seconds(600)
  public var deviceInterval: Duration = .seconds(5)

  /// Whether times are whole seconds, of which the last still counts.
  public var wholeSeconds = false

  public enum PKCERequirement: String, Sendable, CaseIterable {
    case `public`
    case all
    case none
  }
  public var requirePKCE: PKCERequirement = .public
  public var allowPlainPKCE = false

  public enum PKCESupport: String, Sendable, CaseIterable {
    case full
    /// A verifier without a challenge is not read.
    case lenient
    /// Challenge and method are looked at only when the code is redeemed; a method that nobody knows is plain.
    case unexamined
    /// Where OpenID Connect is on, and then challenge and method are looked at only when the code is redeemed.
    case openID
    case never
  }
  public var supportPKCE: PKCESupport = .full

  public enum RedirectionURIMatching: String, Sendable, CaseIterable {
    case exact
    case prefix
    case ignoreCase
    case prefixIgnoringCase
  }
  public var redirectURIMatching: RedirectionURIMatching = .exact

  public enum RedirectionURIAtToken: String, Sendable, CaseIterable {
    case ifSent
    case optional
    case ignored
    /// Only where the authorization request had one.
    case whereSent
    /// As optional, but it need only begin as that one does, whatever the case.
    case optionalPrefix
  }
  public var redirectURIAtToken: RedirectionURIAtToken = .ifSent

  public enum RedirectionURIRequirement: String, Sendable, CaseIterable {
    case never
    /// For requests with the scope `openid`.
    case openID
    case always
  }
  public var redirectURIRequired: RedirectionURIRequirement = .openID
  /// Whether a client for which no redirection URI is registered may name any.
  public var anyRedirectURI = false
  /// Whether the port of a public client's loopback address is free. RFC 8252 §7.3.
  public var loopbackPorts = true
  public var localhostPorts = false

  public var stateRequired = false

  public enum DuplicateParameters: String, Sendable, CaseIterable {
    case refuse
    case first
    case last
    /// Parameters that nobody defined are refused, too.
    case refuseAny
  }
  public var duplicateParameters: DuplicateParameters = .refuse

  public enum CredentialPrecedence: String, Sendable, CaseIterable {
    case refuseBoth
    case header
    case body
  }
  public var credentialPrecedence: CredentialPrecedence = .refuseBoth
  /// Whether an Authorization header that is no readable Basic counts as none.
  public var ignoreUnreadableBasic = false
  public var formDecodedBasic = true
  public var enforceRegisteredAuthentication = false
  public var acceptsJSONBody = false
  public var acceptsGETAtToken = false
  /// Names of the parameters that the token endpoint also reads in the query of a POST.
  public var queryAtToken: [ParameterName] = []

  public var decoding: Decoding = .strict
  /// Whether every value gets a backslash before quotes and backslashes, as in WordPress.
  public var slashes = false

  /// The grants that a client may use at most, whatever it is registered for; empty for no such limit.
  public var clientGrants: [GrantType] = []
  /// The grants the server knows.
  public var grantTypes: [GrantType] = [.authorizationCode, .refreshToken, .clientCredentials, .deviceCode]

  public enum BearerScheme: String, Sendable, CaseIterable {
    case standard
    /// The word and one space, anywhere in the header.
    case anywhere
    /// The same, with a capital B.
    case caseSensitive
  }
  public var bearerScheme: BearerScheme = .standard

  public enum MethodsAtResource: String, Sendable, CaseIterable {
    case getAndPost
    case get
    /// But a token in the body only where the method is POST or PUT.
    case any
  }
  public var methodsAtResource: MethodsAtResource = .getAndPost
  public var tokenInQuery = false
  public var tokenInBody = false
  /// Whether an empty access token counts as sent.
  public var emptyTokenSent = true
  /// Whether a Content-Type with parameters, such as charset, is another one.
  public var exactMediaType = false

  /// Whether `response_type=token` gets tokens from the authorization endpoint. RFC 6749 §4.2.
  public var implicitGrant = false

  public enum CodeReuse: String, Sendable, CaseIterable {
    case refuseAndRevoke
    case refuse
    case allow
  }
  public var codeReuse: CodeReuse = .refuseAndRevoke
  public var failedRedemptionBurnsCode = false

  public enum RefreshTokenIssuance: String, Sendable, CaseIterable {
    case offlineAccess
    case always
    /// Always, and also to clients that may not use it.
    case everyClient
    case never
  }
  public var refreshTokenIssuance: RefreshTokenIssuance = .offlineAccess
  public var refreshTokenRotation = true
  /// Without rotation: whether a refresh token is used up all the same.
  public var refreshTokenOnce = false

  public enum RefreshTokenReuse: String, Sendable, CaseIterable {
    case revokeFamily
    case refuse
    case allow
  }
  public var refreshTokenReuse: RefreshTokenReuse = .revokeFamily
  /// How long a replaced refresh token still counts, for clients that lost the answer.
  public var refreshTokenGrace: Duration = .zero
  public var accessTokenRevocation = true

  public var defaultScope: Scope = "profile"
  /// Whether the default must be scope that the client could have asked for.
  public var defaultScopeExamined = true

  /// Whether a client that names its scope gets the default besides.
  public var defaultScopeAdded = false

  public enum UnknownScope: String, Sendable, CaseIterable {
    case ignore
    case refuse
    /// No scope is known.
    case refuseAll
  }
  public var unknownScope: UnknownScope = .ignore

  public enum UnknownPrompt: String, Sendable, CaseIterable {
    case refuse
    case ignore
  }
  public var unknownPrompt: UnknownPrompt = .refuse
  /// Empty for whatever some client may ask for, or the scope tokens the server knows.
  public var offeredScope: Scope = ""
  /// Whether a client may only ask for the scope that it is registered for.
  public var scopePerClient = true
  /// Whether a grant can be of no scope at all.
  public var emptyScope = false
  /// The scope tokens of which one opens the protected resource; empty for every token.
  public var resourceScope: Scope = "profile openid"

  public var issuerInResponse = true

  public enum Consent: String, Sendable, CaseIterable {
    case ask
    case remember
    case never
    /// Not where something was allowed before and the request itself says that it is allowed: `prompt=allow`.
    case promptAllow
  }
  public var consent: Consent = .ask

  public enum PromptReading: String, Sendable, CaseIterable {
    /// As OpenID Connect has it, where that is on.
    case openID
    /// Always; `none` is a refusal in the resource owner's name, `login` asks to sign in again,
    /// other words are not read.
    case noneRefuses
  }
  public var promptReading: PromptReading = .openID

  public var serverEnabled = true
  /// Empty, or the path of the issuer: `/tenant`. RFC 8414 §3.
  public var issuerPath = ""

  /// ID tokens, the scope `openid`, and everything that depends on them.
  public var openIDConnect = true
  /// Whether without them `openid` is a scope token like any other.
  public var plainOpenIDScope = false

  public enum AccessTokenFormat: String, Sendable, CaseIterable {
    case opaque
    case jwt
  }
  public var accessTokenFormat: AccessTokenFormat = .opaque

  public enum Registration: String, Sendable, CaseIterable {
    case open
    case token
    case off
  }
  public var registration: Registration = .open
  /// The initial access token that `token` asks for; nobody can register while it is empty. RFC 7591 §3.
  public var registrationToken = ""

  /// What every redirect to a client carries besides, as a query is written: `iframe=break`.
  public var extraResponseParameters = ""
  /// Whether an answer with a challenge is always 401, as PHP makes it.
  public var challengeForces401 = false
  /// Whether refusals are answered with status 200.
  public var errorsAsOK = false
  /// Whether PHP prints its warnings in front of a JSON body.
  public var phpWarnings = false

  public init() {}

  /// Whether challenges and verifiers are read at all.
  var readsPKCE: Bool {
    switch supportPKCE {
    case .full, .lenient, .unexamined: true
    case .openID: openIDConnect
    case .never: false
    }
  }

  /// Whether the authorization endpoint looks at them.
  var examinesChallenges: Bool { supportPKCE != .openID && supportPKCE != .unexamined }

  /// Whether a refresh token still counts so long after another one took its place.
  func accepts(replacedAgo ago: Duration) -> Bool { refreshTokenReuse == .allow || ago < refreshTokenGrace }
}

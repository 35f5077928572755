/// The server's switches and lifetimes: each bends one check. The defaults are those of `strict`.
public struct Policy: Equatable, Sendable {
  public var codeLifetime: Duration = .seconds(30)
  public var accessTokenLifetime: Duration = .seconds(3600)
  public var refreshTokenLifetime: Duration = .seconds(1_209_600)
  public var pushedRequestLifetime: Duration = .seconds(60)
  public var deviceCodeLifetime: Duration = .seconds(600)
  public var deviceInterval: Duration = .seconds(5)

  public enum PKCERequirement: String, Sendable, CaseIterable {
    case `public`
    case all
    case none
  }
  public var requirePKCE: PKCERequirement = .public
  public var allowPlainPKCE = false

  public enum RedirectionURIMatching: String, Sendable, CaseIterable {
    case exact
    case prefix
    case ignoreCase
  }
  public var redirectURIMatching: RedirectionURIMatching = .exact

  public enum RedirectionURIAtToken: String, Sendable, CaseIterable {
    case ifSent
    case optional
    case ignored
  }
  public var redirectURIAtToken: RedirectionURIAtToken = .ifSent
  public var redirectURIRequired = false
  public var localhostPorts = false

  public var stateRequired = false

  public enum DuplicateParameters: String, Sendable, CaseIterable {
    case refuse
    case first
    case last
  }
  public var duplicateParameters: DuplicateParameters = .refuse

  public enum CredentialPrecedence: String, Sendable, CaseIterable {
    case refuseBoth
    case header
    case body
  }
  public var credentialPrecedence: CredentialPrecedence = .refuseBoth
  public var formDecodedBasic = true
  public var enforceRegisteredAuthentication = false
  public var acceptsJSONBody = false
  public var acceptsGETAtToken = false

  public var tokenInQuery = false
  public var tokenInBody = false

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
    case never
  }
  public var refreshTokenIssuance: RefreshTokenIssuance = .offlineAccess
  public var refreshTokenRotation = true

  public enum RefreshTokenReuse: String, Sendable, CaseIterable {
    case revokeFamily
    case refuse
    case allow
  }
  public var refreshTokenReuse: RefreshTokenReuse = .revokeFamily
  /// How long a replaced refresh token still counts, for clients that lost the answer.
  public var refreshTokenGrace: Duration = .zero
  public var accessTokenRevocation = true

  public var defaultScope = "profile"

  public enum UnknownScope: String, Sendable, CaseIterable {
    case ignore
    case refuse
  }
  public var unknownScope: UnknownScope = .ignore

  public var issuerInResponse = true

  public enum Consent: String, Sendable, CaseIterable {
    case ask
    case remember
    case never
  }
  public var consent: Consent = .ask

  public var serverEnabled = true
  /// Empty, or the path of the issuer: `/tenant`. RFC 8414 §3.
  public var issuerPath = ""

  /// ID tokens, the scope `openid`, and everything that depends on them.
  public var openIDConnect = true

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

  /// Whether a refresh token still counts so long after another one took its place.
  func accepts(replacedAgo ago: Duration) -> Bool { refreshTokenReuse == .allow || ago < refreshTokenGrace }
}

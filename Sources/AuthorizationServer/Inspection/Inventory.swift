public import OAuth

/// What the server knows and remembers at one instant, to be looked at. A plain value: of each kind the newest entries,
/// and how many there are. Codes and tokens are kept as digests, so what is told of them is their beginning.
public struct Inventory: Equatable, Sendable {
  /// The newest entries of one kind, the newest first.
  public struct Listing<Entry: Equatable & Sendable>: Equatable, Sendable {
    /// How many there are, shown or not.
    public let count: Int
    /// At most ``ServerLimits/inventory``.
    public let entries: [Entry]

    public init(count: Int = 0, entries: [Entry] = []) {
      self.count = count
      self.entries = entries
    }
  }

  public internal(set) var at: Instant
  public internal(set) var profile = ""
  public internal(set) var policy = Policy()
  /// What the profile alone would set.
  public internal(set) var profilePolicy = Policy()
  public internal(set) var clients = Listing<RegisteredClient>()
  public internal(set) var resourceOwners = Listing<Owner>()
  public internal(set) var codes = Listing<Code>()
  public internal(set) var accessTokens = Listing<Token>()
  /// The count is that of the refresh tokens, not of the families.
  public internal(set) var families = Listing<Family>()
  /// Those in which somebody has signed in; the count is that of all browsers that have been here.
  public internal(set) var sessions = Listing<SignedIn>()
  public internal(set) var consents = Listing<Consent>()
  public internal(set) var pushedRequests = Listing<PushedRequest>()
  public internal(set) var devices = Listing<DeviceAuthorization>()
  /// The keys in use first, then those that are only published still.
  public internal(set) var keys: [Key] = []
  public internal(set) var guesses = Listing<Guess>()

  init(at now: Instant) { at = now }
}

extension Inventory {
  /// Somebody who can sign in.
  public struct Owner: Equatable, Sendable {
    public let resourceOwner: ResourceOwner
    /// In how many of the sessions that are shown.
    public let sessions: Int
  }

  /// An authorization code, and what came of it.
  public struct Code: Equatable, Sendable {
    public let code: AuthorizationCode
    /// That of its grant.
    public let revocation: Revocation?
    /// Whether a failed attempt has used it up, as the policy is now.
    public let isBurnt: Bool
    /// What was issued under its grant, as far as it is among the newest.
    public let accessTokens: [TokenDigest]
    public let refreshTokens: [TokenDigest]
  }

  public struct Token: Equatable, Sendable {
    public let token: AccessToken
    /// Its own, or that of its grant.
    public let revocation: Revocation?
  }

  /// The refresh tokens that descend from one decision, each under the one whose place it took.
  public struct Family: Equatable, Sendable {
    public struct Member: Equatable, Sendable {
      public let token: RefreshToken
      /// How many of its forebears are shown.
      public let depth: Int
      /// That of the family; or since another one took its place, as far as the policy lets that end it.
      public let revocation: Revocation?
    }

    public let grant: Grant.Number
    public let client: ClientIdentifier
    public let resourceOwner: String?
    public let revocation: Revocation?
    /// Each behind the one whose place it took.
    public let members: [Member]
  }

  public struct SignedIn: Equatable, Sendable {
    public let session: Session
    public let until: Instant
  }

  public struct Consent: Equatable, Sendable {
    public let resourceOwner: String
    public let client: ClientIdentifier
    public let scope: Scope
  }

  public struct Key: Equatable, Sendable {
    public let key: JSONWebKey
    /// Whether it signs; otherwise it is only published.
    public let isCurrent: Bool
  }

  /// Wrong secrets, passwords or user codes of the last minute.
  public struct Guess: Equatable, Sendable {
    public let target: Guesses.Target
    public let count: Int
    /// From how many on every further wrong one is answered more curtly.
    public let limit: Int
    public let until: Instant
    /// Who is meant, where the name is that of a resource owner.
    public let resourceOwner: String?
  }
}

import OAuth

/// Every bound of the server on what it accepts and keeps. The sizes of whole messages are the listener's limits.
/// Decision D23.
public enum ServerLimits {
  public static let parameters = 1000
  /// Of a client that is registered here.
  public static let clientIdentifierOctets = 255
  public static let stateOctets = 4096
  public static let nonceOctets = 4096
  /// A longer hint is not shown.
  public static let loginHintOctets = 320
  public static let idTokenLifetime = Duration.seconds(3600)
  /// How many keys are still published that sign no more.
  public static let retiredKeys = 8
  /// How long a request waits for its resource owner to sign in and decide.
  public static let interactionLifetime = Duration.seconds(600)
  /// Longer than the form that a browser was sent, so that a form that comes too late is told from one without a
  /// cookie.
  public static let anonymousSessionLifetime = Duration.seconds(1200)
  public static let sessionLifetime = Duration.seconds(8 * 3600)
  /// Anybody can push a request in the name of a public client: so many wait at once, and each is soon forgotten.
  public static let pushedRequests = 2000
  public static let pushedRequestMemory = Duration.seconds(60)
  /// Any device can ask for a code: so many user codes are about at once.
  public static let deviceAuthorizations = 2000
  /// How long a device code that has expired is still told from an unknown one: the device may be slow to ask.
  public static let deviceMemory = Duration.seconds(86_400)
  /// How long a user code that has expired is still told from a wrong one, and keeps its room.
  public static let userCodeMemory = Duration.seconds(300)
  /// Wrong user codes within a minute: from one browser, and from all of them. RFC 8628 §5.1.
  public static let userCodeGuesses = 10
  public static let userCodeGuessesOfAll = 100
  /// Anybody can register a client: so many are remembered, and each so long after it was needed last.
  public static let registeredClients = 1000
  public static let registrationMemory = Duration.seconds(365 * 86_400)
  /// What a client may say about itself when it registers.
  public static let metadataOctets = 2000
  public static let metadataElements = 20
  public static let metadataKeySetOctets = 16_384
  /// How many browsers, open forms and wrong guesses are remembered at once: nobody has to sign in to make them.
  public static let visitors = 10_000
  /// How many entries of each kind are looked at by somebody who looks into the server: the newest.
  public static let inventory = 200
  /// How long a challenge or nonce is remembered, so that one that comes again is noticed. RFC 9700 §2.1.1.
  public static let freshnessMemory = Duration.seconds(3600)
  /// How long what has expired is still remembered, so that a refusal can say when it did.
  public static let memory = Duration.seconds(3600)
}

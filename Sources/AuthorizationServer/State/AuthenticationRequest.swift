public import OAuth

/// What an authorization request says about who signs in, and how. OpenID Connect Core §3.1.2.1.
public struct AuthenticationRequest: Equatable, Sendable {
  /// Comes back in the ID token.
  public var nonce: String?
  public var prompt: Set<Prompt> = []
  /// Whether the request says by itself that the resource owner has allowed it. No standard has this.
  public var saysAllowed = false
  /// How long ago somebody may have signed in; zero asks for a new sign-in.
  public var maxAge: Duration?
  /// Who the client thinks will sign in: `login_hint`. The login page suggests it, and nothing depends on it.
  public var loginHint: String?
  /// The `sub` of the ID token that came as a hint.
  public var hintedSubject: String?
}

/// Why somebody has to sign in although a session may be there. OpenID Connect Core §3.1.2.3.
public enum SignInReason: Equatable, Sendable {
  case nobodySignedIn
  case asked(Prompt)
  case tooLongAgo(Duration, allowed: Duration)
  case anotherHinted(signedIn: String)

  public var sentence: String {
    switch self {
    case .nobodySignedIn: "nobody is signed in"
    case .asked(let prompt): "prompt=\(prompt.rawValue) asks for it"
    case .tooLongAgo(let age, let allowed):
      "the last sign-in was \(age.tenths) ago, and max_age allows \(allowed.plainSeconds)"
    case .anotherHinted(let username): "\(username) is signed in, and id_token_hint names somebody else"
    }
  }
}

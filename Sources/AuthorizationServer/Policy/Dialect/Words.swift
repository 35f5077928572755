public import HTTPTypes
public import OAuth

extension Dialect {
  /// Wordings that hold together: always, or where every one of some conditions holds.
  public struct Words: Sendable {
    /// What the words of a server depend on besides the kind of refusal.
    public enum Condition: Equatable, Sendable {
      case at(Endpoint)
      /// The path begins so.
      case below(String)
      case method(HTTPRequest.Method)
      /// What the check found is this text.
      case found(String)
      case foundBeginning(String)
      case sent(ParameterName, String)
      case notSent(ParameterName)
      /// The parameter is there, but for its value.
      case sentEmpty(ParameterName)
      /// The browser that asks is signed in.
      case signedIn
      case signedOut
      case openIDConnect
      /// Somebody tries one client identifier after another.
      case guessing
      /// The request has this header field.
      case field(HTTPField.Name)
      /// The client that nobody knows was named without a secret.
      case noSecretSent
      /// Some of the scope is not the client's alone to lack: the server has no use for it.
      case scopeUnknown
      /// The client has no redirection URI at all.
      case noRedirectionURIRegistered
      /// The grant ended for this reason.
      case revoked(Revocation.Reason)
      /// The refresh token is not the last that was replaced.
      case successorUsed
      /// Never here: another version says it, or the same one set up in another way. Told to whoever asks what a text means.
      case elsewhere(String)
    }

    public let conditions: [Condition]
    public let wordings: [Refusal.Kind: Wording]
    /// For every other refusal under these conditions.
    public let otherwise: Wording?

    public init(
      _ conditions: Condition..., wordings: [[Refusal.Kind]: Wording] = [:], otherwise: Wording? = nil
    ) {
      self.conditions = conditions
      var each: [Refusal.Kind: Wording] = [:]
      for (kinds, wording) in wordings {
        for kind in kinds {
          precondition(each.updateValue(wording, forKey: kind) == nil, "two wordings of \(kind)")
        }
      }
      self.wordings = each
      self.otherwise = otherwise
    }

    /// The words for a refusal, where these conditions hold; nil where nothing is said of it.
    public func wording(of kind: Refusal.Kind) -> Wording? { wordings[kind] ?? otherwise }

    func fit(_ refusal: Refusal, _ situation: Situation) -> Bool {
      conditions.allSatisfy { $0.holds(for: refusal, in: situation) }
    }
  }
}

/// Where a refusal is said, and to which request.
struct Situation {
  let endpoint: Endpoint?
  let request: RequestMessage
  /// What the request was found to carry.
  var parameters = Parameters()
  var isSignedIn = false
  var isOpenIDConnect = false
  var offeredScope = Scope()
}

extension Dialect.Words.Condition {
  fileprivate func holds(for refusal: Refusal, in situation: Situation) -> Bool {
    switch self {
    case .at(let endpoint): situation.endpoint == endpoint
    case .below(let path): situation.request.path.utf8.starts(with: path.utf8)
    case .method(let method): situation.request.head.method == method
    case .found(let text): refusal.finding.found?.revealed.hasSameOctets(as: text) == true
    case .foundBeginning(let text): refusal.finding.found?.revealed.utf8.starts(with: text.utf8) == true
    case .sent(let name, let value): situation.parameters[name]?.hasSameOctets(as: value) == true
    case .notSent(let name): situation.parameters[name] == nil
    case .sentEmpty(let name): situation.parameters.values(of: name).contains("")
    case .signedIn: situation.isSignedIn
    case .signedOut: !situation.isSignedIn
    case .openIDConnect: situation.isOpenIDConnect
    case .guessing: if case .clientUnknown(_, guesses: .some(Guesses.limit...)) = refusal { true } else { false }
    case .field(let name): situation.request.head.headerFields[name] != nil
    case .noSecretSent: if case .clientUnknown(_, guesses: nil) = refusal { true } else { false }
    case .scopeUnknown:
      if case .scopeNotAllowed(let asked, _) = refusal { !asked.isSubset(of: situation.offeredScope) } else { false }
    case .noRedirectionURIRegistered:
      switch refusal {
      case .redirectionURIMissing(registered: 0), .redirectionURIUnregistered(_, nearest: nil, _): true
      default: false
      }
    case .revoked(let reason):
      switch refusal {
      case .refreshTokenRevoked(reason, _), .accessTokenRevoked(reason, _), .tokenRevoked(reason, _): true
      default: false
      }
    case .successorUsed: if case .refreshTokenReused(_, _, successorUsed: true) = refusal { true } else { false }
    case .elsewhere: false
    }
  }
}

extension Dialect.Words.Condition: CustomStringConvertible {
  /// In a few words: `at /token`.
  public var description: String {
    switch self {
    case .at(let endpoint): "at \(endpoint.rawValue)"
    case .below(let path): "below \(path)"
    case .method(let method): "for \(method.rawValue)"
    case .found(let text): "for \(text)"
    case .foundBeginning(let text): "for \(text)…"
    case .sent(let name, let value): "with \(name)=\(value)"
    case .notSent(let name): "without \(name)"
    case .sentEmpty(let name): "with an empty \(name)"
    case .signedIn: "in a browser that is signed in"
    case .signedOut: "in a browser that is not signed in"
    case .openIDConnect: "with OpenID Connect"
    case .guessing: "after many guesses"
    case .field(let name): "with \(name.rawName)"
    case .noSecretSent: "without a secret"
    case .scopeUnknown: "for scope that nobody may have"
    case .noRedirectionURIRegistered: "for a client without a redirection URI"
    case .revoked(let reason): "when \(reason.sentence)"
    case .elsewhere(let place): place
    case .successorUsed: "when the refresh token after it was used, too"
    }
  }
}

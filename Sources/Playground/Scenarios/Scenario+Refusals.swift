import AuthorizationServer
import OAuthClient

extension Scenario {
  /// The names of the refusals that its steps expect, the server's and the client's.
  public var refusals: [String] {
    steps.compactMap(\.expectation).flatMap { expectation -> [String] in
      var names = [expectation.refusal?.rawValue].compactMap(\.self)
      if case .refused(let kind)? = expectation.client { names.append(kind.rawValue) }
      return names
    }
  }
}

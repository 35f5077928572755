import AuthorizationServer
import OAuthClient

extension Scenario {
  /// The names of the refusals that its steps expect, the server's and the client's, under whatever profile.
  public var refusals: [String] {
    let expectations = written.flatMap(\.expectations).flatMap { [$0.common] + $0.exceptions.values }
    return expectations.flatMap { expectation -> [String] in
      var names = [expectation.refusal?.rawValue].compactMap(\.self)
      if case .refused(let kind)? = expectation.client { names.append(kind.rawValue) }
      return names
    }
  }

  /// What its steps let go wrong on the way.
  var interferences: [Interference] {
    steps.compactMap { if case .interference(let setting?) = $0.action { setting.interference } else { nil } }
  }
}

import AuthorizationServer
import OAuth

/// What there is to learn about one policy switch, by the name that profiles, files and the control interface call it.
///
/// `what` is what it bends, `why` why a server might bend it, `prevents` what the strict value is good for,
/// and `fix` a try.
public struct PolicyLesson: Sendable {
  public let name: String
  public let lesson: Lesson
  let checks: [Check]

  init(_ name: String, _ lesson: Lesson, checks: [Check] = []) {
    self.name = name
    self.lesson = lesson
    self.checks = checks
  }
}

extension PolicyLesson {
  /// Nil for a name that is no switch.
  public static func of(_ name: String) -> Lesson? { all.first { $0.name == name }?.lesson }

  static let all =
    LifetimePolicies.entries + RefreshTokenPolicies.entries + RequestPolicies.entries + CredentialPolicies.entries
    + ServerPolicies.entries + OpenIDPolicies.entries + RegistrationPolicies.entries + ReadingPolicies.entries
    + GrantPolicies.entries + WirePolicies.entries
}

import AuthorizationServer
import OAuth

extension ResourceOwner.Claim {
  /// A claim under the scope that opens it: that of OpenID Connect Core §5.4,
  /// and `profile` for one that it does not know.
  init(_ name: String, _ value: JSON) {
    self.init(name, value, scope: Self.scopes[name] ?? "profile")
  }

  private static let scopes = [
    "email": "email", "email_verified": "email", "address": "address", "phone_number": "phone",
    "phone_number_verified": "phone",
  ]
}

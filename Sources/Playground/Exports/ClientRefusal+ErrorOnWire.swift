import OAuth
public import OAuthClient

extension ClientRefusal {
  /// The error code as it stood on the wire.
  public var wireError: String? {
    switch self {
    case .authorizationErrorReceived(let code, _), .tokenErrorReceived(_, let code, _): code.text
    case .resourceRefused(_, let code, _), .revocationRefused(_, let code, _), .introspectionRefused(_, let code, _):
      code?.text
    default: nil
    }
  }
}

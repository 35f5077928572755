public import AuthorizationServer
public import Testing

extension Profile: CustomTestStringConvertible {
  /// A test's log names a profile; its policy and its tables would fill screens.
  public var testDescription: String { name }
}

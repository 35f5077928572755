public import Playground
public import Testing

extension Scenario: CustomTestStringConvertible {
  /// A test's log names a scenario and the server it is played with.
  public var testDescription: String { "\(id) under \(profile)" }
}

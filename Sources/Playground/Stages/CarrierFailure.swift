/// Why a dispatch got no response.
public struct CarrierFailure: Error, Equatable, Sendable {
  /// What happened, as a sentence without a full stop.
  public let sentence: String

  public init(_ sentence: String) {
    self.sentence = sentence
  }
}

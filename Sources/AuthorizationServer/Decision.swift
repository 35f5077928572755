public import OAuth

/// Why the server answered as it did: the ordered checks of one request, and what changed because of it.
public struct Decision: Equatable, Sendable {
  public let endpoint: Endpoint?
  public var report: Report<Check, Refusal>
  public var changes: [Change] = []

  public var refusal: Refusal? { report.refusal }
  public var outcome: Outcome { refusal == nil ? .passed : .refused }
}

/// A response, and the decision behind it.
public struct Answer: Sendable {
  public let response: ResponseMessage
  public let decision: Decision
  /// Where the client can be told that its request could not be kept;
  /// nil where it cannot be told, or not by a redirect.
  var redirection: Redirection?
}

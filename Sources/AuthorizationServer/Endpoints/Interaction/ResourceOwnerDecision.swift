public import OAuth

/// What the resource owner says by pressing a button of the consent page. RFC 6749 §4.1 (C).
public enum ResourceOwnerDecision: String, Sendable {
  case allow, deny
}

extension Parameters {
  /// Nil where the form says neither.
  public var decision: ResourceOwnerDecision? { self[.decision].flatMap(ResourceOwnerDecision.init) }
}

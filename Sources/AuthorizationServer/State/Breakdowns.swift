/// Parts of the server that are to fail, and how often still. For lessons and tests.
public struct Breakdowns: Equatable, Sendable {
  public enum Part: String, Sendable, CaseIterable {
    /// The next change is not kept.
    case store
    /// The next look for a client finds nothing out.
    case clientLookup
  }

  private var left: [Part: Int] = [:]

  public init() {}

  public subscript(part: Part) -> Int {
    get { left[part, default: 0] }
    set { left[part] = newValue > 0 ? newValue : nil }
  }

  var isPending: Bool { !left.isEmpty }
}

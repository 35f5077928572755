public import AuthorizationServer
public import OAuth

/// A change that somebody made in the server by hand, as it is told beside the exchanges.
public struct NotedChange: Equatable, Sendable {
  public let at: Instant
  public let changes: [Change]
  /// Whether this took the change back.
  public let isUndone: Bool

  public init(at: Instant, changes: [Change], isUndone: Bool = false) {
    self.at = at
    self.changes = changes
    self.isUndone = isUndone
  }

  /// One line for people.
  public var sentence: String {
    let shown = changes.prefix(3).map(\.sentence).joined(separator: "; ")
    let rest = changes.count > 3 ? "; and \(changes.count - 3) more" : ""
    let what = changes.isEmpty ? "nothing is different" : shown + rest
    return isUndone ? "taken back: \(what)" : what
  }
}

import AuthorizationServer

/// The server as it was before each change that somebody made by hand, so that the changes can be taken back.
///
/// Going back would also take back what requests did since, so the first one that did something ends it.
struct ChangeHistory: Sendable {
  static let bound = 20

  private var past: [(server: AuthorizationServer, changes: [Change])] = []
  /// Why nothing can be taken back.
  private var obstacle = ChangeHistory.nothingChanged

  static let nothingChanged = "nothing was changed by hand"
  static let requestsCame = "requests were answered since, and what they did would be lost"

  mutating func note(_ changes: [Change], before server: AuthorizationServer) {
    if past.count == Self.bound { past.removeFirst() }
    past.append((server, changes))
    obstacle = Self.nothingChanged
  }

  /// A request is answered by the server as it is now. What was kept is let go first: otherwise the whole server would
  /// be copied for it.
  mutating func noteRequest() {
    guard !past.isEmpty else { return }
    past = []
    obstacle = Self.requestsCame
  }

  mutating func clear() {
    self = ChangeHistory()
  }

  /// The server before the last change.
  mutating func takeBack() throws(ServerChangeFault) -> (server: AuthorizationServer, changes: [Change]) {
    guard let last = past.popLast() else { throw .impossible(obstacle) }
    return last
  }
}

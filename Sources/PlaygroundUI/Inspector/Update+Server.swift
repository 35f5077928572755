import AuthorizationServer
import HTTPTypes
import OAuth
import Playground
import Terminal

extension Model {
  /// Does something to the server, or sends again what somebody has sent before.
  mutating func carryOut(_ act: ServerAct) -> [Effect] {
    switch act {
    case .takeBack: return [.takeBackChange]
    case .replay:
      guard let digest = selectedFact?.digest, let dispatch = walkthrough.replay(digest, at: now) else { return [] }
      replayed = dispatch.number
      return [.send(dispatch)]
    case .expire, .delete, .revoke, .signOut, .forget, .rotateKeys:
      guard case .success(let change) = act.change(on: selectedFact) else { return [] }
      return [.change(change)]
    }
  }

  /// The server was changed by hand.
  mutating func take(_ change: NotedChange) {
    isInventoryStale = true
    guard !change.changes.isEmpty else { return }
    walkthrough.record(change)
    let isOnScreen = surroundings.isDrawn && (views.last == .inspector || views.last == .policy)
    let undo = change.isUndone || !isOnScreen ? "" : "; \(key(.act(.takeBack))) takes it back"
    notice = notice ?? Notice(change.sentence + undo, isProblem: false)
  }

  /// What there is to see in the server. Somebody who looks for the first time begins at the newest code.
  mutating func take(_ inventory: Inventory) {
    inspected = Inspected(inventory)
    isInventoryStale = false
    if lists[.view(.inspector)]?.selected == nil {
      lists[.view(.inspector), default: ListState()].selected = inspected?.newest?.entry.name
    }
  }

  /// What came of a request that was sent again.
  mutating func noteReplay(of number: Dispatch.Number) {
    guard replayed == number else { return }
    replayed = nil
    guard let exchange = walkthrough.timeline.exchange(of: number) else { return }
    let reason = exchange.decision?.refusal.map { ": \($0.sentence)" } ?? ""
    notice = Notice(
      "sent again, exchange \(exchange.number): \(exchange.response.head.status.code)\(reason)", isProblem: false)
  }

  /// Whether something on the screen shows what the server knows.
  var showsInventory: Bool {
    switch views.last {
    case .inspector?, .policy?: true
    case nil: focus == .server || (!isZoomed && !isPresenting && Layout.Breadth(size) == .wide)
    default: false
    }
  }
}

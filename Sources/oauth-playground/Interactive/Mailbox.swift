import Playground
import PlaygroundUI
import Synchronization
import Terminal

/// Where everybody but the keyboard leaves messages for the loop. Bounded: when a flood of requests outruns the screen,
/// exchanges are dropped from the log, never answers.
final class Mailbox: Sendable {
  private static let bound = 2000

  private struct Contents {
    var messages: [Message] = []
    var wakeup: Wakeup?
  }

  private let contents = Mutex(Contents())

  /// From now on the loop is woken.
  func attach(_ wakeup: Wakeup) {
    contents.withLock { $0.wakeup = wakeup }
  }

  func post(_ message: Message) {
    let wakeup = contents.withLock { contents -> Wakeup? in
      if contents.messages.count >= Self.bound, case .exchanged(let exchange) = message, exchange.dispatch == nil {
        return nil
      }
      contents.messages.append(message)
      // The loop takes all at once: one call is enough for a burst.
      return contents.messages.count == 1 ? contents.wakeup : nil
    }
    wakeup?.wake()
  }

  func take() -> [Message] {
    contents.withLock { contents in
      let messages = contents.messages
      contents.messages = []
      return messages
    }
  }
}

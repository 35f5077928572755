import OAuth
import PlaygroundUI
import Terminal

/// The loop of the screen: waits for whatever comes, tells the engine, draws. It alone touches the display.
struct EventLoop {
  /// Requests of others are drawn at most this often; keys at once.
  private static let frame = Duration.milliseconds(33)

  let display: any Display
  let mailbox: Mailbox
  var engine: Engine

  /// Runs until somebody leaves; the exit status.
  mutating func run() -> Int32 {
    display.present(engine.model.view())
    var drawnAt = now
    var isStale = false
    while true {
      let sinceFrame = now - drawnAt
      let events = display.wait(until: isStale ? max(.zero, Self.frame - sinceFrame) : engine.model.unchanged(at: now))
      let keys = messages(events)
      let posted = mailbox.take()
      let isIdle = keys.isEmpty && posted.isEmpty
      if let status = engine.process(keys + posted + (isIdle ? [.ticked] : [])) { return status }
      isStale = !posted.isEmpty || isStale
      if !keys.isEmpty || isIdle || now - drawnAt >= Self.frame {
        display.present(engine.model.view())
        drawnAt = now
        isStale = false
      }
    }
  }

  private var now: Instant { engine.parties.machineTime() }

  private func messages(_ events: [InputEvent]) -> [Message] {
    events.compactMap { event in
      switch event {
      case .key(let key): .key(key)
      case .resized(let size): .resized(size)
      case .signal(let number): .signalled(number)
      case .childEnded: engine.console.collect()
      case .woken: nil
      }
    }
  }
}

import AuthorizationServer
import OAuth
import Playground
import PlaygroundUI
import Terminal

/// Message, update, effects, view: the loop of the terminal program. It alone touches the display.
struct EventLoop {
  /// What the effects of the model are done with.
  struct Outside {
    let machineTime: () -> Instant
    let send: (Dispatch) -> Void
    let changeClock: (ClockChange) -> ServerClock
    let changePolicy: ([PolicySetting]) -> Void
    let begin: (String) -> Message?
    let suspend: () -> Message?
    let redraw: () -> Void
  }

  /// Requests of others are drawn at most this often; keys at once.
  private static let frame = Duration.milliseconds(33)

  let display: any Display
  let mailbox: Mailbox
  let outside: Outside
  var model: Model

  /// Runs until somebody leaves; the exit status.
  mutating func run() -> Int32 {
    display.present(model.view())
    var drawnAt = outside.machineTime()
    var isStale = false
    while true {
      let sinceFrame = outside.machineTime() - drawnAt
      let events = display.wait(
        until: isStale ? max(.zero, Self.frame - sinceFrame) : model.unchanged(at: outside.machineTime()))
      let keys = events.compactMap(Self.message)
      let posted = mailbox.take()
      let isIdle = keys.isEmpty && posted.isEmpty
      if let status = process(keys + posted + (isIdle ? [.ticked] : [])) { return status }
      isStale = !posted.isEmpty || isStale
      if !keys.isEmpty || isIdle || outside.machineTime() - drawnAt >= Self.frame {
        display.present(model.view())
        drawnAt = outside.machineTime()
        isStale = false
      }
    }
  }

  private static func message(_ event: InputEvent) -> Message? {
    switch event {
    case .key(let key): .key(key)
    case .resized(let size): .resized(size)
    case .signal(let number): .signalled(number)
    case .woken, .childEnded: nil
    }
  }

  private mutating func process(_ messages: [Message]) -> Int32? {
    for message in messages {
      for effect in model.update(message, at: outside.machineTime()) {
        if let status = perform(effect) { return status }
      }
    }
    return nil
  }

  private mutating func perform(_ effect: Effect) -> Int32? {
    switch effect {
    case .send(let dispatch): outside.send(dispatch)
    case .clock(let change):
      _ = model.update(.clockChanged(outside.changeClock(change)), at: outside.machineTime())
    case .policy(let settings): outside.changePolicy(settings)
    case .begin(let scenario):
      if let message = outside.begin(scenario) { _ = model.update(message, at: outside.machineTime()) }
    case .suspend:
      if let message = outside.suspend() { _ = model.update(message, at: outside.machineTime()) }
    case .redraw: outside.redraw()
    case .quit(let status): return status
    }
    return nil
  }
}

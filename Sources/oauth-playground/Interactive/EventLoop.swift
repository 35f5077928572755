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
    let rewind: (Moment.Number) -> ServerClock
    let begin: (String) -> Message?
    let copy: (Copied) -> Message
    let foreground: ForegroundDesk
    let setMouse: (Bool) -> Void
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
    case .rewind(let moment):
      _ = model.update(.clockChanged(outside.rewind(moment)), at: outside.machineTime())
    case .policy(let settings): outside.changePolicy(settings)
    case .begin(let scenario):
      if let message = outside.begin(scenario) { _ = model.update(message, at: outside.machineTime()) }
    case .copy(let copied): _ = model.update(outside.copy(copied), at: outside.machineTime())
    case .edit(let text): return runEditor(on: text)
    case .page(let title, let text): return runPager(on: text, title: title)
    case .mouse(let isOn): outside.setMouse(isOn)
    case .suspend:
      if let message = outside.suspend() { _ = model.update(message, at: outside.machineTime()) }
    case .redraw: outside.redraw()
    case .quit(let status): return status
    }
    return nil
  }
}

extension EventLoop {
  private mutating func runEditor(on text: String) -> Int32? {
    switch runForeground(outside.foreground.editor, on: text, suffix: ".http") {
    case .left(let status): return status
    case .failed(let sentence): _ = model.update(.edited(.failed(sentence)), at: outside.machineTime())
    case .ended(let edited):
      _ = process([.edited(edited == text ? .unchanged : .text(edited))])
    }
    return nil
  }

  private mutating func runPager(on text: String, title: String) -> Int32? {
    switch runForeground(outside.foreground.pager, on: text, suffix: "-\(title).txt") {
    case .left(let status): return status
    case .failed(let sentence):
      _ = model.update(.told(Notice(sentence, isProblem: true)), at: outside.machineTime())
    case .ended: break
    }
    return nil
  }

  private enum Outcome {
    /// What the file holds now.
    case ended(String)
    case failed(String)
    /// Somebody asked the whole program to end.
    case left(Int32)
  }

  /// Gives the terminal to a program and goes on with everything but the keyboard until it has ended.
  private mutating func runForeground(_ command: String, on text: String, suffix: String) -> Outcome {
    let desk = outside.foreground
    do throws(ProgramFault) {
      let file = try TemporaryFile(holding: text, suffix: suffix)
      defer { file.remove() }
      desk.giveAway()
      defer { desk.takeBack() }
      let process = try desk.start(command, file.path)
      while true {
        if let status = process.exitStatus() {
          guard status == 0 else { return .failed("\(command) ended with status \(status); nothing was changed") }
          return .ended(try file.text())
        }
        let signals = display.wait(until: nil).compactMap(Self.message)
        if let status = self.process(signals + mailbox.take()) {
          process.end()
          return .left(status)
        }
      }
    } catch {
      return .failed(error.description)
    }
  }
}

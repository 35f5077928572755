import OAuth
import Playground
import PlaygroundUI
import Terminal

/// Plays a script: its keys go to the model through the same door as those of a keyboard.
struct ScriptPlayer {
  /// How it came out.
  enum Outcome: Equatable {
    /// The script was played to its end, or somebody left.
    case ended(status: Int32)
    /// A text did not come, or a file could not be written: the line, why, and what was on the screen.
    case failed(line: Int, reason: String, screen: [String])
  }

  private let script: Script
  private let display: any Display
  private let mailbox: Mailbox
  private let time: ScriptedTime
  /// Whether somebody watches.
  private let isWatched: Bool
  /// Whether the size is that of the window they watch it in.
  private let followsWindow: Bool
  /// The screens that go to standard output, once nobody draws there any more.
  private(set) var printed = ""
  private var engine: Engine
  private var limit = Duration.seconds(10)
  private var status: Int32?

  init(
    _ script: Script, on display: any Display, _ mailbox: Mailbox, _ time: ScriptedTime, isWatched: Bool,
    followsWindow: Bool = false, engine: Engine
  ) {
    self.script = script
    self.display = display
    self.mailbox = mailbox
    self.time = time
    self.isWatched = isWatched
    self.followsWindow = followsWindow
    self.engine = engine
  }

  /// Plays to the end, to the first failure, or until somebody leaves.
  mutating func play() -> Outcome {
    display.present(engine.model.view())
    for line in script.lines {
      if let status { return left(status, before: line) }
      if let reason = perform(line.action) {
        if let status, status != 0 { return .ended(status: status) }
        return .failed(line: line.number, reason: reason, screen: screen)
      }
    }
    return .ended(status: status ?? 0)
  }

  /// A script that goes on after its own `Q` is wrong about what it does; a person who watches may leave at any time.
  private func left(_ status: Int32, before line: Script.Line) -> Outcome {
    guard status == 0 else { return .ended(status: status) }
    return .failed(line: line.number, reason: "the program was left before this line", screen: screen)
  }

  private var screen: [String] { engine.model.view().mapped(to: engine.model.surroundings.charset).lines }

  /// Nil once it is done, or why it cannot be.
  private mutating func perform(_ action: Script.Action) -> String? {
    switch action {
    case .size, .charset: return nil
    case .resize(let size): return tell(.resized(size))
    case .press(let keys): return press(keys)
    case .type(let text): return press(text.map { $0 == "\n" ? .enter : .character($0) })
    case .paste(let text): return press([.paste(text)])
    case .await(let text): return awaitText(text)
    case .limit(let limit):
      self.limit = limit
      return nil
    case .advance(let duration):
      time.advance(by: duration)
      return tell(.ticked)
    case .pause(let duration):
      pause(duration)
      return nil
    case .save(let file): return save(file)
    }
  }

  /// One after the other: what comes of a key is there before the next is pressed.
  private mutating func press(_ keys: [Key]) -> String? {
    for (place, key) in keys.enumerated() {
      if let status { return status == 0 ? "the program was left before key \(place + 1), \(key)" : nil }
      if engine.model.ignores(key) { return "\(PrintableText.line("\(key)")) does nothing here" }
      if let reason = tell(.key(key)) { return reason }
    }
    return nil
  }

  private mutating func tell(_ message: Message) -> String? {
    status = engine.process([message])
    if let reason = settle() { return reason }
    display.present(engine.model.view())
    return nil
  }

  /// Waits until nothing is on its way any more.
  private mutating func settle() -> String? {
    var deadline = ContinuousClock.now + limit
    while status == nil {
      let posted = mailbox.take()
      status = engine.process(posted)
      if posted.isEmpty, engine.isSettled { break }
      // Somebody reads or edits: that takes as long as it takes.
      if engine.console.isLent { deadline = .now + limit }
      let left = ContinuousClock.now.duration(to: deadline)
      guard left > .zero else { return "a request was not answered within \(limit.plainSeconds)" }
      if posted.isEmpty { watch(engine.console.isLent ? nil : left) }
    }
    watch(.zero)
    return nil
  }

  private mutating func awaitText(_ text: String) -> String? {
    let deadline = ContinuousClock.now + limit
    while !screen.contains(where: { $0.contains(text) }) {
      let left = ContinuousClock.now.duration(to: deadline)
      guard left > .zero, status == nil else {
        return "\(JSON.string(text).text) was not on the screen within \(limit.plainSeconds)"
      }
      watch(left)
      if status == nil { status = engine.process(mailbox.take()) }
      display.present(engine.model.view())
    }
    return nil
  }

  /// Lets those who watch read; a key goes on at once.
  private mutating func pause(_ duration: Duration) {
    guard isWatched else { return }
    let deadline = ContinuousClock.now + duration
    while status == nil {
      let left = ContinuousClock.now.duration(to: deadline)
      guard left > .zero, !watch(left) else { return }
      display.present(engine.model.view())
    }
  }

  /// Whoever watches can leave by ctrl-c and by signals; other keys are not theirs to press.
  ///
  /// - Returns: whether a key was pressed.
  @discardableResult
  private mutating func watch(_ limit: Duration?) -> Bool {
    var hasPressed = false
    for event in display.wait(until: limit) {
      switch event {
      case .key(.control("c")): status = 130
      case .key: hasPressed = true
      case .signal(let number): status = 128 + number
      case .resized(let size) where followsWindow: status = engine.process([.resized(size)]) ?? status
      case .childEnded: status = engine.console.collect().flatMap { engine.process([$0]) } ?? status
      case .resized, .woken: break
      }
    }
    return hasPressed
  }

  private mutating func save(_ file: String?) -> String? {
    let text = screen.joined(separator: "\n") + "\n"
    guard let file else {
      printed += text
      return nil
    }
    do throws(ProgramFault) {
      try OutputFile.write(text, to: file)
      return nil
    } catch {
      return error.description
    }
  }
}

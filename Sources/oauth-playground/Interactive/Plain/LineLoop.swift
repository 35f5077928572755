import ArgumentParser
import OAuth
import Playground
import PlaygroundUI
import Terminal

/// The loop of line mode: a line is read, what it asks for is done, and what came of it is told, until the lines end.
struct LineLoop {
  private let source: LineSource
  private let mailbox: Mailbox
  /// A person types, who wants to be prompted and knows what was typed.
  private let isTyped: Bool
  private let write: (_ text: String, _ endsLine: Bool) -> Void
  private var engine: Engine
  /// What was told of already.
  private var told: Model
  private var status: Int32?
  private var hasPrompt = false
  /// Somebody asked for something that there is not.
  private var wasMisunderstood = false

  init(
    _ source: LineSource, _ mailbox: Mailbox, isTyped: Bool, engine: Engine,
    write: @escaping (_ text: String, _ endsLine: Bool) -> Void
  ) {
    self.source = source
    self.mailbox = mailbox
    self.isTyped = isTyped
    self.write = write
    self.engine = engine
    told = engine.model
  }

  /// - Returns: 0; 1 if the last step came otherwise than the scenario has it; 2 for words that a pipe got wrong.
  mutating func run() -> Int32 {
    for line in PlainReport.greeting(of: engine.model) { say(line) }
    while true {
      if let status { return status }
      prompt()
      switch source.next() {
      case .line(let line)?:
        hasPrompt = false
        if !isTyped { say("> \(line)") }
        guard answer(line) else { return ending }
      case .end?:
        if hasPrompt { write("", true) }
        return ending
      case .woken?, nil:
        status = engine.process(mailbox.take())
        tell()
      }
    }
  }

  private var ending: Int32 {
    if engine.model.hasMissed { return ExitCode.expectationFailed.rawValue }
    return wasMisunderstood && !isTyped ? ExitCode.badInput.rawValue : 0
  }

  /// False when somebody leaves.
  private mutating func answer(_ line: String) -> Bool {
    status = engine.process([.ticked])
    do throws(PlainFault) {
      let reply = try PlainVocabulary(engine.model).reply(to: line)
      for line in reply.lines { say(line) }
      for message in reply.messages {
        carryOut(message)
        if status != nil || hasFailed { break }
      }
      if !engine.model.isClear { carryOut(.wished(.leave)) }
      return !reply.leaves
    } catch {
      wasMisunderstood = true
      say("ERROR: \(error.message).")
      return true
    }
  }

  private mutating func carryOut(_ message: Message) {
    status = engine.process([message])
    settle()
    tell(isAnswer: true)
    if hasFailed { wasMisunderstood = true }
  }

  /// What was asked for is not possible now.
  private var hasFailed: Bool { engine.model.notice?.isProblem == true }

  /// Waits for the answers: the next line may build on them. A request that is never answered fails by itself.
  private mutating func settle() {
    while status == nil {
      let posted = mailbox.take()
      status = engine.process(posted)
      if posted.isEmpty {
        if engine.isSettled { return }
        // Nobody wakes this loop when an editor ends.
        _ = source.next(within: engine.console.isLent ? .milliseconds(50) : nil, takesLines: false)
        if let message = engine.console.collect() { status = engine.process([message]) }
      }
    }
  }

  private mutating func tell(isAnswer: Bool = false) {
    let lines = PlainReport.news(from: told, to: engine.model, isAnswer: isAnswer)
    told = engine.model
    guard !lines.isEmpty else { return }
    if hasPrompt { write("", true) }
    hasPrompt = false
    for line in lines { say(line) }
  }

  private mutating func prompt() {
    guard isTyped, !hasPrompt else { return }
    status = engine.process([.ticked])
    write(PlainReport.prompt(for: engine.model), false)
    hasPrompt = true
  }

  private func say(_ line: String) { write(line, true) }
}

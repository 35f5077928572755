import PlaygroundUI
import Terminal

/// A program that has the terminal for a while, and the file that it works on.
struct Loan {
  enum Purpose {
    case editing(String)
    case reading
  }

  private let process: ForegroundProcess
  private let program: ForegroundPrograms.Choice
  private let file: TemporaryFile
  private let purpose: Purpose

  /// Starts the program with a text.
  init(
    to program: ForegroundPrograms.Choice, _ text: String, suffix: String, _ purpose: Purpose,
    environment: [String: String]
  ) throws(ProgramFault) {
    file = try TemporaryFile(holding: text, suffix: suffix, environment: environment)
    do throws(DisplayError) {
      process = try ForegroundProcess.start(program.arguments(file.path), environment: program.environment)
    } catch {
      file.remove()
      throw ProgramFault("\(program.name) could not be started: \(error.description)")
    }
    self.program = program
    self.purpose = purpose
  }

  enum Condition {
    case running
    case stopped
    /// - Parameter failure: why nothing came of it; the terminal may be in disorder then,
    ///   unless the program ended by itself.
    case ended(failure: String?, inDisorder: Bool)
  }

  /// Asks without waiting; not again after its end.
  func condition() -> Condition {
    switch process.condition() {
    case .running: .running
    case .stopped: .stopped
    case .exited(let status): .ended(failure: program.failure(status), inDisorder: false)
    case .killed(let signal): .ended(failure: "\(program.name) was ended by signal \(signal)", inDisorder: true)
    case .lost: .ended(failure: "nobody knows how \(program.name) ended", inDisorder: true)
    }
  }

  /// Lets it go on after a stop.
  func proceed() { process.proceed() }

  /// Ends it, and forgets its file.
  func end() {
    process.end()
    file.remove()
  }

  /// What the model is to be told after its end; the file is gone then.
  func outcome(failure: String?) -> Message? {
    defer { file.remove() }
    if let failure { return Self.report(failure, purpose) }
    guard case .editing(let before) = purpose else { return nil }
    do throws(ProgramFault) {
      let after = try file.text()
      return .edited(after == before ? .unchanged : .text(after))
    } catch {
      return Self.report(error.description, purpose)
    }
  }

  static func report(_ failure: String, _ purpose: Purpose) -> Message {
    switch purpose {
    case .editing: .edited(.failed("\(failure); nothing was changed"))
    case .reading: .told(Notice(failure, isProblem: true))
    }
  }
}

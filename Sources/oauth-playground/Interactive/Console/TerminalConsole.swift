import PlaygroundUI
import Terminal

/// A real terminal, which can be lent to an editor or a pager while everything but the keyboard goes on.
final class TerminalConsole: Console {
  private let display: NcursesDisplay
  private let environment: [String: String]
  private let programs: ForegroundPrograms
  private let clipboard: Clipboard
  private var loan: Loan?

  /// Who has the terminal.
  private struct Loan {
    enum Purpose {
      case editing(String)
      case reading
    }

    let process: ForegroundProcess
    let program: ForegroundPrograms.Choice
    let file: TemporaryFile
    let purpose: Purpose
  }

  init(_ display: NcursesDisplay, environment: [String: String]) {
    self.display = display
    self.environment = environment
    programs = ForegroundPrograms(environment)
    clipboard = Clipboard(environment: environment) { [display] in display.send($0) }
  }

  var isLent: Bool { loan != nil }

  func copy(_ copied: Copied) -> Message? { clipboard.copy(copied) }

  func page(_ text: String, title: String) -> Message? {
    let text = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { display.capabilities.charset.spelling(of: String($0)) }.joined(separator: "\n")
    return lend(to: programs.pager, text, suffix: "-\(title).txt", .reading)
  }

  func edit(_ text: String) -> Message? { lend(to: programs.editor, text, suffix: ".http", .editing(text)) }

  func setMouse(_ on: Bool) -> Message? {
    display.setMouse(on) ? nil : .told(Notice("this terminal does not tell of clicks", isProblem: true))
  }

  func suspend() -> Message? {
    let came = display.suspend(note: "suspended: the server stopped too, and codes keep ageing. fg goes on.")
    return came == .noJobControl ? .noJobControl : nil
  }

  func redraw() { display.redraw() }

  func collect() -> Message? {
    guard let loan else { return nil }
    switch loan.process.condition() {
    case .running: return nil
    case .stopped:
      display.followStop()
      loan.process.proceed()
      return nil
    case .exited(let status): return take(back: loan, failure: loan.program.failure(status))
    case .killed(let signal):
      return take(back: loan, failure: "\(loan.program.name) was ended by signal \(signal)", repairing: true)
    case .lost: return take(back: loan, failure: "nobody knows how \(loan.program.name) ended", repairing: true)
    }
  }

  /// Ends whoever has the terminal, and gives it back as it was.
  func close() {
    if let loan {
      loan.process.end()
      loan.file.remove()
    }
    loan = nil
    display.close()
  }

  private func lend(
    to program: ForegroundPrograms.Choice, _ text: String, suffix: String, _ purpose: Loan.Purpose
  ) -> Message? {
    guard loan == nil else { return nil }
    do throws(ProgramFault) {
      let file = try TemporaryFile(holding: text, suffix: suffix, environment: environment)
      display.giveAway()
      do throws(DisplayError) {
        let process = try ForegroundProcess.start(program.arguments(file.path), environment: program.environment)
        loan = Loan(process: process, program: program, file: file, purpose: purpose)
        return nil
      } catch {
        display.takeBack()
        file.remove()
        throw ProgramFault("\(program.name) could not be started: \(error.description)")
      }
    } catch {
      return Self.report(error.description, purpose)
    }
  }

  private func take(back loan: Loan, failure: String?, repairing: Bool = false) -> Message? {
    self.loan = nil
    display.takeBack(repairing: repairing)
    defer { loan.file.remove() }
    if let failure { return Self.report(failure, loan.purpose) }
    guard case .editing(let before) = loan.purpose else { return nil }
    do throws(ProgramFault) {
      let after = try loan.file.text()
      return .edited(after == before ? .unchanged : .text(after))
    } catch {
      return Self.report(error.description, loan.purpose)
    }
  }

  private static func report(_ failure: String, _ purpose: Loan.Purpose) -> Message {
    switch purpose {
    case .editing: .edited(.failed("\(failure); nothing was changed"))
    case .reading: .told(Notice(failure, isProblem: true))
    }
  }
}

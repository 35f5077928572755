import PlaygroundUI
import Terminal

/// A real terminal, which can be lent to an editor or a pager while everything but the keyboard goes on.
final class TerminalConsole: Console {
  private let display: NcursesDisplay
  private let environment: [String: String]
  private let programs: ForegroundPrograms
  private let clipboard: Clipboard
  /// Who has the terminal.
  private var loan: Loan?

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
    switch loan.condition() {
    case .running: return nil
    case .stopped:
      display.followStop()
      loan.proceed()
      return nil
    case .ended(let failure, let inDisorder):
      self.loan = nil
      display.takeBack(repairing: inDisorder)
      return loan.outcome(failure: failure)
    }
  }

  /// Ends whoever has the terminal, and gives it back as it was.
  func close() {
    loan?.end()
    loan = nil
    display.close()
  }

  private func lend(
    to program: ForegroundPrograms.Choice, _ text: String, suffix: String, _ purpose: Loan.Purpose
  ) -> Message? {
    guard loan == nil else { return nil }
    display.giveAway()
    do throws(ProgramFault) {
      loan = try Loan(to: program, text, suffix: suffix, purpose, environment: environment)
      return nil
    } catch {
      display.takeBack()
      return Loan.report(error.description, purpose)
    }
  }
}

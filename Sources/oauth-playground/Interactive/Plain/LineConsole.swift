import OAuth
import PlaygroundUI
import Terminal

/// Where somebody reads lines: what a screen would copy or show elsewhere is written out.
final class LineConsole: Console {
  /// For the editor; nil where there is no terminal that it could have.
  private let environment: [String: String]?
  private let write: (String) -> Void
  private var loan: Loan?

  init(editingIn environment: [String: String]?, write: @escaping (String) -> Void) {
    self.environment = environment
    self.write = write
  }

  var isLent: Bool { loan != nil }

  func copy(_ copied: Copied) -> Message? {
    write(copied.what)
    var lines = VisibleText.lines(bytes: copied.octets).map(\.string)
    if lines.last?.isEmpty == true { lines.removeLast() }
    for line in lines { write("   \(line)") }
    return nil
  }

  func page(_ text: String, title: String) -> Message? {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    while lines.last?.isEmpty == true { lines.removeLast() }
    for line in lines { write(String(line)) }
    return nil
  }

  func edit(_ text: String) -> Message? {
    guard let environment else { return Loan.report("an editor needs a terminal, and there is none", .editing(text)) }
    do throws(ProgramFault) {
      loan = try Loan(
        to: ForegroundPrograms(environment).editor, text, suffix: ".http", .editing(text), environment: environment)
      return nil
    } catch {
      return Loan.report(error.description, .editing(text))
    }
  }

  func setMouse(_ on: Bool) -> Message? { nil }

  func suspend() -> Message? { nil }

  func redraw() {}

  /// Whoever stops the editor has stopped this program too, and both go on together.
  func collect() -> Message? {
    guard let loan else { return nil }
    switch loan.condition() {
    case .running: return nil
    case .stopped:
      loan.proceed()
      return nil
    case .ended(let failure, _):
      self.loan = nil
      return loan.outcome(failure: failure)
    }
  }
}

import Playground
import Terminal

/// What was found out about an error that somebody pasted.
struct ExplainedError: Equatable {
  let words: String
  let lines: [String]

  /// Nil where no server says such a thing.
  init?(of text: String) {
    guard let error = PastedError(text), let explanation = ErrorExplanation(of: error) else { return nil }
    words = explanation.said.first ?? ""
    lines = explanation.lines
  }
}

extension Model {
  mutating func askForPaste() -> [Effect] {
    overlay = .answering(.paste, LineEditor())
    return []
  }

  /// A request is examined, an error explained; of what is neither it is said where it stopped to be a request.
  mutating func diagnose(_ text: String) -> [Effect] {
    do throws(PasteFault) {
      return [.diagnose(try PastedRequest.request(in: text))]
    } catch {
      if let explained = ExplainedError(of: text) {
        (explainedError, diagnosis) = (explained, nil)
        lists[.view(.diagnosis), default: ListState()].detail = ScrollWindow()
        return []
      }
      notice = Notice(error.description, isProblem: true)
      return []
    }
  }
}

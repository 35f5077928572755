import Playground
import Terminal

extension Model {
  mutating func askForPaste() -> [Effect] {
    overlay = .answering(.paste, LineEditor())
    return []
  }

  /// What cannot be read is explained, and what was typed is asked for again.
  mutating func diagnose(_ text: String) -> [Effect] {
    do throws(PasteFault) {
      return [.diagnose(try PastedRequest.request(in: text))]
    } catch {
      notice = Notice(error.description, isProblem: true)
      return []
    }
  }
}

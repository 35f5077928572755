import Playground
import Terminal

/// The keys of whatever takes them all. They are the same for everybody: no key map reaches into a line that is typed.
struct OverlayKeys {
  private let entries: [(key: String, words: String)]

  /// Nil while the keys mean what the key map says; empty where a menu names its keys itself.
  init?(of model: Model) {
    switch model.overlay {
    case .menu: entries = []
    case .editing: entries = [("↵", "keep"), ("esc", "leave as it was")]
    case .adding, .answering: entries = [("↵", "done"), ("esc", "leave it")]
    case .leaving: entries = [("y q", "leave"), ("n esc", "stay")]
    case nil:
      guard let view = model.views.last, model.lists[.view(view)]?.typing != nil else { return nil }
      entries = [("↵", "keep the filter"), ("esc", "show all")]
    }
  }

  func line(_ charset: Charset) -> StyledLine {
    entries.reduce(into: StyledLine()) { line, entry in
      line += StyledLine("\(charset.spelled(entry.key)) ", .accent) + StyledLine("\(entry.words)  ")
    }
  }
}

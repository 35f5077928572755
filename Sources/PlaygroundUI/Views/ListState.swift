public import Terminal

/// What somebody does with a list: the entry under the cursor, a filter, and how far the text beside it is scrolled.
///
/// The cursor is remembered by the entry's name, so that neither new entries nor another size lose it.
public struct ListState: Equatable, Sendable {
  public internal(set) var selected: String?
  public internal(set) var filter = ""
  /// The filter while it is typed.
  public internal(set) var typing: LineEditor?
  /// Whether the cursor is in the text beside the list.
  public internal(set) var isInDetail = false
  public internal(set) var detail = ScrollWindow()
  /// The first row of the list that is shown, as long as the cursor allows.
  var window = ScrollWindow()
  /// Where the cursor was, for when its entry is gone.
  var position = 0

  public init() {}

  var query: String { typing?.text ?? filter }
}

/// One row of a list. Without a name it cannot be chosen: a heading, a line of a drawing.
struct ListItem {
  let name: String?
  private let drawn: () -> StyledLine
  private let searched: () -> String?

  /// Line and words are made only where they are needed: a list may be much longer than what can be seen of it.
  init(
    _ name: String?, _ line: @autoclosure @escaping () -> StyledLine,
    words: @autoclosure @escaping () -> String? = nil
  ) {
    self.name = name
    drawn = line
    searched = words
  }

  var line: StyledLine { drawn() }

  /// What the filter looks at.
  var words: String { searched() ?? line.string }

  static func heading(_ text: String) -> ListItem { ListItem(nil, StyledLine(text.uppercased(), .title.bold)) }
}

extension [ListItem] {
  /// The entries with all words of a filter, with the headings that have any.
  func filtered(by query: String) -> [ListItem] {
    let words = query.lowercased().split(separator: " ")
    guard !words.isEmpty else { return self }
    var kept: [ListItem] = []
    var heading: ListItem?
    for item in self {
      guard item.name != nil else {
        heading = item
        continue
      }
      let text = item.words.lowercased()
      guard words.allSatisfy({ text.contains($0) }) else { continue }
      if let found = heading { kept.append(found) }
      heading = nil
      kept.append(item)
    }
    return kept
  }

  /// The row under the cursor.
  func selection(_ state: ListState) -> Int? {
    if let index = firstIndex(where: { $0.name != nil && $0.name == state.selected }) { return index }
    let choices = indices.filter { self[$0].name != nil }
    return choices.last { $0 <= state.position } ?? choices.first
  }

  /// Moves the cursor from entry to entry.
  func moving(_ state: inout ListState, by rows: Int) {
    let choices = indices.filter { self[$0].name != nil }
    guard let selection = selection(state), let current = choices.firstIndex(of: selection) else { return }
    let target = choices[Swift.min(Swift.max(0, current + rows), choices.count - 1)]
    (state.selected, state.position) = (self[target].name, target)
    state.detail = ScrollWindow()
  }
}

import Terminal

/// Labels with what stands beside them, one under the other.
struct FactRows {
  private var entries: [(label: String, text: StyledLine)] = []

  mutating func add(_ label: String, _ text: StyledLine) {
    if text.columns > 0 { entries.append((label, text)) }
  }

  mutating func add(_ label: String, _ text: String) {
    add(label, StyledLine(text, .value))
  }

  func rows(columns: Int) -> [StyledLine] {
    let longest = entries.map(\.label.displayColumns).max() ?? 0
    let width = min(longest + 2, max(8, columns * 2 / 5))
    return entries.flatMap { label, text in
      text.wrapped(to: max(4, columns - width)).enumerated().map { index, line in
        StyledLine((index == 0 ? label : "").padded(to: width - 1) + " ", .name) + line
      }
    }
  }
}

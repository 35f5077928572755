import Playground
import Terminal

extension LogPanel {
  /// A row of the log: an exchange by its place among those that are shown, or what was changed in the server by hand.
  enum Line: Equatable {
    case exchange(Int)
    case note(NotedChange)
  }

  /// The rows there is room for, the selected exchange among them.
  func lines(rows: Int) -> [Line] { shown(rows: rows).lines }

  /// The rows there is room for, and how many lie beyond them.
  func shown(rows: Int) -> (lines: [Line], marks: MoreMarks) {
    let exchanges = model.logged
    let count = exchanges.count
    let range = ScrollWindow(offset: max(0, count - rows)).showing(selection, of: count, visible: rows)
      .range(of: count, visible: rows)
    let notes = notes
    var lines: [Line] = []
    func add(after number: Int, before next: Int) {
      lines += notes.filter { number <= $0.after && $0.after < next }.map { .note($0.change) }
    }
    if range.lowerBound == 0 { add(after: 0, before: exchanges.first?.number ?? .max) }
    for index in range {
      lines.append(.exchange(index))
      add(after: exchanges[index].number, before: index + 1 < count ? exchanges[index + 1].number : .max)
    }
    let selected = lines.firstIndex(of: .exchange(selection))
    let shown = ScrollWindow(offset: max(0, lines.count - rows)).showing(selected, of: lines.count, visible: rows)
    let part = shown.range(of: lines.count, visible: rows)
    var marks = MoreMarks()
    if let first = range.first, first > 0 { marks.above = first + notes.count { $0.after < exchanges[first].number } }
    marks.above += part.lowerBound
    marks.below = count + notes.count - marks.above - part.count
    return (Array(lines[part]), marks)
  }

  /// What was changed by hand, as far as the filter shows it.
  var notes: [Timeline.Note] {
    let words = model.logFilter.lowercased().split(separator: " ")
    let notes = model.walkthrough.timeline.notes
    guard !words.isEmpty else { return notes }
    return notes.filter { note in
      let text = "by hand \(note.change.sentence)".lowercased()
      return words.allSatisfy { text.contains($0) }
    }
  }
}

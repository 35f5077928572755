import OAuth
import Playground
import Terminal

/// Where the life lines stand in a width, and how a row is put together there.
///
/// With enough room the words stand in the arrows; else the life lines stand close together and the words beside them.
struct SequenceGrid {
  private let lifelines: [Lifeline]
  private let columns: Int
  private let places: [Lifeline: Int]
  private let showsTime: Bool
  /// Where the words stand that are in no arrow.
  private let margin: Int
  private let isWide: Bool
  private let heads: [Lifeline: String]

  private static let gap = 24
  private static let markColumns = 16

  init(_ lifelines: [Lifeline], columns: Int, ports: [Lifeline: String] = [:]) {
    self.lifelines = lifelines
    self.columns = columns
    let gaps = lifelines.count - 1
    isWide = columns >= Self.markColumns + 6 + Self.gap * gaps
    showsTime = isWide && columns >= Self.markColumns + 17 + (Self.gap + 2) * gaps
    let first = isWide ? (showsTime ? 15 : 3) : 1
    let last = isWide ? columns - Self.markColumns - 2 : 1 + 3 * gaps
    var places: [Lifeline: Int] = [:]
    for (index, lifeline) in lifelines.enumerated() {
      places[lifeline] = isWide ? first + ((last - first) * index + gaps - 1) / max(1, gaps) : 1 + 3 * index
    }
    self.places = places
    margin = last + 2
    heads = Dictionary(
      uniqueKeysWithValues: lifelines.map { ($0, columns >= 70 ? $0.name + (ports[$0] ?? "") : $0.name) })
  }

  /// The names above the life lines.
  var head: StyledLine {
    var strip = Strip()
    guard isWide else {
      for lifeline in lifelines { strip.put(StyledLine("\(lifeline.name.prefix(1))", .title), at: place(lifeline)) }
      let words = lifelines.map(\.name).joined(separator: ", ")
      strip.put(StyledLine(words, .muted).shortened(to: max(0, columns - margin)), at: margin)
      return strip.line
    }
    for lifeline in lifelines {
      let name = heads[lifeline] ?? lifeline.name
      strip.put(StyledLine(name, .title.bold), at: max(0, place(lifeline) - name.count / 2))
    }
    return strip.line
  }

  func line(_ row: SequenceRow) -> StyledLine {
    switch row.kind {
    case .request(let exchange):
      let time = showsTime ? StyledLine(exchange.at.timeOfDay, .muted) : []
      return arrow(
        from: Lifeline(exchange.sender), to: Lifeline(exchange.receiver), .request(exchange),
        stroke(row, exchange), row, time)
    case .answer(let exchange):
      return arrow(
        from: Lifeline(exchange.receiver), to: Lifeline(exchange.sender), .answer(exchange),
        stroke(row, exchange), row)
    case .next(let sender, let receiver, let words):
      let label = ArrowLabel(StyledLine("next: ", .muted) + StyledLine(words, .title))
      return arrow(from: sender, to: receiver, label, ("┄", .muted), row)
    case .text(let words): return text(words, row)
    }
  }

  /// The front channel is a thin line, the back channel a double one; what does not count is dotted.
  private func stroke(_ row: SequenceRow, _ exchange: Exchange) -> (sign: String, style: Style) {
    if row.isUndone { return ("┄", .muted) }
    return exchange.isFrontChannel ? ("─", .text) : ("═", .accent)
  }

  private func place(_ lifeline: Lifeline) -> Int { places[lifeline] ?? 0 }

  private func arrow(
    from: Lifeline, to: Lifeline, _ label: ArrowLabel, _ stroke: (sign: String, style: Style), _ row: SequenceRow,
    _ time: StyledLine = []
  ) -> StyledLine {
    let (left, right) = (min(place(from), place(to)), max(place(from), place(to)))
    guard right > left else { return text(label.line(columns: columns), row) }
    var strip = Strip()
    strip.put(time, at: 0)
    for lifeline in lifelines where place(lifeline) <= left { strip.put(sign(lifeline, row), at: place(lifeline)) }
    let inside = right - left - 1
    let words = isWide && inside > 8 ? StyledLine(" ") + dimmed(label.line(columns: inside - 4), row) + " " : []
    let dashes = inside - 1 - words.columns
    let isRightwards = place(from) < place(to)
    // The words stand near the beginning of a line that goes right, and near the point of one that goes left.
    strip.put(StyledLine(isRightwards ? stroke.sign : "◄", stroke.style), at: left + 1)
    strip.line += words
    strip.columns += words.columns
    let rest = String(repeating: stroke.sign, count: max(0, dashes - (isRightwards ? 1 : 0)))
    strip.put(StyledLine(rest + (isRightwards ? "►" : ""), stroke.style), at: strip.columns)
    for lifeline in lifelines where place(lifeline) >= right { strip.put(sign(lifeline, row), at: place(lifeline)) }
    return finished(strip, isWide ? ArrowLabel([]) : label, row)
  }

  private func text(_ words: StyledLine, _ row: SequenceRow) -> StyledLine {
    var strip = Strip()
    guard isWide else {
      for lifeline in lifelines { strip.put(sign(lifeline, row), at: place(lifeline)) }
      return finished(strip, ArrowLabel(words), row)
    }
    let start = (lifelines.first.map(place) ?? 0) + 2
    let end = lifelines.last.map(place) ?? columns
    let shown = words.shortened(to: max(0, end - start - 1))
    for lifeline in lifelines {
      if place(lifeline) > start, shown.columns > 0, strip.columns <= start { strip.put(shown, at: start) }
      if place(lifeline) < start || place(lifeline) > strip.columns || shown.columns == 0 {
        strip.put(sign(lifeline, row), at: place(lifeline))
      }
    }
    return finished(strip, ArrowLabel([]), row)
  }

  /// What became of the code stands right of the server's life line; beside close life lines the words come first.
  private func finished(_ strip: Strip, _ label: ArrowLabel, _ row: SequenceRow) -> StyledLine {
    var strip = strip
    guard !isWide else {
      strip.put(row.mark.shortened(to: max(0, columns - margin)), at: margin)
      return strip.line
    }
    let room = max(0, columns - margin)
    // Where there is little room, only what became of it, not when.
    let said = room < 40 ? StyledLine(Array(row.mark.spans.prefix(1))) : row.mark
    let mark = said.columns > 0 ? "  " + said : []
    strip.put(dimmed(label.line(columns: max(room - mark.columns, room / 2)), row), at: margin)
    strip.put(mark.shortened(to: max(0, columns - strip.columns)), at: max(strip.columns, columns - mark.columns))
    return strip.line
  }

  private func sign(_ lifeline: Lifeline, _ row: SequenceRow) -> StyledLine {
    guard lifeline == .server, row.isAlive else { return StyledLine("│", .muted) }
    return StyledLine("┃", row.isUndone ? .muted : .accent)
  }

  private func dimmed(_ line: StyledLine, _ row: SequenceRow) -> StyledLine {
    row.isUndone ? StyledLine(line.spans.map { StyledSpan($0.text, .muted) }) : line
  }
}

/// A row that is put together from left to right.
private struct Strip {
  var line: StyledLine = []
  var columns = 0

  mutating func put(_ part: StyledLine, at column: Int) {
    guard part.columns > 0, column >= columns else { return }
    line += StyledLine(String(repeating: " ", count: column - columns)) + part
    columns = column + part.columns
  }
}

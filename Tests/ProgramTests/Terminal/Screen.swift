import Terminal

/// What a person sees of the octets a program wrote: as much of an xterm as ncurses asks for.
/// It does nothing else, and keeps what else it was sent as `foreign`.
struct Screen {
  private(set) var columns: Int
  private(set) var rows: Int
  /// Whatever is neither text to be seen nor a sequence that ncurses has for an xterm.
  private(set) var foreign: [String] = []
  /// The private modes that are on (`ESC [ ? n h`).
  private(set) var modes: Set<Int> = [7, 25]
  /// Every number that chose how text looks (`ESC [ n m`).
  private(set) var looks: Set<Int> = []
  private(set) var isKeypadOn = false

  private var cells: [[String]]
  /// The screen under the alternate one.
  private var covered: [[String]] = []
  private var coveredPlace = (0, 0)
  private var row = 0
  private var column = 0
  private var last = " "
  /// The rows that scroll.
  private var region: ClosedRange<Int>
  private var parser = SequenceParser()

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Self.blank(columns, rows)
    region = 0...(rows - 1)
  }

  /// The rows as text, without the blanks at their ends.
  var lines: [String] {
    cells.map { row in
      let text = row.joined()
      return String(text.reversed().drop { $0 == " " }.reversed())
    }
  }

  var text: String { lines.joined(separator: "\n") }

  mutating func receive(_ octets: some Sequence<UInt8>) {
    for token in parser.tokens(in: octets) { apply(token) }
  }

  /// The contents of a terminal whose size changes are whatever it makes of them; here nothing is left that could be
  /// taken for right.
  mutating func resize(columns: Int, rows: Int) {
    (self.columns, self.rows) = (columns, rows)
    cells = Array(repeating: Array(repeating: "¿", count: columns), count: rows)
    covered = Self.blank(columns, rows)
    coveredPlace = (0, 0)
    region = 0...(rows - 1)
    (row, column) = (min(row, rows - 1), min(column, columns - 1))
  }

  private static func blank(_ columns: Int, _ rows: Int) -> [[String]] {
    Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  private mutating func apply(_ token: SequenceParser.Token) {
    switch token {
    case .character(let scalar): put(scalar)
    case .control(let octet): control(octet, token)
    case .escape("(B"), .escape(")0"): break
    case .escape("M") where row == region.lowerBound: scroll(region, by: -1)
    case .escape("M"): row = max(row - 1, 0)
    case .escape("="): isKeypadOn = true
    case .escape(">"): isKeypadOn = false
    case .sequence("", let numbers, let final): sequence(numbers, final, token)
    case .sequence("?", let numbers, "h"): for mode in numbers { switchMode(mode, on: true) }
    case .sequence("?", let numbers, "l"): for mode in numbers { switchMode(mode, on: false) }
    // The shape of the Linux console's cursor.
    case .sequence("?", _, "c"): break
    case .escape, .sequence, .invalid: foreign.append("\(token)")
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    switch DisplayWidth.of(scalar) {
    case .spacing(let width):
      if column + width > columns {
        column = 0
        feedLine()
      }
      last = String(scalar)
      cells[row][column] = last
      if width == 2 { cells[row][column + 1] = "" }
      column += width
    case .combining: cells[row][max(0, column - 1)].unicodeScalars.append(scalar)
    case .control, .unsafe: foreign.append("U+\(String(scalar.value, radix: 16, uppercase: true))")
    }
  }

  private mutating func control(_ octet: UInt8, _ token: SequenceParser.Token) {
    switch octet {
    case 0x08: column = max(0, min(column, columns - 1) - 1)
    case 0x0A: feedLine()
    case 0x0D: column = 0
    // The first character set stays in use.
    case 0x0F: break
    default: foreign.append("\(token)")
    }
  }

  private mutating func feedLine() {
    if row == region.upperBound { scroll(region, by: 1) } else { row = min(row + 1, rows - 1) }
  }

  private mutating func switchMode(_ mode: Int, on: Bool) {
    if on { modes.insert(mode) } else { modes.remove(mode) }
    guard mode == 1049 else { return }
    if on {
      (covered, coveredPlace) = (cells, (row, column))
      cells = Self.blank(columns, rows)
    } else {
      (cells, (row, column)) = (covered, coveredPlace)
    }
  }

  private mutating func sequence(_ numbers: [Int], _ final: Character, _ token: SequenceParser.Token) {
    let first = max(1, numbers.first ?? 1)
    switch final {
    case "H": move(to: first - 1, (numbers.dropFirst().first ?? 1) - 1)
    case "A": move(to: row - first, column)
    case "B": move(to: row + first, column)
    case "C": move(to: row, column + first)
    case "D": move(to: row, min(column, columns - 1) - first)
    case "G": move(to: row, first - 1)
    case "d": move(to: first - 1, column)
    case "b": for _ in 0..<first { put(last.unicodeScalars.first ?? " ") }
    case "X": erase(row, column..<min(columns, column + first))
    case "P": shift(by: -first)
    case "@": shift(by: first)
    case "K": eraseLine(numbers.first ?? 0)
    case "J": eraseScreen(numbers.first ?? 0)
    case "m": looks.formUnion(numbers)
    case "S": scroll(region, by: first)
    case "T": scroll(region, by: -first)
    case "M": scroll(row...max(row, region.upperBound), by: first)
    case "L": scroll(row...max(row, region.upperBound), by: -first)
    case "r" where numbers == []:
      region = 0...(rows - 1)
      move(to: 0, 0)
    case "r" where numbers.count == 2 && numbers[0] >= 1 && numbers[0] < numbers[1] && numbers[1] <= rows:
      region = (numbers[0] - 1)...(numbers[1] - 1)
      move(to: 0, 0)
    // Insert mode is off, and the title is kept: nothing to see.
    case "l" where numbers == [4], "h" where numbers == [4], "t" where numbers.dropFirst() == [0, 0]: break
    default: foreign.append("\(token)")
    }
  }

  private mutating func move(to row: Int, _ column: Int) {
    self.row = min(max(0, row), rows - 1)
    self.column = min(max(0, column), columns - 1)
  }

  /// Moves rows up, or down by a negative distance; what is new is blank.
  private mutating func scroll(_ range: ClosedRange<Int>, by distance: Int) {
    let before = cells
    for row in range {
      let source = row + distance
      cells[row] = range.contains(source) ? before[source] : Array(repeating: " ", count: columns)
    }
  }

  private mutating func erase(_ row: Int, _ range: Range<Int>) {
    for column in range { cells[row][column] = " " }
  }

  private mutating func eraseLine(_ part: Int) {
    let place = min(column, columns - 1)
    erase(row, part == 0 ? place..<columns : 0..<(part == 1 ? place + 1 : columns))
  }

  private mutating func eraseScreen(_ part: Int) {
    eraseLine(part)
    for other in 0..<rows where part == 2 || (part == 0 ? other > row : other < row) { erase(other, 0..<columns) }
  }

  private mutating func shift(by distance: Int) {
    let place = min(column, columns - 1)
    let count = min(abs(distance), columns - place)
    let blanks = Array(repeating: " ", count: count)
    if distance < 0 {
      cells[row].removeSubrange(place..<(place + count))
      cells[row] += blanks
    } else {
      cells[row].insert(contentsOf: blanks, at: place)
      cells[row].removeLast(count)
    }
  }
}

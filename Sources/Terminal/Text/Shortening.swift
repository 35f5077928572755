/// Where text that is too long loses something.
public enum Shortening: Hashable, Sendable {
  case start, middle, end

  enum Piece: Hashable {
    case kept(Range<Int>)
    /// Stands for what is missing; drawn like the glyph at this index.
    case ellipsis(Int)
  }

  /// What to keep of glyphs with these widths so that the result, … included, is at most `limit` wide.
  func pieces(of widths: [Int], to limit: Int) -> [Piece] {
    if widths.reduce(0, +) <= limit { return [.kept(0..<widths.count)] }
    guard limit > 0 else { return [] }
    let room = limit - 1
    switch self {
    case .end:
      let head = Self.fitting(widths, room)
      return [.kept(0..<head), .ellipsis(head)]
    case .start:
      let tail = widths.count - Self.fitting(widths.reversed(), room)
      return [.ellipsis(tail - 1), .kept(tail..<widths.count)]
    case .middle:
      let head = Self.fitting(widths, room - room / 2)
      let tail = widths.count - Self.fitting(widths.reversed(), room / 2)
      return [.kept(0..<head), .ellipsis(head), .kept(tail..<widths.count)]
    }
  }

  /// How many of the first glyphs fit into the room.
  private static func fitting(_ widths: some Sequence<Int>, _ room: Int) -> Int {
    var used = 0
    var count = 0
    for width in widths {
      if used + width > room { break }
      used += width
      count += 1
    }
    return count
  }
}

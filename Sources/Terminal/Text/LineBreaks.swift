/// Breaks a row of glyphs into rows that fit.
enum LineBreaks {
  /// The ranges of glyphs on each row. Blanks at a break belong to no row;
  /// blanks at the start of the text do, since they indent.
  static func rows(of glyphs: [Glyph], to limit: Int) -> [Range<Int>] {
    guard limit > 0 else { return [] }
    var rows: [Range<Int>] = []
    var start = 0
    repeat {
      let end = rowEnd(glyphs, from: start, limit: limit)
      rows.append(start..<trimmed(glyphs, start..<end))
      start = end
      while start < glyphs.count, glyphs[start].isBlank { start += 1 }
    } while start < glyphs.count
    return rows
  }

  /// Where the row that begins at `start` ends: the text's end, the last blank that fits, or where the room ends.
  private static func rowEnd(_ glyphs: [Glyph], from start: Int, limit: Int) -> Int {
    var used = 0
    var lastBlank: Int?
    var wordSeen = false
    for index in start..<glyphs.count {
      if glyphs[index].isBlank, wordSeen { lastBlank = index }
      if used + glyphs[index].columns > limit {
        // A glyph wider than the whole row still goes somewhere, or this would never end.
        return lastBlank ?? max(index, start + 1)
      }
      wordSeen = wordSeen || !glyphs[index].isBlank
      used += glyphs[index].columns
    }
    return glyphs.count
  }

  private static func trimmed(_ glyphs: [Glyph], _ row: Range<Int>) -> Int {
    var end = row.upperBound
    while end > row.lowerBound, glyphs[end - 1].isBlank { end -= 1 }
    return end
  }
}

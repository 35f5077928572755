extension VisibleText {
  /// The text cut to a width, with … where something is missing.
  public func shortened(to limit: Int, at place: Shortening = .end) -> VisibleText {
    guard columns > limit else { return self }
    let pieces = place.pieces(of: glyphs.map(\.columns), to: limit)
    return VisibleText(
      glyphs: pieces.flatMap { piece -> [Glyph] in
        switch piece {
        case .kept(let range): Array(glyphs[range])
        case .ellipsis: [.ellipsis]
        }
      })
  }

  /// The text cut into rows of at most that width, blanks or not.
  public func split(every limit: Int) -> [VisibleText] {
    var rows: [VisibleText] = []
    var row: [Glyph] = []
    var used = 0
    for glyph in glyphs {
      if used + glyph.columns > limit, !row.isEmpty {
        rows.append(VisibleText(glyphs: row))
        (row, used) = ([], 0)
      }
      row.append(glyph)
      used += glyph.columns
    }
    return rows + [VisibleText(glyphs: row)]
  }

  /// The text cut into rows of at most that width where a part of a form, a list or a sentence begins; at the edge
  /// where none does. Nothing is left out.
  public func broken(to limit: Int) -> [VisibleText] {
    guard columns > limit else { return [self] }
    var rows: [VisibleText] = []
    var rest = glyphs[...]
    while let row = VisibleText(glyphs: Array(rest.prefix(limit))).split(every: limit).first?.glyphs, !row.isEmpty {
      var count = row.count
      if count < rest.count, let place = (count / 3..<count).last(where: { Self.isPart(of: rest, at: $0 + 1) }) {
        count = place + 1
      }
      rows.append(VisibleText(glyphs: Array(rest.prefix(count))))
      rest = rest.dropFirst(count)
    }
    return rows
  }

  /// Whether something begins there: at an ampersand, behind a comma or a blank.
  private static func isPart(of glyphs: ArraySlice<Glyph>, at offset: Int) -> Bool {
    let (before, next) = (glyphs[glyphs.startIndex + offset - 1], glyphs[glyphs.startIndex + offset])
    return next.text == "&" || before.text == "," || before.isBlank
  }

  /// The text broken between words into rows of at most that width; a longer word is broken hard.
  public func wrapped(to limit: Int) -> [VisibleText] {
    LineBreaks.rows(of: glyphs, to: limit).map { VisibleText(glyphs: Array(glyphs[$0])) }
  }
}

extension String {
  /// The width on the screen, escapes written out.
  public var displayColumns: Int { VisibleText(self).columns }

  /// The text as it may be drawn, cut to a width with ….
  public func shortened(to limit: Int, at place: Shortening = .end) -> String {
    VisibleText(self).shortened(to: limit, at: place).string
  }

  /// The text as it may be drawn, broken into rows of at most that width.
  public func wrapped(to limit: Int) -> [String] {
    VisibleText(self).wrapped(to: limit).map(\.string)
  }

  /// The text cut or filled with blanks on the right to exactly that width.
  public func padded(to columns: Int) -> String {
    let text = VisibleText(self).shortened(to: columns)
    return text.string + String(repeating: " ", count: max(0, columns - text.columns))
  }
}

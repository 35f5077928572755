/// Untrusted text made safe to draw: whatever a terminal would obey, hide or reorder stands as an escape.
///
/// `\x1b` for control characters and for bytes that are not UTF-8, `\u{202e}` for everything else that cannot be shown
/// truthfully. Escapes are marked, so that a literal backslash can be told apart.
public struct VisibleText: Hashable, Sendable {
  public let glyphs: [Glyph]
  /// The width on the screen.
  public let columns: Int

  init(glyphs: [Glyph]) {
    self.glyphs = glyphs
    var columns = 0
    // A loop: a closure for each glyph is dear in a build that is not optimized.
    for glyph in glyphs { columns += glyph.columns }
    self.columns = columns
  }

  public init(_ text: String) {
    var builder = GlyphBuilder(capacity: text.utf8.count)
    for scalar in text.unicodeScalars { builder.append(scalar) }
    self.init(glyphs: builder.glyphs)
  }

  /// Text from the wire. Each byte that is not part of valid UTF-8 becomes `\xff`.
  public init(bytes: some Sequence<UInt8>) {
    var builder = GlyphBuilder(capacity: bytes.underestimatedCount)
    var rest = bytes.makeIterator()
    var decoder = UTF8Decoding()
    while let byte = rest.next() { decoder.feed(byte, into: &builder) }
    decoder.finish(into: &builder)
    self.init(glyphs: builder.glyphs)
  }

  /// The text as drawn, escapes written out.
  public var string: String { glyphs.map(\.text).joined() }

  /// The text in pieces, escapes apart.
  public var spans: [(text: String, isEscape: Bool)] {
    var spans: [(text: String, isEscape: Bool)] = []
    for glyph in glyphs {
      if let last = spans.last, last.isEscape == glyph.isEscape {
        spans[spans.count - 1].text += glyph.text
      } else {
        spans.append((glyph.text, glyph.isEscape))
      }
    }
    return spans
  }

  /// The lines of a longer text, as LF or CR LF end them; other control characters stay visible.
  public static func lines(bytes: some Sequence<UInt8>) -> [VisibleText] {
    Array(bytes).split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      VisibleText(bytes: line.last == 0x0D ? line.dropLast() : line)
    }
  }

  public static func lines(_ text: String) -> [VisibleText] {
    lines(bytes: text.utf8)
  }
}

extension VisibleText: ExpressibleByStringInterpolation {
  public init(stringLiteral text: String) {
    self.init(text)
  }
}

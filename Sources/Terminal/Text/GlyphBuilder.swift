/// Turns scalars into glyphs, one by one.
struct GlyphBuilder {
  private(set) var glyphs: [Glyph] = []
  /// More marks on one character do not fit into a cell of the screen.
  private static let marksPerGlyph = 4
  private var marks: Int?

  init(capacity: Int) {
    glyphs.reserveCapacity(capacity)
  }

  mutating func append(_ scalar: Unicode.Scalar) {
    switch DisplayWidth.of(scalar) {
    case .spacing(let columns):
      glyphs.append(Glyph(text: Self.text(scalar), columns: columns))
      marks = 0
    case .combining:
      guard let last = glyphs.last, let count = marks, count < Self.marksPerGlyph else {
        escape("\\u{\(String(scalar.value, radix: 16))}")
        return
      }
      glyphs[glyphs.count - 1] = Glyph(text: last.text + String(scalar), columns: last.columns)
      marks = count + 1
    case .control: escape(Self.hex(UInt8(truncatingIfNeeded: scalar.value)))
    case .unsafe: escape("\\u{\(String(scalar.value, radix: 16))}")
    }
  }

  mutating func append(invalid byte: UInt8) {
    escape(Self.hex(byte))
  }

  /// A mark after an escape must not join it.
  private mutating func escape(_ text: String) {
    for character in text { glyphs.append(Glyph(text: String(character), columns: 1, isEscape: true)) }
    marks = nil
  }

  private static func hex(_ byte: UInt8) -> String {
    (byte < 16 ? "\\x0" : "\\x") + String(byte, radix: 16)
  }

  private static func text(_ scalar: Unicode.Scalar) -> String {
    String(Character(scalar))
  }
}

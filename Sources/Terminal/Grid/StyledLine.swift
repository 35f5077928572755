/// A piece of a line in one style.
public struct StyledSpan: Hashable, Sendable {
  public var text: VisibleText
  public var style: Style

  public init(_ text: VisibleText, _ style: Style = .text) {
    self.text = text
    self.style = style
  }

  public init(_ text: String, _ style: Style = .text) {
    self.init(VisibleText(text), style)
  }
}

/// One row of text in several styles.
public struct StyledLine: Hashable, Sendable {
  public var spans: [StyledSpan]

  public init(_ spans: [StyledSpan] = []) {
    self.spans = spans
  }

  public init(_ text: String, _ style: Style = .text) {
    spans = [StyledSpan(text, style)]
  }

  public init(_ text: VisibleText, _ style: Style = .text) {
    spans = [StyledSpan(text, style)]
  }

  /// The width on the screen.
  public var columns: Int { spans.reduce(0) { $0 + $1.text.columns } }

  /// The text alone.
  public var string: String { spans.map(\.text.string).joined() }

  public static func + (left: StyledLine, right: StyledLine) -> StyledLine {
    StyledLine(left.spans + right.spans)
  }

  public static func += (left: inout StyledLine, right: StyledLine) {
    left.spans += right.spans
  }

  public func adding(_ attributes: Attributes) -> StyledLine {
    StyledLine(spans.map { StyledSpan($0.text, $0.style.adding(attributes)) })
  }
}

extension StyledLine: ExpressibleByStringInterpolation, ExpressibleByArrayLiteral {
  public init(stringLiteral text: String) {
    self.init(text)
  }

  public init(arrayLiteral spans: StyledSpan...) {
    self.init(spans)
  }
}

extension StyledLine {
  /// The line cut to a width, with … where something is missing.
  public func shortened(to limit: Int, at place: Shortening = .end) -> StyledLine {
    // What fits is most of what is drawn, and need not be taken apart.
    guard columns > limit else { return self }
    let glyphs = styledGlyphs
    let pieces = place.pieces(of: glyphs.map(\.glyph.columns), to: limit)
    return StyledLine(
      gathering: pieces.flatMap { piece -> [StyledGlyph] in
        switch piece {
        case .kept(let range): Array(glyphs[range])
        case .ellipsis(let index): [StyledGlyph(glyph: .ellipsis, style: glyphs[index].style)]
        }
      })
  }

  /// The line broken between words into rows of at most that width; a longer word is broken hard.
  public func wrapped(to limit: Int) -> [StyledLine] {
    if limit > 0, columns <= limit, spans.last?.text.glyphs.last?.isBlank == false { return [self] }
    let glyphs = styledGlyphs
    return LineBreaks.rows(of: glyphs.map(\.glyph), to: limit).map { StyledLine(gathering: Array(glyphs[$0])) }
  }

  private struct StyledGlyph {
    let glyph: Glyph
    let style: Style
  }

  private var styledGlyphs: [StyledGlyph] {
    spans.flatMap { span in span.text.glyphs.map { StyledGlyph(glyph: $0, style: span.style) } }
  }

  private init(gathering glyphs: [StyledGlyph]) {
    spans = []
    var start = glyphs.startIndex
    while start < glyphs.endIndex {
      let style = glyphs[start].style
      let end = glyphs[start...].firstIndex { $0.style != style } ?? glyphs.endIndex
      spans.append(StyledSpan(VisibleText(glyphs: glyphs[start..<end].map(\.glyph)), style))
      start = end
    }
  }
}

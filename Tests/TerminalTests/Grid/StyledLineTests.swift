import Terminal
import Testing

@Suite struct `Styled lines` {
  let line: StyledLine = [StyledSpan("The "), StyledSpan("code", .accent), StyledSpan(" is not used up")]

  @Test func `widths and texts add up`() {
    #expect(line.columns == 23)
    #expect(line.string == "The code is not used up")
    #expect((line + " yet").string == "The code is not used up yet")
  }

  @Test func `shortening keeps the styles and borrows one for the ellipsis`() {
    #expect(line.shortened(to: 7) == [StyledSpan("The "), StyledSpan("co…", .accent)])
    #expect(line.shortened(to: 23) == line)
    #expect(line.shortened(to: 0).spans.isEmpty)
  }

  @Test func `wrapping carries a style over the break`() {
    let rows = (StyledLine("a ") + StyledLine("bold words here", .error)).wrapped(to: 7)
    #expect(
      rows == [
        [StyledSpan("a "), StyledSpan("bold", .error)], [StyledSpan("words", .error)], [StyledSpan("here", .error)],
      ])
  }

  @Test func `attributes are added to every span`() {
    #expect(line.adding(.bold).spans.allSatisfy { $0.style.attributes == .bold })
  }
}

import Terminal
import Testing

@Suite struct `Fitting text into columns` {
  @Test(arguments: [
    ("workshop-app", 12, Shortening.end, "workshop-app"), ("workshop-app", 8, .end, "worksho…"),
    ("workshop-app", 8, .start, "…hop-app"), ("s3cr-and-so-on-ret", 8, .middle, "s3cr…ret"),
    ("abcdef", 1, .end, "…"), ("abcdef", 1, .middle, "…"), ("abcdef", 1, .start, "…"), ("abcdef", 0, .end, ""),
    ("abcdef", -3, .end, ""), ("", 3, .end, ""), ("漢字漢字", 6, .end, "漢字…"), ("漢字漢字", 7, .end, "漢字漢…"),
    ("漢字漢字", 4, .start, "…字"), ("漢字漢字", 5, .middle, "漢…字"), ("a\u{1b}b", 4, .end, "a\\x…"),
  ])
  func `text is shortened with an ellipsis`(text: String, limit: Int, place: Shortening, result: String) {
    #expect(text.shortened(to: limit, at: place) == result)
  }

  @Test(arguments: [
    ("The code is not used up", 10, ["The code", "is not", "used up"]), ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
    ("a verylongword b", 6, ["a", "verylo", "ngword", "b"]), ("exact fit", 5, ["exact", "fit"]),
    ("  indented text", 10, ["  indented", "text"]), ("", 5, [""]), ("   ", 2, [""]), ("x", 0, []),
    ("漢字漢字", 3, ["漢", "字", "漢", "字"]), ("漢", 1, ["漢"]), ("a  b", 2, ["a", "b"]), ("trailing   ", 8, ["trailing"]),
  ])
  func `text is wrapped between words`(text: String, limit: Int, rows: [String]) {
    #expect(text.wrapped(to: limit) == rows)
  }

  @Test(arguments: [
    ("grant_type=refresh_token&client_id=api", 30, ["grant_type=refresh_token", "&client_id=api"]),
    ("GET /cb?state=x&code=0123456789abcdef HTTP/1.1", 20, ["GET /cb?state=x", "&code=0123456789abcd", "ef HTTP/1.1"]),
    (#"{"a":"0123456789","b":1}"#, 20, [#"{"a":"0123456789","#, #""b":1}"#]),
    ("0123456789abcdef", 6, ["012345", "6789ab", "cdef"]), ("a&0123456789", 10, ["a&01234567", "89"]),
    ("漢字漢字", 3, ["漢", "字", "漢", "字"]), ("fits", 4, ["fits"]), ("", 4, [""]),
  ])
  func `octets are broken where a part begins, at the edge where none does`(
    text: String, limit: Int, rows: [String]
  ) {
    #expect(VisibleText(text).broken(to: limit).map(\.string) == rows)
  }

  @Test func `of octets that are broken none is lost and no row is too wide`() {
    var random = Seeded(seed: 5)
    for _ in 0..<300 {
      let text = VisibleText(String((0..<40).map { _ in "a&, 漢=\u{1b}".randomElement(using: &random) ?? "a" }))
      let limit = Int.random(in: 2...15, using: &random)
      let rows = text.broken(to: limit)
      #expect(rows.allSatisfy { $0.columns <= limit })
      #expect(rows.map(\.string).joined() == text.string)
    }
  }

  @Test func `no wrapped row is too wide and no letter is lost`() {
    var random = Seeded(seed: 3)
    for _ in 0..<300 {
      let text = String((0..<40).map { _ in "ab 漢é ".randomElement(using: &random) ?? "a" })
      let limit = Int.random(in: 2...15, using: &random)
      let rows = text.wrapped(to: limit)
      #expect(rows.allSatisfy { $0.displayColumns <= limit })
      #expect(rows.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
  }

  @Test func `no shortened text is too wide`() {
    var random = Seeded(seed: 4)
    for _ in 0..<300 {
      let text = String(String.UnicodeScalarView((0..<12).map { _ in random.scalar() }))
      for place in [Shortening.start, .middle, .end] {
        let limit = Int.random(in: 0...30, using: &random)
        #expect(VisibleText(text).shortened(to: limit, at: place).columns <= limit)
      }
    }
  }

  @Test func `padding gives exactly that many columns`() {
    #expect("code".padded(to: 6) == "code  ")
    #expect("code".padded(to: 3) == "co…")
    #expect("漢字".padded(to: 4) == "漢字")
    #expect("漢字漢".padded(to: 4) == "漢… ")
  }
}

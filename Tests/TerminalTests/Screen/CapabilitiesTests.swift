import Terminal
import Testing

@Suite struct `What a terminal can show` {
  private typealias Colour = Capabilities.Options.Colour

  @Test(
    arguments: [
      ([:], "UTF-8", Capabilities.Options(), 256, Charset.utf8, ColourDepth.palette),
      ([:], "utf8", .init(), 16_777_216, .utf8, .palette),
      ([:], "ANSI_X3.4-1968", .init(), 256, .ascii, .palette),
      ([:], "ISO-8859-1", .init(), 8, .ascii, .eight),
      ([:], "UTF-8", .init(ascii: true), 0, .ascii, .none),
      (["TERM": "linux"], "UTF-8", .init(), 8, .ascii, .eight),
      (["NO_COLOR": "1"], "UTF-8", .init(), 256, .utf8, .none),
      (["NO_COLOR": ""], "UTF-8", .init(), 256, .utf8, .palette),
      (["NO_COLOR": "1"], "UTF-8", .init(colour: .sixteen), 256, .utf8, .sixteen),
      (["NO_COLOR": "1"], "UTF-8", .init(colour: .palette), 256, .utf8, .palette),
      ([:], "UTF-8", .init(colour: .palette), 8, .utf8, .eight),
      ([:], "UTF-8", .init(colour: .never), 256, .utf8, .none),
    ] as [([String: String], String, Capabilities.Options, Int, Charset, ColourDepth)])
  func `environment, options and terminal decide together`(
    environment: [String: String], codeset: String, options: Capabilities.Options, has: Int, charset: Charset,
    colours: ColourDepth
  ) {
    let found = Capabilities.decide(
      environment: environment, codeset: codeset, options: options, terminalColours: has)
    #expect(found == Capabilities(charset: charset, colours: colours))
  }

  @Test(
    arguments: [
      ([:], "C.UTF-8"), (["LANG": ""], "C.UTF-8"), (["LC_ALL": "C"], nil), (["LANG": "C"], nil),
      (["LANG": "xx_YY.UTF-8"], "C.UTF-8"), (["LC_ALL": "C", "LANG": "en_US.UTF-8"], nil),
      (["LC_CTYPE": "de_DE.utf8"], "C.UTF-8"), (["LANG": "de_DE.ISO-8859-1"], nil),
    ] as [([String: String], String?)])
  func `a fallback locale is tried unless the person chose another charset`(
    environment: [String: String], locale: String?
  ) {
    #expect(Capabilities.fallbackLocale(environment: environment) == locale)
  }

  @Test func `the options are spelled as on the command line`() {
    #expect(Colour.allCases.map(\.rawValue) == ["auto", "never", "16", "256"])
  }
}

@Suite struct `The palette` {
  @Test(arguments: ColourDepth.allCases)
  func `error and ok differ without looking at the hue`(depth: ColourDepth) {
    let palette = Palette(depth)
    #expect(palette.look(.error).attributes.contains(.bold))
    #expect(palette.look(.attention).attributes.contains(.bold))
    #expect(!palette.look(.ok).attributes.contains(.bold))
  }

  @Test func `without colour only attributes remain`() {
    for role in Role.allCases { #expect(Palette(.none).look(Style(role)).colour == nil) }
  }

  @Test func `only 256 colours refine the grey`() {
    #expect(Palette(.sixteen).look(.muted).colour == nil)
    #expect(Palette(.palette).look(.muted).colour ?? 0 > 231)
    for role in Role.allCases where role != .muted { #expect(Palette(.palette).look(Style(role)).colour ?? 0 < 8) }
  }

  @Test func `nothing is green, white or black`() {
    let avoided: Set = [0, 2, 7, 8, 15]
    for role in Role.allCases {
      if let colour = Palette(.palette).look(Style(role)).colour { #expect(!avoided.contains(colour)) }
    }
  }

  @Test func `attributes of a style are kept`() {
    #expect(Palette(.none).look(.error.reversed.underlined).attributes == [.bold, .reversed, .underlined])
  }
}

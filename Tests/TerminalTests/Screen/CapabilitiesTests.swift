import Foundation
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

  @Test(arguments: [Theme.light, .dark], [ColourDepth.palette])
  func `a theme is readable: every role has a contrast of 4.5 to the background`(theme: Theme, depth: ColourDepth) {
    for role in Role.allCases {
      let look = Palette(depth, theme: theme).look(Style(role))
      let contrast = Self.contrast(look.colour ?? 0, look.background ?? 0)
      #expect(contrast >= 4.5, "\(role): \(contrast)")
    }
  }

  @Test func `a theme paints the background, and only where there are colours`() {
    for role in Role.allCases {
      for depth in ColourDepth.allCases {
        for theme in Theme.allCases {
          let look = Palette(depth, theme: theme).look(Style(role))
          #expect((look.background != nil) == (theme != .standard && depth != .none))
          if let colour = look.colour { #expect(colour < max(8, depth.rawValue)) }
          if look.background != nil { #expect(look.colour != look.background) }
        }
      }
    }
  }

  /// WCAG 2.1, 1.4.3: the ratio of the brighter to the darker luminance.
  private static func contrast(_ one: Int, _ other: Int) -> Double {
    let luminances = [luminance(one), luminance(other)].sorted()
    return (luminances[1] + 0.05) / (luminances[0] + 0.05)
  }

  /// The fixed colours of xterm: a cube of six levels, and greys.
  private static func luminance(_ colour: Int) -> Double {
    precondition((16...255).contains(colour), "\(colour) is what the person has set it to")
    let levels = [0, 95, 135, 175, 215, 255]
    let place = colour - 16
    let parts =
      colour < 232
      ? [levels[place / 36], levels[place / 6 % 6], levels[place % 6]]
      : Array(repeating: 8 + 10 * (colour - 232), count: 3)
    let linear = parts.map { part -> Double in
      let value = Double(part) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }
}

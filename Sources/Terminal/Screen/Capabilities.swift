/// How many colours are used; attributes work with each of them.
public enum ColourDepth: Int, Hashable, Sendable, Comparable, CaseIterable {
  case none = 0
  case eight = 8
  case sixteen = 16
  case palette = 256

  public static func < (left: ColourDepth, right: ColourDepth) -> Bool { left.rawValue < right.rawValue }

  /// What a terminal with so many colours can show.
  public init(colours: Int) {
    self = Self.allCases.last { $0.rawValue <= colours } ?? .none
  }
}

/// What may be drawn on a terminal: decided once, from values handed in.
public struct Capabilities: Hashable, Sendable {
  public var charset: Charset
  public var colours: ColourDepth

  public init(charset: Charset, colours: ColourDepth) {
    self.charset = charset
    self.colours = colours
  }

  /// What the person asked for on the command line.
  public struct Options: Hashable, Sendable {
    /// `--color`; the raw value is what is typed.
    public enum Colour: String, Hashable, Sendable, CaseIterable {
      case auto, never
      case sixteen = "16"
      case palette = "256"
    }

    public var colour: Colour
    /// `--ascii`
    public var ascii: Bool
    /// `--theme`
    public var theme: Theme

    public init(colour: Colour = .auto, ascii: Bool = false, theme: Theme = .standard) {
      self.colour = colour
      self.ascii = ascii
      self.theme = theme
    }
  }

  /// Decides from the environment, the locale's codeset, the options, and how many colours the terminal has.
  public static func decide(
    environment: [String: String], codeset: String, options: Options = Options(), terminalColours: Int = 256
  ) -> Capabilities {
    let speaksUTF8 = ["utf-8", "utf8"].contains(codeset.lowercased())
    // The Linux console has 256 or 512 glyphs, heavy lines and check marks not among them.
    let isConsole = environment["TERM"] == "linux"
    let wish: ColourDepth =
      switch options.colour {
      case .never: .none
      case .sixteen: .sixteen
      case .palette: .palette
      case .auto: (environment["NO_COLOR"] ?? "").isEmpty ? .palette : .none
      }
    return Capabilities(
      charset: speaksUTF8 && !isConsole && !options.ascii ? .utf8 : .ascii,
      colours: min(wish, ColourDepth(colours: terminalColours)))
  }

  /// The locale to try when the person's own gave no UTF-8: only if they named none,
  /// or named a UTF-8 one that is missing here.
  public static func fallbackLocale(environment: [String: String]) -> String? {
    let named = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    guard let named else { return "C.UTF-8" }
    let folded = named.lowercased()
    return folded.contains("utf-8") || folded.contains("utf8") ? "C.UTF-8" : nil
  }
}

/// What lies behind the text.
public enum Theme: String, Hashable, Sendable, CaseIterable {
  /// The terminal's own foreground and background.
  case standard = "auto"
  /// Painted, for a projector or a shared screen.
  case light
  case dark
}

/// How each role looks: the one table of colours. Unless somebody asks for a theme, the foreground and background of
/// the terminal stay its own.
public struct Palette: Hashable, Sendable {
  /// Colours by their numbers in the terminal's palette; nil is the terminal's own.
  public struct Look: Hashable, Sendable {
    public var colour: Int?
    public var background: Int?
    public var attributes: Attributes
  }

  public let colours: ColourDepth
  public let theme: Theme

  public init(_ colours: ColourDepth, theme: Theme = .standard) {
    self.colours = colours
    self.theme = theme
  }

  /// What to draw a style with. Colour never stands alone: bold and marks carry the same meaning.
  public func look(_ style: Style) -> Look {
    let attributes = Self.attributes(style.role, isGreyShown: colours == .palette).union(style.attributes)
    guard colours != .none else { return Look(colour: nil, background: nil, attributes: attributes) }
    let paint = paint
    return Look(colour: paint.colour(of: style.role), background: paint.background, attributes: attributes)
  }

  private static func attributes(_ role: Role, isGreyShown: Bool) -> Attributes {
    switch role {
    case .text, .name, .accent, .ok: []
    case .muted: isGreyShown ? [] : .dim
    case .attention, .error, .title, .value: .bold
    }
  }

  private var paint: Paint {
    switch (theme, colours) {
    case (.standard, .palette): .ofTheTerminal(muted: 244)
    case (.standard, _): .ofTheTerminal(muted: nil)
    case (.light, .palette): Paint(background: 231, text: 16, muted: 240, accent: 24, attention: 94, error: 124)
    case (.light, .sixteen): Paint(background: 15, text: 0, muted: 0, accent: 4, attention: 5, error: 1)
    case (.light, _): Paint(background: 7, text: 0, muted: 0, accent: 4, attention: 5, error: 1)
    case (.dark, .palette): Paint(background: 234, text: 255, muted: 248, accent: 80, attention: 220, error: 210)
    case (.dark, .sixteen): Paint(background: 0, text: 15, muted: 7, accent: 14, attention: 11, error: 9)
    case (.dark, _): Paint(background: 0, text: 7, muted: 7, accent: 6, attention: 3, error: 1)
    }
  }
}

/// The colours of a theme.
private struct Paint {
  var background: Int?
  var text: Int?
  var muted: Int?
  var accent: Int
  var attention: Int
  var error: Int

  /// Red, yellow and cyan as the person has set them; a grey that is readable on black and on white.
  static func ofTheTerminal(muted: Int?) -> Paint {
    Paint(background: nil, text: nil, muted: muted, accent: 6, attention: 3, error: 1)
  }

  func colour(of role: Role) -> Int? {
    switch role {
    case .text, .name, .title, .value: text
    case .muted: muted
    case .accent, .ok: accent
    case .attention: attention
    case .error: error
    }
  }
}

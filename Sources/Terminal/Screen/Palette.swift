/// How each role looks: the one table of colours. The foreground and background of the terminal stay its own.
public struct Palette: Hashable, Sendable {
  /// A colour by its number in the terminal's palette; nil is the default foreground.
  public struct Look: Hashable, Sendable {
    public var colour: Int?
    public var attributes: Attributes
  }

  public let colours: ColourDepth

  public init(_ colours: ColourDepth) {
    self.colours = colours
  }

  /// What to draw a style with. Colour never stands alone: bold and marks carry the same meaning.
  public func look(_ style: Style) -> Look {
    var look = base(style.role)
    if colours == .none { look.colour = nil }
    look.attributes.formUnion(style.attributes)
    return look
  }

  private func base(_ role: Role) -> Look {
    switch role {
    case .text, .name: Look(colour: nil, attributes: [])
    case .muted: colours == .palette ? Look(colour: Self.grey, attributes: []) : Look(colour: nil, attributes: .dim)
    case .accent, .ok: Look(colour: Self.cyan, attributes: [])
    case .attention: Look(colour: Self.yellow, attributes: .bold)
    case .error: Look(colour: Self.red, attributes: .bold)
    case .title, .value: Look(colour: nil, attributes: .bold)
    }
  }

  private static let red = 1
  private static let yellow = 3
  private static let cyan = 6
  /// Readable on black and on white.
  private static let grey = 244
}

public import Terminal

/// What the screen tells about where it runs; it does not change while the program does.
public struct Surroundings: Equatable, Sendable {
  /// `127.0.0.1:8414`
  public var serverAuthority: String
  /// `127.0.0.1:8252`
  public var clientAuthority: String
  public var charset: Charset
  public var keyMap: KeyMap
  /// Whether the terminal tells of clicks from the start.
  public var mouse: Bool
  /// Whether there is a screen, or lines.
  public var isDrawn: Bool
  /// What was not as asked for: a port that was taken, a terminal that is not known.
  public var notices: [String]

  public init(
    serverAuthority: String, clientAuthority: String, charset: Charset = .utf8,
    keyMap: KeyMap = .standard, mouse: Bool = false, isDrawn: Bool = true, notices: [String] = []
  ) {
    self.serverAuthority = serverAuthority
    self.clientAuthority = clientAuthority
    self.charset = charset
    self.keyMap = keyMap
    self.mouse = mouse
    self.isDrawn = isDrawn
    self.notices = notices
  }
}

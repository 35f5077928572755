public import Terminal

/// Where everything stands: a pure function of the size, the focus and the zoom.
public struct Layout: Equatable, Sendable {
  /// The smallest window in which the program can be used.
  public static let minimum = Size(columns: 40, rows: 10)

  /// How much there is room for.
  public enum Breadth: Int, Sendable, Comparable {
    case tooSmall
    /// One panel at a time.
    case single
    /// The focused panel, and the explanation below it.
    case paired
    /// Three panels under one another.
    case stacked
    /// Two columns and the log.
    case columns
    /// Three columns and the log.
    case wide

    public static func < (left: Breadth, right: Breadth) -> Bool { left.rawValue < right.rawValue }

    public init(_ size: Size) {
      switch (size.columns, size.rows) {
      case (180..., 44...): self = .wide
      case (110..., 30...): self = .columns
      case (76..., 22...): self = .stacked
      case (60..., 18...): self = .paired
      case (40..., 10...): self = .single
      default: self = .tooSmall
      }
    }
  }

  /// How many rows there are to show, so that room goes where it is needed.
  public struct Content: Equatable, Sendable {
    public var request: Int
    public var explanation: Int

    public init(request: Int = 6, explanation: Int = 5) {
      self.request = request
      self.explanation = explanation
    }
  }

  public let breadth: Breadth
  public let header: Rect
  public let rail: Rect
  public let gauge: Rect
  public let panels: [Panel: Rect]
  public let status: Rect
  public let hints: Rect

  public init(_ size: Size, focus: Panel, zoomed: Bool, hints showsHints: Bool = true, content: Content = Content()) {
    breadth = Breadth(size)
    var rest = Rect(size)
    (header, rest) = rest.top(breadth >= .stacked ? 1 : 0)
    (rail, rest) = rest.top(breadth >= .columns ? 2 : 1)
    (gauge, rest) = rest.top(1)
    (hints, rest) = rest.bottom(showsHints ? 1 : 0)
    (status, rest) = rest.bottom(1)
    panels = Self.panels(in: rest, breadth, focus: focus, zoomed: zoomed, content: content)
  }

  /// How wide the text of the explanation is in a window.
  static func explanationColumns(in size: Size) -> Int {
    let layout = Layout(size, focus: .explain, zoomed: false)
    return (layout.panels[.explain]?.columns ?? size.columns) - (layout.breadth == .single ? 0 : 4)
  }

  /// The panels on the screen, in the order in which tab visits them.
  public var shown: [Panel] { Panel.allCases.filter { panels[$0] != nil } }

  private static func panels(
    in area: Rect, _ breadth: Breadth, focus: Panel, zoomed: Bool, content: Content
  ) -> [Panel: Rect] {
    if zoomed || breadth <= .single { return [focus: area] }
    switch breadth {
    case .tooSmall, .single: return [focus: area]
    case .paired: return paired(in: area, focus: focus, content: content)
    case .stacked: return stacked(in: area, focus: focus, content: content)
    case .columns: return columns(in: area, focus: focus, content: content)
    case .wide: return wide(in: area, focus: focus, content: content)
    }
  }

  /// Two panels: what has the focus and what explains it.
  private static func paired(in area: Rect, focus: Panel, content: Content) -> [Panel: Rect] {
    let isUsual = focus == .request || focus == .explain
    let wanted = isUsual ? content.request + 2 : area.rows * 3 / 5
    let (upper, lower) = area.top(min(max(wanted, 4), area.rows - (focus == .explain ? area.rows * 3 / 5 : 5)))
    return [isUsual ? .request : focus: upper, .explain: lower]
  }

  /// Request, explanation and log; any other panel takes the place of the first two while it has the focus.
  private static func stacked(in area: Rect, focus: Panel, content: Content) -> [Panel: Rect] {
    guard [.request, .explain, .log].contains(focus) else {
      let (log, rest) = area.bottom(max(4, area.rows / 4))
      return [focus: rest, .log: log]
    }
    let (request, rest) = area.top(min(content.request + 2, area.rows - 10))
    // The explanation comes first; whoever goes to the log gets to see more of it.
    let wanted = min(max(content.explanation + 2, 5), rest.rows - 3)
    let (explain, log) = rest.top(focus == .log ? 5 : wanted)
    return [.request: request, .explain: explain, .log: log]
  }

  /// While it has the focus the server takes the place of the checks,
  /// and the sequence diagram that of request and octets.
  private static func columns(in area: Rect, focus: Panel, content: Content) -> [Panel: Rect] {
    let (log, rest) = area.bottom(max(6, area.rows / 4))
    let (left, right) = rest.left(rest.columns * 55 / 100)
    let (explain, checks) = right.top(min(max(content.explanation + 2, right.rows / 2), right.rows - 6))
    if focus == .sequence { return [.sequence: left, .explain: explain, .checks: checks, .log: log] }
    let (request, raw) = left.top(min(max(content.request + 2, left.rows / 2), left.rows - 6))
    return [
      .request: request, .raw: raw, .explain: explain, focus == .server ? .server : .checks: checks, .log: log,
    ]
  }

  private static func wide(in area: Rect, focus: Panel, content: Content) -> [Panel: Rect] {
    let (log, rest) = area.bottom(max(8, area.rows / 4))
    let (left, others) = rest.left(rest.columns * 36 / 100)
    let (middle, right) = others.left(others.columns * 58 / 100)
    // Whichever of the two has the focus gets the room.
    let (sequence, checks) = middle.top(middle.rows * (focus == .checks ? 35 : 62) / 100)
    let (request, raw) = left.top(min(max(content.request + 2, left.rows / 2), left.rows - 8))
    let (explain, server) = right.top(min(max(content.explanation + 2, right.rows / 2), right.rows - 8))
    return [
      .request: request, .raw: raw, .sequence: sequence, .checks: checks, .explain: explain, .server: server, .log: log,
    ]
  }
}

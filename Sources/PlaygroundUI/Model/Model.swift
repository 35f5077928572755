public import OAuth
public import Playground
public import Terminal

/// Everything the screen shows, as a value.
public struct Model: Equatable, Sendable {
  public internal(set) var walkthrough: Walkthrough
  public internal(set) var scenario: ScenarioRun
  public internal(set) var clock: ServerClock
  /// The machine's time of the last message.
  public internal(set) var machineTime: Instant
  public internal(set) var size: Size
  public internal(set) var focus: Panel = .request
  public internal(set) var isZoomed = false
  public internal(set) var showsHints = true
  public internal(set) var overlay: Overlay?
  /// The row under the cursor in the request panel.
  public internal(set) var requestRow = 0
  /// The number of the exchange that was chosen in the log; nil follows the newest.
  public internal(set) var chosenExchange: Int?
  public internal(set) var scroll: [Panel: ScrollWindow] = [:]
  /// One sentence for the status row, until the next key.
  public internal(set) var notice: Notice?
  public internal(set) var interruptedAt: Instant?
  /// Steps asked for while a request was on its way: typing ahead counts.
  var stepsAhead = 0
  /// The scenario as it was before the step that is under way.
  var stepBegan: ScenarioRun?
  public let surroundings: Surroundings

  public init(
    walkthrough: Walkthrough, scenario: ScenarioRun, clock: ServerClock, machineTime: Instant, size: Size,
    surroundings: Surroundings
  ) {
    self.walkthrough = walkthrough
    self.scenario = scenario
    self.clock = clock
    self.machineTime = machineTime
    self.size = size
    self.surroundings = surroundings
    notice =
      surroundings.notices.isEmpty ? nil : Notice(surroundings.notices.joined(separator: " · "), isProblem: false)
    self.scenario.prepare(&self.walkthrough)
  }

  /// The server's time.
  public var now: Instant { clock.now(at: machineTime) }

  /// The exchange that the raw octets, the checks and the explanation are about.
  public var exchange: Exchange? {
    chosenExchange.flatMap { walkthrough.timeline.exchange(number: $0) } ?? walkthrough.timeline.exchanges.last
  }

  public var editor: RequestEditor? { walkthrough.editors[walkthrough.current] }

  public var layout: Layout {
    let columns = Layout.explanationColumns(in: size)
    return Layout(
      size, focus: focus, zoomed: isZoomed, hints: showsHints,
      content: .init(
        request: editor?.fields.count ?? 0, explanation: Explanation(of: self).rows(columns: columns).count))
  }

  /// The life of the newest code.
  public var code: CodeLife? { walkthrough.timeline.codes.newest }
}

/// One sentence for the status row.
public struct Notice: Equatable, Sendable {
  public let sentence: String
  public let isProblem: Bool

  public init(_ sentence: String, isProblem: Bool) {
    self.sentence = sentence
    self.isProblem = isProblem
  }
}

/// What lies over the panels and takes the keys.
public enum Overlay: Equatable, Sendable {
  case help(ScrollWindow)
  /// The value of a field of the request.
  case editing(row: Int, LineEditor)
  /// `name=value` of a new parameter, or `Name: value` of a new header field.
  case adding(LineEditor)
  /// Whether to leave although a code or token lives.
  case leaving
}

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
  /// Codes, tokens and secrets are shortened.
  public internal(set) var hidesSecrets = false
  /// One panel and big digits, for a projector.
  public internal(set) var isPresenting = false
  /// What lies over the panels and leaves them no room, the newest last.
  public internal(set) var views: [ViewKind] = []
  /// What lies over everything and takes the keys.
  public internal(set) var overlay: Overlay?
  /// Where somebody stands in each list.
  public internal(set) var lists: [ListName: ListState] = [:]
  /// Whether the step that was taken last came otherwise than the scenario expects.
  public internal(set) var hasMissed = false
  /// What the rows of the log must have.
  public var logFilter: String { logSelection.filter }
  var logSelection = LogSelection()
  /// Whether the terminal tells of clicks.
  public internal(set) var usesMouse = false
  /// A request that was written by hand and could not be taken apart, for the stage at which it was sent.
  public internal(set) var written: [Stage: String] = [:]
  /// What the server would make of the request that was pasted last.
  public internal(set) var diagnosis: Diagnosis?
  /// What an error that was pasted instead of a request may mean.
  var explainedError: ExplainedError?
  /// The request that is to be put to another server, too.
  var compared: ComparisonSubject?
  /// What both servers made of it; nil as long as the other one is not chosen.
  public internal(set) var comparison: RequestComparison?
  /// What is searched for in a panel.
  public internal(set) var search: Search?
  /// Panels that have changed since they were last on the screen.
  public internal(set) var news: Set<Panel> = []
  /// The scenarios that went through as their authors expect.
  public internal(set) var completed: Set<String> = []
  /// The scenarios whose question was answered rightly.
  public internal(set) var answered: Set<String> = []
  /// What goes wrong between client and server from now on.
  public internal(set) var interferences: [InterferenceSetting] = []
  /// What the server knew when somebody looked last.
  var inspected: Inspected?
  /// Whether something has happened since that may have changed it.
  var isInventoryStale = true
  /// A request that is sent again.
  var replayed: Dispatch.Number?
  /// The row under the cursor in the request panel.
  public internal(set) var requestRow = 0
  /// The number of the exchange that was chosen in the log; nil follows the newest.
  public internal(set) var chosenExchange: Int?
  public internal(set) var scroll: [Panel: ScrollWindow] = [:]
  /// One sentence for the status row, until the next key.
  public internal(set) var notice: Notice?
  public internal(set) var interruptedAt: Instant?
  /// The last keys that were commands, the newest last: what an audience sees of the keyboard.
  public internal(set) var recentKeys: [Key] = []
  /// Steps asked for while a request was on its way: typing ahead counts.
  var stepsAhead = 0
  /// The scenario as it was before the step that is under way.
  var stepBegan: ScenarioRun?
  public internal(set) var tokens = TokenInspection()
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
    usesMouse = surroundings.mouse
    notice =
      surroundings.notices.isEmpty ? nil : Notice(surroundings.notices.joined(separator: " · "), isProblem: false)
    self.scenario.prepare(&self.walkthrough)
  }

  /// The time by the clock of the client, and of a server whose clock nothing puts wrong.
  public var now: Instant { clock.now(at: machineTime) }

  /// The time by which the server judges how long a code or token lives.
  public var serverTime: Instant { now + interferences.clockSkew }

  /// The exchange that the raw octets, the checks and the explanation are about.
  ///
  /// While the log is followed that is the newest one; but somebody else's does not interrupt a lesson that has begun,
  /// unless the cursor is in the log.
  public var exchange: Exchange? {
    let timeline = walkthrough.timeline
    if let chosen = chosenExchange.flatMap({ timeline.exchange(number: $0) }) { return chosen }
    if !focus.showsExchanges, let own = timeline.ownNewestFirst.first(where: { _ in true }) { return own }
    return timeline.exchanges.last
  }

  /// Nothing lies over the panels.
  public var isClear: Bool { views.isEmpty && overlay == nil }

  /// How much of codes, tokens and secrets is shown.
  var redaction: Redaction { hidesSecrets ? .shortened : .none }

  /// The exchanges that the log shows.
  var logged: LoggedExchanges { LoggedExchanges(walkthrough.timeline, as: logSelection) }

  public var editor: RequestEditor? { walkthrough.editors[walkthrough.current] }

  /// How much there is room for: known without a layout, which has to know what there is to show.
  var breadth: Layout.Breadth { Layout.Breadth(size) }

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

/// What lies over everything and takes the keys.
public enum Overlay: Equatable, Sendable {
  case menu(Menu, ListState)
  /// The value of a field of the request.
  case editing(row: Int, LineEditor)
  /// `name=value` of a new parameter, or `Name: value` of a new header field.
  case adding(LineEditor)
  /// A line that a question is answered with.
  case answering(Prompt, LineEditor)
  /// Whether to leave although a code or token lives.
  case leaving
}

/// Which list somebody stands in.
public enum ListName: Hashable, Sendable {
  case view(ViewKind)
}

/// A text that is searched for in a panel, and the row where it was found last.
public struct Search: Equatable, Sendable {
  public var panel: Panel
  public var text: String
  public var row: Int?
}

/// What is asked for in the status row.
public enum Prompt: Equatable, Sendable {
  case search(Panel)
  case logFilter
  /// A request that somebody pastes.
  case paste
  case codeLifetime
  /// A token from elsewhere.
  case token
  /// Another value of a claim.
  case claim(String)
  case policySwitch(String)
  /// How long it takes, or how far a clock is ahead.
  case interference(Interference)

  var label: String {
    switch self {
    case .search(let panel): "find in \(panel.title.lowercased())"
    case .paste: "curl command, HTTP request or URL"
    case .logFilter: "show only exchanges with"
    case .codeLifetime: "lifetime of new codes in seconds"
    case .token: "token"
    case .claim(let name): name
    case .policySwitch(let name): name
    case .interference(let interference): "\(interference.rawValue), seconds"
    }
  }
}

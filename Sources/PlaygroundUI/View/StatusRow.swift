import AuthorizationServer
import OAuth
import Playground
import Terminal

/// What Enter will do next, or what there is to say about the last key.
struct StatusRow {
  let model: Model

  /// - Parameter line: what a view has to say when nothing else is to be said.
  func draw(in area: Rect, otherwise line: StyledLine? = nil, on canvas: inout Canvas) {
    let terminal = "\(model.size) · \(model.surroundings.charset == .utf8 ? "UTF-8" : "ASCII")"
    let right = StyledLine(area.columns >= 110 ? " loopback, no TLS · \(terminal) " : " loopback, no TLS ", .muted)
    let shown = spelled(said ?? line ?? usual)
    // What is said to somebody comes before what always stands there.
    let isCrowded = shown.columns > area.columns - right.columns
    let showsRight = area.columns >= 76 && !(isCrowded && said != nil)
    let room = area.columns - (showsRight ? right.columns : 0)
    canvas.draw(shown.shortened(to: room), at: area.origin, columns: room)
    if showsRight { canvas.draw(right, at: Position(column: area.endColumn - right.columns, row: area.row)) }
  }

  private func spelled(_ line: StyledLine) -> StyledLine {
    StyledLine(line.spans.map { StyledSpan(model.surroundings.charset.spelled($0.text.string), $0.style) })
  }

  private var usual: StyledLine {
    StyledLine(" ") + mark + StyledLine("next: ", .muted) + StyledLine(model.enterDoes) + news
  }

  /// Where there is no room for a first row that tells it.
  private var mark: StyledLine {
    model.breadth < .stacked ? InterferenceMark.line(model.interferences, columns: model.size.columns) : []
  }

  /// Which panel has changed out of sight.
  private var news: StyledLine {
    guard let panel = model.news.min(by: { $0.rawValue < $1.rawValue }) else { return [] }
    return StyledLine("  • ", .attention) + StyledLine("\(panel.rawValue) \(panel.title) has news", .muted)
  }

  /// The keys that answer a question, where no row below tells them.
  private var keys: StyledLine {
    model.showsHints ? [] : OverlayKeys(of: model)?.line(model.surroundings.charset) ?? []
  }

  /// A question, or what there is to say about the last key.
  private var said: StyledLine? {
    switch model.overlay {
    case .leaving:
      let warning = model.size.columns < 60 ? " " : " The code and the tokens are gone then. "
      return StyledLine("\(warning)Leave?  ", .attention) + keys
    case .adding(let line):
      let form = "█  name=value, or Name: value for a header field"
      let rest = model.notice.map { StyledLine("█  \($0.sentence)", $0.isProblem ? .error : .attention) }
      return StyledLine(" add ", .accent) + StyledLine(line.text, Style(.value, .underlined))
        + (rest ?? StyledLine(form, .muted))
    case .editing: return StyledLine(" edit the value  ", .accent) + keys
    case .answering(let prompt, let line):
      let rest =
        model.notice.map { StyledLine("█  \($0.sentence)", $0.isProblem ? .error : .attention) } ?? "█  " + keys
      return StyledLine(" \(prompt.label): ", .accent) + StyledLine(line.text, Style(.value, .underlined)) + rest
    case .menu, nil: break
    }
    if let notice = model.notice { return StyledLine(" \(notice.sentence)", notice.isProblem ? .error : .attention) }
    return nil
  }
}

extension Model {
  /// What Enter does on the panels, in words.
  fileprivate var enterDoes: String {
    if walkthrough.errand != nil { return nextStep }
    if focus == .server { return "\(key(.next)) opens the inspector" }
    if focus.showsExchanges {
      return exchange == nil
        ? "nothing to open yet; \(key(.panel(.request))) goes to the request" : "\(key(.next)) opens the exchange"
    }
    return nextStep
  }

  /// What is done next, wherever the cursor stands.
  var nextStep: String {
    if walkthrough.errand != nil { return "waiting for the answer" }
    if let words = scheduledStep?.action.wordsWithoutStage { return words }
    let edited = editor?.isChanged == true ? ", as edited" : ""
    return "\(walkthrough.current.number) \(stepWords)\(edited)"
  }

  private var stepWords: String {
    switch walkthrough.current {
    case .authorize: return "the browser opens the authorization request"
    case .code:
      let values = editor?.pageValues
      let decision = values?.decision == .allow ? "allows" : "denies"
      return "\(values?[.username] ?? "nobody") signs in and \(decision)"
    case .token: return "the client redeems the code"
    case .me: return "the client calls the protected resource"
    case .refresh: return "the client uses its refresh token"
    case .introspect: return "the resource server asks about the token"
    case .revoke: return "the client ends its token"
    }
  }
}

extension Step.Action {
  /// What a step does that belongs to no stage.
  fileprivate var wordsWithoutStage: String? {
    switch self {
    case .request, .consent: nil
    case .advance(let duration): "the server's clock goes \(duration.plainSeconds) forward"
    case .policy: "the server's policy changes"
    case .raw: "a raw request goes to the server"
    case .clientCredentials: "a client asks for a token in its own name"
    case .together(let actions): "\(actions.count) requests at the same instant"
    case .interference(let setting):
      setting.map { "something goes wrong: \($0.words)" } ?? "nothing goes wrong any more"
    case .rewind(let step): "back to before step \(step)"
    }
  }
}

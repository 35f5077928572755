import AuthorizationServer
import HTTPTypes
import OAuth
import OAuthClient
import Playground
import Terminal

/// Every exchange, newest at the bottom.
struct LogPanel {
  let model: Model
  let isFocused: Bool

  func draw(in area: Rect, on canvas: inout Canvas) -> MoreMarks {
    let exchanges = model.logged
    guard !exchanges.isEmpty || !notes.isEmpty else {
      canvas.write(
        model.logFilter.isEmpty
          ? "  nothing yet. Point any client at \(model.surroundings.serverAuthority): it shows up here."
          : "  none has “\(model.logFilter)”; \(model.key(.find)) and an empty line show all",
        at: area.origin, style: .muted, columns: area.columns)
      return MoreMarks()
    }
    // Only what can be seen is made into rows: the log may hold thousands.
    let (lines, marks) = shown(rows: area.rows)
    let rows = lines.map { line in
      switch line {
      case .exchange(let index): row(exchanges[index], columns: area.columns - 2)
      case .note(let change): row(change, columns: area.columns - 2)
      }
    }
    ListView(rows: rows, selection: lines.firstIndex(of: .exchange(selection)), isFocused: isFocused).draw(
      in: area, on: &canvas)
    return marks
  }

  var selection: Int {
    let exchanges = model.logged
    return model.chosenExchange.flatMap { number in exchanges.place(of: number) } ?? exchanges.count - 1
  }

  /// What the filter looks at: everything a row says, and both parties.
  static func words(of exchange: Exchange, _ redaction: Redaction = .none) -> String {
    let request = exchange.requestLine(redaction)
    return "\(exchange.number) \(exchange.sender.rawValue) \(exchange.receiver.rawValue) \(request) "
      + "\(exchange.response.head.status.code) \(ExchangeNote.of(exchange).string)"
  }

  private func row(_ exchange: Exchange, columns: Int) -> StyledLine {
    let isUndone = model.walkthrough.timeline.isUndone(exchange)
    let isNarrow = columns < 60
    let isWide = columns >= 90
    var line = StyledLine("\(String(exchange.number).leftPadded(to: isWide ? 4 : 2)) ", .muted)
    if !isNarrow { line += StyledLine("\(exchange.at.timeOfDay.dropLast(isWide ? 0 : 4)) ", .muted) }
    line += isNarrow ? lane(initialOf: exchange) : lane(exchange, isWide: isWide)
    let request = isNarrow ? 16 : (isWide ? max((columns - 45) * 45 / 100, columns - 100) : 23)
    line += StyledLine("\(exchange.requestLine(model.redaction).padded(to: request)) ")
    let status = exchange.response.head.status
    line += StyledLine("\(status.code) ", status.code >= 400 ? .error : .text)
    if isWide { line += StyledLine("\(exchange.duration.milliseconds.leftPadded(to: 7)) ", .muted) }
    guard isUndone else { return line + ExchangeNote.of(exchange) }
    line += StyledLine("undone  ") + ExchangeNote.of(exchange)
    return StyledLine(line.spans.map { StyledSpan($0.text, .muted) })
  }

  private func row(_ change: NotedChange, columns: Int) -> StyledLine {
    let isWide = columns >= 90
    var line = StyledLine(String(repeating: " ", count: isWide ? 5 : 3))
    if columns >= 60 { line += StyledLine("\(change.at.timeOfDay.dropLast(isWide ? 0 : 4)) ", .muted) }
    return line + StyledLine("by hand  ", .attention) + StyledLine(change.sentence)
  }

  /// Where there is no room for words: b, c, a or e.
  private func lane(initialOf exchange: Exchange) -> StyledLine {
    StyledLine("\(exchange.sender.rawValue.prefix(1)) ", exchange.sender == .external ? .attention : .accent)
  }

  /// Who talks to whom: the senders, told apart by word.
  private func lane(_ exchange: Exchange, isWide: Bool) -> StyledLine {
    let style: Style = exchange.sender == .external ? .attention : .accent
    let sender = StyledLine(exchange.sender.rawValue.padded(to: 9), style)
    return isWide ? sender + StyledLine("→ \(exchange.receiver.rawValue.padded(to: 7))", .muted) : sender
  }
}

/// What there is to say about an exchange in a few words.
enum ExchangeNote {
  static func of(_ exchange: Exchange) -> StyledLine {
    let harm = exchange.interferences.map { "! \($0.rawValue) " }.joined()
    return harm.isEmpty ? outcome(exchange) : StyledLine(harm, .attention) + outcome(exchange)
  }

  private static func outcome(_ exchange: Exchange) -> StyledLine {
    if let problem = exchange.problem { return StyledLine("✗ \(problem)", .error) }
    if let error = exchange.wireError { return StyledLine("✗ \(error)", .error) }
    if let refusal = exchange.decision?.refusal { return StyledLine("✗ \(refusal.name)", .error) }
    if let refusal = exchange.judgement?.refusal { return StyledLine("✗ client: \(refusal.name)", .error) }
    if let change = exchange.decision?.changes.last { return StyledLine("✓ ", .ok) + StyledLine(change.sentence) }
    if exchange.receiver == .client, exchange.judgement != nil {
      return StyledLine("✓ ", .ok) + StyledLine("state and iss match")
    }
    if let name = exchange.profileName { return StyledLine("✓ ", .ok) + StyledLine("profile of \(name)") }
    return StyledLine(page(exchange), .muted)
  }

  private static func page(_ exchange: Exchange) -> String {
    switch exchange.decision?.endpoint {
    case .authorization: "login or consent page"
    case .consent: "consent page"
    case .me: "protected resource"
    case .metadata, .openIDConfiguration: "server metadata"
    case .keys: "the server's keys"
    case .introspection: "what the token is worth"
    case .revocation: "nothing to revoke"
    default: ""
    }
  }
}

extension Exchange {
  /// `POST /token`, or the beginning of what was no request.
  var requestLine: String {
    guard let request else {
      return VisibleText(bytes: requestBytes.prefix(80).prefix { $0 != 0x0D && $0 != 0x0A }).string
    }
    return "\(request.head.method.rawValue) \(request.target)"
  }

  /// The same, as much of it as may be shown. Where in what is no request a secret stands, nobody can say.
  func requestLine(_ redaction: Redaction) -> String {
    guard redaction != .none else { return requestLine }
    guard let request else { return "\(requestLine.prefix { $0 != " " }) …" }
    return "\(request.head.method.rawValue) \(redaction.target(request.target))"
  }
}

extension Exchange {
  /// Whose profile the protected resource answered with.
  var profileName: String? {
    guard decision?.endpoint == .me, response.head.status == .ok, let json = try? JSON(parsing: response.body) else {
      return nil
    }
    return ["name", "display_name", "sub"].lazy.compactMap { json[$0]?.string }.first
  }
}

extension Duration {
  fileprivate var milliseconds: String { "\((nanoseconds + 999_999) / 1_000_000) ms" }
}

extension String {
  /// Filled with blanks on the left.
  func leftPadded(to columns: Int) -> String { String(repeating: " ", count: max(0, columns - count)) + self }
}

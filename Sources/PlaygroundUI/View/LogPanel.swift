import HTTPTypes
import AuthorizationServer
import OAuth
import OAuthClient
import Playground
import Terminal

/// Every exchange, newest at the bottom.
struct LogPanel {
  let model: Model
  let isFocused: Bool

  func draw(in area: Rect, on canvas: inout Canvas) {
    let exchanges = model.walkthrough.timeline.exchanges
    guard !exchanges.isEmpty else {
      canvas.write(
        "  nothing yet. Point any client at \(model.surroundings.serverAuthority): it shows up here.",
        at: area.origin, style: .muted, columns: area.columns)
      return
    }
    let chosen = model.chosenExchange.flatMap { number in exchanges.lastIndex { $0.number == number } }
    let selection = chosen ?? exchanges.count - 1
    // Only what can be seen is made into rows: the log may hold thousands.
    let window = ScrollWindow(offset: max(0, exchanges.count - area.rows))
      .showing(selection, of: exchanges.count, visible: area.rows)
    let range = window.range(of: exchanges.count, visible: area.rows)
    let rows = exchanges[range].map { row($0, columns: area.columns - 2) }
    ListView(rows: Array(rows), selection: selection - range.lowerBound, isFocused: isFocused).draw(
      in: area, on: &canvas)
  }

  private func row(_ exchange: Exchange, columns: Int) -> StyledLine {
    let isNarrow = columns < 60
    var line = StyledLine("\(String(exchange.number).leftPadded(to: 3)) ", .muted)
    if !isNarrow { line += StyledLine("\(exchange.at.timeOfDay.dropLast(columns < 90 ? 4 : 0)) ", .muted) }
    if !isNarrow { line += lane(exchange) }
    let request = isNarrow ? 18 : max(20, (columns - 40) * 45 / 100)
    line += StyledLine("\(exchange.requestLine.padded(to: request)) ")
    let status = exchange.response.head.status
    line += StyledLine("\(status.code) ", status.code >= 400 ? .error : .text)
    if columns >= 90 { line += StyledLine("\(exchange.duration.milliseconds.leftPadded(to: 7)) ", .muted) }
    return line + ExchangeNote.of(exchange)
  }

  /// Who talks to whom: three senders, told apart by word.
  private func lane(_ exchange: Exchange) -> StyledLine {
    let style: Style = exchange.sender == .external ? .attention : .accent
    return StyledLine(exchange.sender.rawValue.padded(to: 8), style)
      + StyledLine("→ \(exchange.receiver.rawValue.padded(to: 7))", .muted)
  }
}

/// What there is to say about an exchange in a few words.
enum ExchangeNote {
  static func of(_ exchange: Exchange) -> StyledLine {
    if let problem = exchange.problem { return StyledLine("✗ \(problem)", .error) }
    if let refusal = exchange.judgement?.refusal {
      return StyledLine("✗ client: \(refusal.wireError ?? refusal.name)", .error)
    }
    if let refusal = exchange.decision?.refusal { return StyledLine("✗ \(refusal.name)", .error) }
    if let change = exchange.decision?.changes.last { return StyledLine("✓ ", .ok) + StyledLine(change.sentence) }
    if exchange.judgement != nil { return StyledLine("✓ ", .ok) + StyledLine("accepted by the client") }
    return StyledLine(page(exchange), .muted)
  }

  private static func page(_ exchange: Exchange) -> String {
    switch exchange.decision?.endpoint {
    case .authorization: "login or consent page"
    case .consent: "consent page"
    case .me: "protected resource"
    case .metadata: "server metadata"
    case .login, .token, nil: ""
    }
  }
}

extension Exchange {
  /// `POST /token`, or the beginning of what was no request.
  var requestLine: String {
    guard let request else {
      return String(decoding: requestBytes.prefix(40).prefix { $0 != 0x0D && $0 != 0x0A }, as: UTF8.self)
    }
    return "\(request.head.method.rawValue) \(request.target)"
  }
}

extension Duration {
  fileprivate var milliseconds: String { "\((nanoseconds + 999_999) / 1_000_000) ms" }
}

extension String {
  /// Filled with blanks on the left.
  func leftPadded(to columns: Int) -> String { String(repeating: " ", count: max(0, columns - count)) + self }
}

import AuthorizationServer
import HTTPTypes
import OAuth
import OAuthClient
import Playground
import Terminal

/// What stands at an arrow: who it is, and as much of its cargo as there is room for.
struct ArrowLabel {
  private let head: StyledLine
  private let cargo: [Cargo]

  init(_ head: StyledLine, _ cargo: [Cargo] = []) {
    self.head = head
    self.cargo = cargo
  }

  static func request(_ exchange: Exchange) -> ArrowLabel {
    let number = StyledLine("\(exchange.number) ", .muted)
    guard let request = exchange.request else {
      return ArrowLabel(number + StyledLine(String(exchange.requestLine.prefix { $0 != "?" })))
    }
    return ArrowLabel(number + StyledLine("\(request.head.method.rawValue) \(request.path)"), Cargo.of(request))
  }

  static func answer(_ exchange: Exchange) -> ArrowLabel {
    let status = exchange.response.head.status.code
    let line = StyledLine("\(status)", status >= 400 ? .error : .text)
    let wasRefused =
      exchange.problem != nil || exchange.decision?.refusal != nil || exchange.judgement?.refusal != nil
    let cargo = wasRefused ? [] : Cargo.of(exchange.response)
    return cargo.isEmpty ? ArrowLabel(line + " " + ExchangeNote.of(exchange)) : ArrowLabel(line, cargo)
  }

  /// Whole words, and … where there are more. What has no room with its value may have it without.
  func line(columns: Int) -> StyledLine {
    var line = head
    for (index, item) in cargo.enumerated() {
      let gap = index == 0 ? " " : ", "
      let rest = index == cargo.count - 1 ? 0 : 3
      let words = [item.text, item.name].first { line.columns + gap.count + $0.displayColumns + rest <= columns }
      guard let words else {
        line += StyledLine(index == 0 ? " \(item.name)" : line.string.hasSuffix("…") ? ", …" : "…", .value)
        break
      }
      line += StyledLine(gap + words, .value)
    }
    return line.shortened(to: columns)
  }
}

extension Exchange {
  /// Whether it went through a browser, where whoever watches can read along.
  var isFrontChannel: Bool {
    switch sender {
    case .userAgent: true
    case .client, .resourceServer: false
    case .external:
      switch decision?.endpoint {
      case .authorization, .login, .consent, .device, .deviceLogin, .deviceConsent: true
      default: receiver == .client
      }
    }
  }
}

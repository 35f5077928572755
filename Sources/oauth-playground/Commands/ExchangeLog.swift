import AuthorizationServer
import OAuth
import Playground
import Synchronization

/// The log of `serve`: a line when it is ready, then what it has to say about each exchange.
final class ExchangeLog: Sendable {
  private let format: OutputFormat
  private let redaction: Redaction
  /// What comes before the line that announces it; nil after that.
  private let early = Mutex<[Exchange]?>([])

  init(_ format: OutputFormat, _ redaction: Redaction) {
    self.format = format
    self.redaction = redaction
  }

  /// Says that requests are answered, and then what was asked in the meantime.
  func announce(_ server: AuthorizationServer) {
    early.withLock { waiting in
      let ready = ReadyMessage(server)
      switch format {
      case .text: ready.lines.forEach(Output.line)
      case .json: Output.line(PrintableText.json(ready.json.text))
      }
      for exchange in waiting ?? [] { print(exchange) }
      waiting = nil
    }
  }

  @Sendable func write(_ exchange: Exchange) {
    early.withLock { waiting in
      if waiting == nil { print(exchange) } else { waiting?.append(exchange) }
    }
  }

  private func print(_ exchange: Exchange) {
    switch format {
    case .text: Output.line(ExchangeText(exchange, redaction).lines.joined(separator: "\n"))
    case .json: Output.line(ExchangeRecord(exchange, redaction).line)
    }
  }
}

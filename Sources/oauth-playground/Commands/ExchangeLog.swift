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
  private let output: OutputQueue

  init(_ format: OutputFormat, _ redaction: Redaction) {
    self.format = format
    self.redaction = redaction
    output = OutputQueue { dropped in
      switch format {
      case .text: "… \(dropped) exchanges are not shown: nobody read the log in time"
      case .json: JSON.object([.init("event", "dropped"), .init("count", .integer(Int64(dropped)))]).text
      }
    }
  }

  /// Writes what is left.
  func close() {
    output.finish()
  }

  /// Says that requests are answered, and then what was asked in the meantime.
  func announce(_ server: AuthorizationServer) {
    early.withLock { waiting in
      let ready = ReadyMessage(server, redaction)
      switch format {
      case .text: ready.lines.forEach(output.line)
      case .json: output.line(PrintableText.json(ready.json.text))
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
    case .text: output.line(ExchangeText(exchange, redaction).lines.joined(separator: "\n"))
    case .json: output.line(ExchangeRecord(exchange, redaction).line)
    }
  }
}

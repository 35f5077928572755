import Playground
import Terminal

/// A row of the sequence diagram.
struct SequenceRow {
  enum Kind {
    case request(Exchange)
    case answer(Exchange)
    /// What comes next: not sent yet.
    case next(from: Lifeline, to: Lifeline, String)
    /// What no party said to another.
    case text(StyledLine)
  }

  /// What a cursor calls it; nil where it cannot be chosen.
  let name: String?
  let kind: Kind
  /// Whether it belongs to a way that was left by going back.
  var isUndone = false
  /// Whether a code lives on the server's life line here.
  var isAlive = false
  /// What became of a code, beside the life line.
  var mark: StyledLine = []

  /// The row at which whoever follows stands: what comes next.
  static let now = "now"

  static func name(of exchange: Exchange) -> String { "\(exchange.number)" }
  static func answerName(of exchange: Exchange) -> String { "\(exchange.number) answer" }

  var exchange: Exchange? {
    switch kind {
    case .request(let exchange), .answer(let exchange): exchange
    case .next, .text: nil
    }
  }
}

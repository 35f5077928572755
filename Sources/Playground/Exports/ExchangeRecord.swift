import AuthorizationServer
import HTTPTypes
public import OAuth
import OAuthClient

/// An exchange as a JSON object: what `serve --format json` prints, one a line.
public struct ExchangeRecord {
  private let exchange: Exchange
  private let redaction: Redaction

  public init(_ exchange: Exchange, _ redaction: Redaction) {
    self.exchange = exchange
    self.redaction = redaction
  }

  /// One line of JSON without a character that a terminal would obey.
  public var line: String { PrintableText.json(json.text) }

  public var json: JSON {
    var members: [JSON.Member] = [
      .init("event", "exchange"),
      .init("number", .integer(Int64(exchange.number))),
      .init("at", .string(exchange.at.timestamp)),
      .init("stage", (exchange.stage?.rawValue).json),
      .init("sender", .string(exchange.sender.rawValue)),
      .init("receiver", .string(exchange.receiver.rawValue)),
      .init("request", exchange.request.map(record.request) ?? .null),
      .init("response", record.response(exchange.response)),
      .init("decision", exchange.decision.map(record.decision) ?? .null),
    ]
    if let judgement = exchange.judgement {
      members.append(
        .init("judgement", record.report(judgement, outcome: judgement.refusal == nil ? .passed : .refused)))
    }
    if !exchange.interferences.isEmpty {
      members.append(.init("interferences", .array(exchange.interferences.map { .string($0.rawValue) })))
    }
    if let problem = exchange.problem { members.append(.init("problem", .string(problem))) }
    return .object(members)
  }

  private var record: MessageRecord { MessageRecord(redaction: redaction) }
}

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
      .init("request", exchange.request.map(request) ?? .null),
      .init("response", response(exchange.response)),
      .init("decision", exchange.decision.map(decision) ?? .null),
    ]
    if let judgement = exchange.judgement {
      members.append(.init("judgement", report(judgement, outcome: judgement.refusal == nil ? .passed : .refused)))
    }
    if !exchange.interferences.isEmpty {
      members.append(.init("interferences", .array(exchange.interferences.map { .string($0.rawValue) })))
    }
    if let problem = exchange.problem { members.append(.init("problem", .string(problem))) }
    return .object(members)
  }

  private func request(_ request: RequestMessage) -> JSON {
    .object([
      .init("method", .string(request.head.method.rawValue)),
      .init("target", .string(redaction.target(request.head.path ?? "/"))),
      .init("headers", headers(request.head.headerFields)),
      .init("body", .string(redaction.body(request.body, mediaType: request.mediaType))),
    ])
  }

  private func response(_ response: ResponseMessage) -> JSON {
    .object([
      .init("status", .integer(Int64(response.head.status.code))),
      .init("headers", headers(response.head.headerFields)),
      .init("body", .string(redaction.body(response.body, mediaType: response.mediaType))),
    ])
  }

  /// A list, since names may repeat and their order may matter.
  private func headers(_ fields: HTTPFields) -> JSON {
    .array(
      fields.map { field in
        .object([.init("name", .string(field.name.rawName)), .init("value", .string(redaction.field(field)))])
      })
  }

  private func decision(_ decision: Decision) -> JSON {
    guard case .object(var members) = report(decision.report, outcome: decision.outcome) else { return .null }
    members.append(.init("changes", .array(decision.changes.map { .string("\($0.name): \($0.sentence)") })))
    return .object(members)
  }

  private func report<Check, Refusal>(_ report: Report<Check, Refusal>, outcome: Outcome) -> JSON {
    .object([
      .init("outcome", .string(outcome.rawValue)),
      .init("refusal", (report.refusal?.name).json),
      .init(
        "checks",
        .array(
          report.results.map { result in
            .object([
              .init("check", .string(result.check.rawValue)),
              .init("outcome", .string(result.outcome.rawValue)),
              .init("expected", result.finding.expected.map(redaction.evidence).json),
              .init("found", result.finding.found.map(redaction.evidence).json),
              .init("spec", .string(result.check.specification.description)),
            ])
          })),
    ])
  }
}

extension String? {
  fileprivate var json: JSON { map { .string($0) } ?? .null }
}

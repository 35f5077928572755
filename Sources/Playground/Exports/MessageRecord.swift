import AuthorizationServer
import HTTPTypes
import OAuth

/// The two messages of an exchange and the reasons behind them as JSON objects.
struct MessageRecord {
  let redaction: Redaction

  func request(_ request: RequestMessage) -> JSON {
    .object([
      .init("method", .string(request.head.method.rawValue)),
      .init("target", .string(redaction.target(request.head.path ?? "/"))),
      .init("headers", headers(request.head.headerFields)),
      .init("body", .string(redaction.body(request.body, mediaType: request.mediaType))),
    ])
  }

  func response(_ response: ResponseMessage) -> JSON {
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

  func decision(_ decision: Decision) -> JSON {
    guard case .object(var members) = report(decision.report, outcome: decision.outcome) else { return .null }
    members.append(.init("changes", .array(decision.changes.map { .string("\($0.name): \($0.sentence)") })))
    return .object(members)
  }

  func report<Check, Refusal>(_ report: Report<Check, Refusal>, outcome: Outcome) -> JSON {
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
  var json: JSON { map { .string($0) } ?? .null }
}

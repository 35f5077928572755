import HTTPTypes
import OAuth

/// A browser's question whether a page of another origin may send a request and read the answer. RFC 9700 §2.6.
enum PreflightEndpoint {
  static let order: [Rule<PreflightExamination>] = [.hostOwn, .originAllowed]
}

/// A preflight request under examination: what the browser names is fixed before the rules run.
struct PreflightExamination: EndpointExamination {
  let request: RequestMessage
  let endpoint: Endpoint
  let origin: String
  let methods: [HTTPRequest.Method]
}

extension Rule where Subject == PreflightExamination {
  static var originAllowed: Rule {
    Rule(.originAllowed) { examination, circumstances throws(Refusal) in
      guard circumstances.server.mayRead(examination.endpoint, from: examination.origin) else {
        throw .originForeign(examination.origin)
      }
      return .found("\(examination.origin)")
    }
  }
}

extension AuthorizationServer {
  /// The answer to a preflight request; nil for every other, and where no script has anything to ask. The method and
  /// the fields of the real request are examined when it comes.
  func answerPreflight(_ request: RequestMessage, at now: Instant) -> Answer? {
    let fields = request.head.headerFields
    guard request.head.method == .options, let origin = fields[.origin], fields[.accessControlRequestMethod] != nil,
      let endpoint = endpoint(of: request), isOffered(endpoint), let methods = endpoint.methodsForScripts
    else { return nil }
    var examination = PreflightExamination(request: request, endpoint: endpoint, origin: origin, methods: methods)
    let decision = decide(&examination, by: PreflightEndpoint.order, at: endpoint, now)
    let response =
      decision.refusal.map { refuse($0, in: examination.situation(at: endpoint)) } ?? .preflight(allowing: methods)
    return Answer(response: response, decision: decision)
  }
}

extension ResponseMessage {
  /// Credentials of the browser, such as cookies, stay at home: nothing here allows them. Of the fields only
  /// Authorization must be named; the rest is for libraries that add their own, such as X-Requested-With.
  fileprivate static func preflight(allowing methods: [HTTPRequest.Method]) -> ResponseMessage {
    ResponseMessage(
      status: .noContent,
      fields: [
        .accessControlAllowMethods: methods.map(\.rawValue).joined(separator: ", "),
        .accessControlAllowHeaders: "Authorization, *",
      ])
  }
}

public import AuthorizationServer
import HTTPTypes
public import OAuth

/// The same request, put to two servers: both decisions, both answers, and why they differ.
///
/// A server is a value, so each side answers from a copy: nothing changes where it came from, and nothing is sent.
public struct RequestComparison: Equatable, Sendable {
  /// A request, and the server that is to answer it.
  public struct Question: Sendable {
    public let request: RequestMessage
    public let server: AuthorizationServer

    public init(_ request: RequestMessage, to server: AuthorizationServer) {
      (self.request, self.server) = (request, server)
    }
  }

  /// What came of it on one side.
  public struct Side: Equatable, Sendable {
    /// The name of the server's profile: `strict`, or `bent strict` where somebody has changed its policy.
    public let profile: String
    /// As the server got it: where it has the endpoint at another path, at that path.
    public let request: RequestMessage
    public let response: ResponseMessage
    public let decision: Decision
  }

  public let left: Side
  public let right: Side
  /// What was done to the request, and what was not as it came, a sentence each.
  public let remarks: [String]
  /// Why the answers differ; empty where they do not.
  public let reasons: [Reason]

  /// - Parameter remarks: what there is to say about how the two questions came about.
  public init(_ left: Question, _ right: Question, at now: Instant, remarks: [String] = []) {
    let meant =
      left.server.endpoint(of: left.request) ?? right.server.endpoint(of: right.request)
      ?? left.request.likelyEndpoint
    let (here, there) = (left.addressed(to: meant), right.addressed(to: meant))
    (self.left, self.right) = (here.answered(at: now), there.answered(at: now))
    self.remarks = remarks + Self.remarks(on: left.request, meant, here, there)
    reasons =
      Self.answers(of: self.left) == Self.answers(of: self.right)
      ? [] : ReasonSearch(here, there, self.left, self.right, at: now).reasons
  }

  private static func remarks(
    on written: RequestMessage, _ meant: Endpoint?, _ here: Question, _ there: Question
  ) -> [String] {
    let isForeign = ![here, there].contains { $0.request.path == written.path }
    let taken = meant.map { "\(written.path) is taken for the \($0.rawValue) endpoint" }
    return [isForeign ? taken : nil].compactMap(\.self) + [here, there].compactMap(\.bends)
  }

  /// Whether both say the same, but for words that chance has made.
  public var isSame: Bool { reasons.isEmpty }

  /// Status, header fields and body, as far as they can be compared.
  private static func answers(of side: Side) -> [String] {
    let text = AnswerText(side.response)
    return [text.status.text] + (text.fields + text.body).map(\.text).sorted()
  }
}

extension RequestComparison.Question {
  var name: String { (server.policy == server.profile.policy ? "" : "bent ") + server.profile.name }

  /// Where the server has an endpoint of that kind; one that has none gets it as it is.
  fileprivate func addressed(to endpoint: Endpoint?) -> Self {
    Self(request.addressed(to: endpoint, of: server), to: server)
  }

  func answered(at now: Instant) -> RequestComparison.Side {
    var server = server
    let answer = server.respond(to: request, at: now)
    return RequestComparison.Side(
      profile: name, request: request, response: answer.response, decision: answer.decision)
  }

  /// The same with other values of the policy, wherever the endpoint is then.
  func bent(_ change: (inout Policy) -> Void) -> Self {
    var server = server
    change(&server.policy)
    return Self(request.addressed(to: self.server.endpoint(of: request), of: server), to: server)
  }

  /// The switches that are not as the profile has them.
  fileprivate var bends: String? {
    let changed = PolicySwitch.all.filter { $0.value(in: server.policy) != $0.value(in: server.profile.policy) }
    return changed.isEmpty ? nil : "\(name) has changed \(changed.map(\.name).joined(separator: ", "))"
  }
}

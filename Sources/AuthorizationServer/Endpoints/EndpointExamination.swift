import HTTPTypes
import OAuth

/// What a rule may look at besides the request: the server as it stands, and the instant.
struct Circumstances {
  let server: AuthorizationServer
  let now: Instant

  var policy: Policy { server.policy }

  /// Finds that something is still good. At the instant of its expiry it has expired.
  func unexpired(
    _ thing: some Expiring, else refusal: (_ late: Duration, _ lifetime: Duration) -> Refusal
  ) throws(Refusal) -> Finding {
    let end = policy.wholeSeconds ? Instant(seconds: thing.expiresAt.secondsSince1970 + 1) : thing.expiresAt
    let left = end - now
    guard left > .zero else { throw refusal(.zero - left, thing.lifetime) }
    return Finding(expected: "at most \(thing.lifetime.plainSeconds) old", found: "\(left.tenths) left")
  }
}

/// What an endpoint's rules examine: the request, and what has been established about it so far.
protocol EndpointExamination: Examinable
where Check == ServerCheck, Refusal == ServerRefusal, Context == Circumstances {
  var request: RequestMessage { get }
  /// What the request was found to carry.
  var sent: Parameters { get }
}

extension EndpointExamination {
  var sent: Parameters { Parameters() }
}

extension AuthorizationServer {
  /// Examines a request by the rules of an endpoint, one after the other until one refuses.
  func decide<Examination: EndpointExamination>(
    _ examination: inout Examination, by rules: [Rule<Examination>], at endpoint: Endpoint?, _ now: Instant
  ) -> Decision {
    var report = ServerReport()
    report.examine(&examination, by: rules, in: Circumstances(server: self, now: now))
    return Decision(endpoint: endpoint, report: report)
  }
}

/// An examination of a request of which nothing counts but where it goes, and how.
struct HeadExamination: EndpointExamination {
  let request: RequestMessage
}

/// An examination of a request that carries parameters, in its query or in a form.
protocol ParameterExamination: EndpointExamination {
  var parameters: Parameters { get set }
  /// The parameters that this endpoint defines: only these may not be repeated. RFC 6749 §3.1; decision D14.
  static var definedParameters: Set<ParameterName> { get }
  /// Whether it is a form of our own pages, which every policy reads alike.
  static var isOwnForm: Bool { get }
  /// Whether a parameter of a POST may also stand in its query.
  static func readsInQuery(_ name: ParameterName, _ policy: Policy) -> Bool
  /// Whether it counts there before it counts in the body.
  static func queryComesFirst(_ name: ParameterName) -> Bool
  /// Where PHP reads requests, the parameters whose presence is tested in such a way that the text 0 is nothing.
  static var testedForTruth: Set<ParameterName> { get }
}

extension ParameterExamination {
  static var isOwnForm: Bool { false }
  static func readsInQuery(_ name: ParameterName, _ policy: Policy) -> Bool { false }
  static func queryComesFirst(_ name: ParameterName) -> Bool { false }
  static var testedForTruth: Set<ParameterName> { [] }
  var sent: Parameters { parameters }
}

typealias ServerCheck = Check
typealias ServerRefusal = Refusal
typealias ServerReport = Report<Check, Refusal>

/// What an earlier rule established. The order of the lists guarantees it; a list in a wrong order traps here.
func established<Value>(_ value: Value?, by check: Check) -> Value {
  guard let value else { preconditionFailure("a rule needs what \(check) establishes, which must come before it") }
  return value
}

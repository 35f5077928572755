import AuthorizationServer
import HTTPTypes
public import OAuth
import OAuthClient

/// Two ways that things went, exchange beside exchange, and what differs. A pure function of the two.
public struct BranchComparison: Equatable, Sendable {
  /// The last exchange that both have; nil where they have nothing in common.
  public let fork: Exchange?
  /// What came after it, in order.
  public let rows: [Row]

  /// The same request on both ways, or one that only one of them had.
  public struct Row: Equatable, Sendable {
    public let left: Exchange?
    public let right: Exchange?
    /// Empty where they came to the same.
    public let differences: [Difference]
  }

  public struct Difference: Equatable, Sendable {
    /// A parameter, `Authorization`, `status`, `error`, `refusal`, `client` or `changes`.
    public let name: String
    /// Empty where there was none; several where it was repeated.
    public let left: [Evidence]
    public let right: [Evidence]
  }

  public init(of left: [Exchange], with right: [Exchange]) {
    let common = zip(left, right).prefix { $0.number == $1.number }.count
    fork = common > 0 ? left[common - 1] : nil
    rows = Self.align(Array(left[common...]), Array(right[common...]))
  }

  /// Whether both came to the same.
  public var isEmpty: Bool { rows.allSatisfy { $0.left != nil && $0.right != nil && $0.differences.isEmpty } }

  /// Puts the exchanges beside each other that went the same way between the same parties.
  private static func align(_ left: [Exchange], _ right: [Exchange]) -> [Row] {
    Alignment.inOrder(left, right, by: \.way).map { left, right in
      guard let left, let right else { return Row(left: left, right: right, differences: []) }
      return Row(left: left, right: right, differences: differences(of: left, with: right))
    }
  }

  private static func differences(of left: Exchange, with right: Exchange) -> [Difference] {
    let (left, right) = (left.facts, right.facts)
    var names: [String] = []
    for fact in left + right where !names.contains(fact.name) { names.append(fact.name) }
    return names.compactMap { name in
      let values = [left, right].map { facts in facts.filter { $0.name == name }.map(\.value) }
      guard values[0] != values[1] else { return nil }
      return Difference(name: name, left: values[0], right: values[1])
    }
  }
}

extension Exchange {
  fileprivate typealias Fact = (name: String, value: Evidence)

  fileprivate var way: String {
    "\(sender.rawValue) \(receiver.rawValue) \(request.map { "\($0.head.method.rawValue) \($0.path)" } ?? "")"
  }

  /// What was asked, and what came of it.
  fileprivate var facts: [Fact] {
    var facts: [Fact] = parameters
    facts.append(("status", "\(response.head.status.code)"))
    if let wireError { facts.append(("error", "\(wireError)")) }
    if let refusal = decision?.refusal { facts.append(("refusal", "\(refusal.name)")) }
    if let judgement { facts.append(("client", "\(judgement.refusal?.name ?? "accepted")")) }
    facts += (decision?.changes ?? []).map { ("changes", "\($0.sentence)") }
    return facts
  }

  private var parameters: [Fact] {
    guard let request else { return [("request", "\(String(decoding: requestBytes, as: UTF8.self))")] }
    let elements = FormEncoding.readable(request.query).elements + FormEncoding.readable(request.body).elements
    var facts: [Fact] = elements.map { element in
      let isSecret = ParameterName.secrets.contains(element.name)
      return (element.name.text, isSecret ? "\(secret: element.value)" : "\(element.value)")
    }
    if let field = request.head.headerFields[.authorization] { facts.append(("Authorization", "\(secret: field)")) }
    return facts
  }
}

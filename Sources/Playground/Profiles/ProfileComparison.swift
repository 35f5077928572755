public import AuthorizationServer
import HTTPTypes
import OAuth

/// Where one server departs from another: addresses, switches, orders of checks, words, and what its notes say.
public struct ProfileComparison: Sendable {
  /// One thing that is different; nil on a side that does not have it.
  public struct Difference: Equatable, Sendable {
    public let subject: String
    public let this: String?
    public let other: String?
    /// Why that matters; nil where the two sides say it.
    public let meaning: String?
  }

  public enum Section: String, Sendable, CaseIterable {
    case paths = "Addresses"
    case switches = "Switches of the policy"
    case orders = "Orders of checks"
    case words = "Words on the wire"
  }

  public let this: Profile
  public let other: Profile
  public let differences: [Section: [Difference]]

  public init(_ this: Profile, with other: Profile) {
    (self.this, self.other) = (this, other)
    differences = [
      .paths: Self.paths(this, other), .switches: Self.switches(this, other), .orders: Self.orders(this, other),
      .words: Self.words(this, other),
    ]
  }

  public subscript(section: Section) -> [Difference] { differences[section] ?? [] }

  public var isEmpty: Bool { differences.values.allSatisfy(\.isEmpty) }

  private static func paths(_ this: Profile, _ other: Profile) -> [Difference] {
    Endpoint.allCases.compactMap { endpoint in
      let here = this.paths.all(of: endpoint)
      let there = other.paths.all(of: endpoint)
      guard here != there else { return nil }
      return Difference(
        subject: endpoint.rawValue, this: here.isEmpty ? nil : here.joined(separator: ", "),
        other: there.isEmpty ? nil : there.joined(separator: ", "), meaning: nil)
    }
  }

  private static func switches(_ this: Profile, _ other: Profile) -> [Difference] {
    PolicySwitch.all.compactMap { policySwitch in
      let here = policySwitch.value(in: this.policy)
      let there = policySwitch.value(in: other.policy)
      guard here != there else { return nil }
      return Difference(
        subject: policySwitch.name, this: here.text, other: there.text,
        meaning: PolicyLesson.of(policySwitch.name)?.prevents)
    }
  }

  private static func orders(_ this: Profile, _ other: Profile) -> [Difference] {
    Orders.Part.allCases.compactMap { part in
      let here = this.orders[part]
      let there = other.orders[part]
      guard here != there else { return nil }
      let missing = there.filter { !here.contains($0) }.map(\.title)
      return Difference(
        subject: part.rawValue, this: here.map(\.rawValue).joined(separator: ", "),
        other: there.map(\.rawValue).joined(separator: ", "),
        meaning: missing.isEmpty ? nil : "never asked here: \(missing.joined(separator: "; "))")
    }
  }

  private static func words(_ this: Profile, _ other: Profile) -> [Difference] {
    Refusal.Kind.allCases.compactMap { kind in
      let here = this.dialect.usualWording(of: kind)
      let there = other.dialect.usualWording(of: kind)
      guard here != there else { return nil }
      let (mine, others) = (here.line, there.line)
      guard mine != others else { return nil }
      return Difference(subject: kind.rawValue, this: mine, other: others, meaning: nil)
    }
  }
}

extension Dialect.Wording {
  /// `400 invalid_grant “The authorization code has expired”`.
  fileprivate var line: String {
    [String(status.code), error?.text, description.map { "“\($0)”" }].compactMap(\.self).joined(separator: " ")
  }
}

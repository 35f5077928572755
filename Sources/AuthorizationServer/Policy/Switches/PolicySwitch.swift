public import OAuth

/// One switch of the policy under the name that files, scenarios, the screen and the control interface call it.
public struct PolicySwitch: Sendable {
  /// The values a switch can have.
  public enum Kind: Equatable, Sendable {
    case boolean
    /// One of a set of words; some words have a short form as `true` or `false`.
    case words([String], whenTrue: String? = nil, whenFalse: String? = nil)
    /// A number of seconds, with or without a fraction.
    case seconds
    case text
  }

  public let name: String
  public let kind: Kind
  /// The checks whose outcome it changes; none for a switch that changes only what is issued or shown.
  public let bends: [Check]

  /// What a text must be besides a text.
  private let grammar: String?
  private let read: @Sendable (Policy) -> JSON
  /// Nil for a value the switch cannot have.
  private let writing: @Sendable (inout Policy, JSON) -> Void?

  /// - Parameters:
  ///   - encode: the value as it is written.
  ///   - decode: the value as it is read; nil for one that the switch cannot have.
  init<Value>(
    _ name: String, _ kind: Kind, _ property: any WritableKeyPath<Policy, Value> & Sendable, bends: [Check],
    grammar: String? = nil, encode: @escaping @Sendable (Value) -> JSON,
    decode: @escaping @Sendable (JSON) -> Value?
  ) {
    self.name = name
    self.kind = kind
    self.bends = bends
    self.grammar = grammar
    read = { encode($0[keyPath: property]) }
    writing = { policy, value in decode(value).map { policy[keyPath: property] = $0 } }
  }

  /// The longest lifetime there is: ten years.
  public static let longest = Duration.seconds(10 * 366 * 86_400)

  public static func named(_ name: String) -> PolicySwitch? { all.first { $0.name.hasSameOctets(as: name) } }

  public func value(in policy: Policy) -> JSON { read(policy) }

  @discardableResult
  fileprivate func write(_ policy: inout Policy, _ value: JSON) -> Void? { writing(&policy, value) }

  public func set(_ value: JSON, in policy: inout Policy) throws(PolicyFault) {
    guard write(&policy, value) != nil else { throw .unfit(name: name, expected: expectation, found: value.glimpse) }
  }

  /// What its value must be, in a few words.
  public var expectation: String {
    switch kind {
    case .boolean: "true or false"
    case .words(let words, let whenTrue, let whenFalse):
      (words + [whenTrue.map { _ in "true" }, whenFalse.map { _ in "false" }].compactMap(\.self)).joinedByOr
    case .seconds: "a number of seconds from 0 to \(Self.longest.components.seconds)"
    case .text: grammar ?? "a text"
    }
  }
}

/// Why a switch cannot be set: what was found and what was expected.
public enum PolicyFault: Error, Equatable, Sendable, CustomStringConvertible {
  case unknown(name: String)
  case unfit(name: String, expected: String, found: String)

  public var description: String {
    switch self {
    case .unknown(let name): "\(JSON.string(name).text) is no switch of the policy"
    case .unfit(let name, let expected, let found): "\(JSON.string(name).text) must be \(expected), but it is \(found)"
    }
  }
}

/// A value that a switch can have, to be set whatever the rest of the policy says.
public struct PolicySetting: Equatable, Sendable {
  public let name: String
  public let value: JSON

  public init(_ name: String, _ value: JSON) throws(PolicyFault) {
    var scratch = Policy()
    try scratch.set([JSON.Member(name, value)])
    self.name = name
    self.value = value
  }

  public func apply(to policy: inout Policy) {
    PolicySwitch.named(name)?.write(&policy, value)
  }
}

extension Policy {
  /// Sets several switches by their names, all or, where one cannot be set, none.
  public mutating func set(_ settings: [JSON.Member]) throws(PolicyFault) {
    var changed = self
    for setting in settings {
      guard let policySwitch = PolicySwitch.named(setting.name) else { throw .unknown(name: setting.name) }
      try policySwitch.set(setting.value, in: &changed)
    }
    self = changed
  }

  /// Every switch by its name.
  public var settings: [JSON.Member] { PolicySwitch.all.map { JSON.Member($0.name, $0.value(in: self)) } }
}

extension JSON {
  /// The value as a sentence can show it.
  fileprivate var glimpse: String {
    switch self {
    case .array, .object: kind
    case .null, .bool, .integer, .decimal, .string:
      text.utf8.count > 60 ? String(text.prefix(60)) + "…" : text
    }
  }
}

extension [String] {
  fileprivate var joinedByOr: String {
    guard count > 1, let last else { return joined() }
    return dropLast().joined(separator: ", ") + " or " + last
  }
}

public import OAuth

extension PolicySwitch {
  static func flag(
    _ name: String, _ property: any WritableKeyPath<Policy, Bool> & Sendable, bends checks: Check...
  ) -> PolicySwitch {
    PolicySwitch(name, .boolean, property, bends: checks, encode: { .bool($0) }, decode: { $0.bool })
  }

  /// - Parameters:
  ///   - whenTrue: the word that `true` is short for.
  ///   - whenFalse: the word that `false` is short for.
  static func words<Word: RawRepresentable<String> & CaseIterable & Sendable>(
    _ name: String, _ property: any WritableKeyPath<Policy, Word> & Sendable, whenTrue: Word? = nil,
    whenFalse: Word? = nil, bends checks: Check...
  ) -> PolicySwitch {
    let kind = Kind.words(Word.allCases.map(\.rawValue), whenTrue: whenTrue?.rawValue, whenFalse: whenFalse?.rawValue)
    return PolicySwitch(
      name, kind, property, bends: checks, encode: { .string($0.rawValue) },
      decode: { value in
        switch value {
        case .string(let text): Word.allCases.first { $0.rawValue.hasSameOctets(as: text) }
        case .bool(let flag): flag ? whenTrue : whenFalse
        default: nil
        }
      })
  }

  static func seconds(
    _ name: String, _ property: any WritableKeyPath<Policy, Duration> & Sendable, bends checks: Check...
  ) -> PolicySwitch {
    PolicySwitch(
      name, .seconds, property, bends: checks, encode: { .seconds($0) }, decode: { $0.duration(atMost: longest) })
  }

  static func scope(
    _ name: String, _ property: any WritableKeyPath<Policy, Scope> & Sendable, bends checks: Check...
  ) -> PolicySwitch {
    PolicySwitch(
      name, .text, property, bends: checks, grammar: "empty, or scope tokens between single spaces",
      encode: { .string($0.description) }, decode: { $0.string.flatMap(spacedList) })
  }

  /// - Parameter what: what the names are those of, in the plural.
  static func names<Name: ExpressibleByStringLiteral & CustomStringConvertible & Sendable>(
    _ name: String, _ property: any WritableKeyPath<Policy, [Name]> & Sendable, of what: String, bends checks: Check...
  ) -> PolicySwitch where Name.StringLiteralType == String {
    PolicySwitch(
      name, .text, property, bends: checks, grammar: "empty, or names of \(what) between single spaces",
      encode: { .string($0.map(\.description).joined(separator: " ")) },
      decode: { $0.string.flatMap(spacedList)?.tokens.map(Name.init(stringLiteral:)) })
  }

  /// Names are written as scope tokens are. RFC 6749 §3.3.
  private static func spacedList(_ text: String) -> Scope? { text.isEmpty ? Scope() : try? Scope(parsing: text) }

  /// - Parameters:
  ///   - grammar: what the text must be, in a few words.
  ///   - isFit: whether a text is that.
  static func text(
    _ name: String, _ property: any WritableKeyPath<Policy, String> & Sendable, grammar: String,
    bends checks: Check..., isFit: @escaping @Sendable (String) -> Bool
  ) -> PolicySwitch {
    PolicySwitch(
      name, .text, property, bends: checks, grammar: grammar, encode: { .string($0) },
      decode: { value in value.string.flatMap { isFit($0) ? $0 : nil } })
  }
}

extension PolicySwitch {
  /// Whether a text is parameters in the form of a query.
  static func isQuery(_ text: String) -> Bool {
    let parameters = try? FormEncoding.parse(Array(text.utf8))
    return parameters?.elements.allSatisfy { !$0.name.text.isEmpty } == true
  }
}

extension JSON {
  /// A number of seconds, whole where it can be.
  public static func seconds(_ duration: Duration) -> JSON {
    duration.nanoseconds % 1_000_000_000 == 0 ? .integer(duration.components.seconds) : .decimal(duration.seconds)
  }

  /// A number of seconds from zero to a limit; nil for everything else.
  public func duration(atMost limit: Duration) -> Duration? {
    let seconds: Double
    switch self {
    case .integer(let number): seconds = Double(number)
    case .decimal(let number): seconds = number
    default: return nil
    }
    guard (0...limit.seconds).contains(seconds) else { return nil }
    return .nanoseconds(Int64((seconds * 1_000_000_000).rounded()))
  }
}

/// A section of a standard: `RFC 6749 §4.1.2`.
public struct Specification: Hashable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
  public let description: String

  public init(_ description: String) {
    self.description = description
  }

  public init(stringLiteral value: String) {
    self.init(value)
  }
}

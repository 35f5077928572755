/// A list of scope tokens in the order of the request, none twice. RFC 6749 §3.3.
///
/// Where the code itself names one it is written as on the wire: `"profile email"`.
public struct Scope: Equatable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
  public private(set) var tokens: [String]

  /// Why a scope is malformed. RFC 6749 appendix A.4.
  public enum Fault: Error, Equatable, Sendable {
    /// Two spaces in a row, or one at either end.
    case emptyToken
    case character(UInt8, token: String)
  }

  /// Keeps the first of equal tokens.
  public init(_ tokens: [String] = []) {
    var unique: [String] = []
    for token in tokens where !unique.contains(where: { $0.hasSameOctets(as: token) }) { unique.append(token) }
    self.tokens = unique
  }

  public init(stringLiteral value: String) {
    self.init(value.split(separator: " ").map(String.init))
  }

  public init(parsing text: String) throws(Fault) {
    var tokens: [String] = []
    for octets in text.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false) {
      let token = String(decoding: octets, as: UTF8.self)
      guard !octets.isEmpty else { throw .emptyToken }
      if let octet = octets.first(where: { !Self.isTokenCharacter($0) }) { throw .character(octet, token: token) }
      tokens.append(token)
    }
    self.init(tokens)
  }

  public static func == (left: Scope, right: Scope) -> Bool {
    left.tokens.elementsEqual(right.tokens) { $0.hasSameOctets(as: $1) }
  }

  public var isEmpty: Bool { tokens.isEmpty }

  public var description: String { tokens.joined(separator: " ") }

  public func contains(_ token: String) -> Bool { tokens.contains { $0.hasSameOctets(as: token) } }

  public func isSubset(of other: Scope) -> Bool { tokens.allSatisfy(other.contains) }

  public func intersection(_ other: Scope) -> Scope { Scope(tokens.filter(other.contains)) }

  public func subtracting(_ other: Scope) -> Scope { Scope(tokens.filter { !other.contains($0) }) }

  /// `scope-token`: %x21 / %x23-5B / %x5D-7E.
  private static func isTokenCharacter(_ octet: UInt8) -> Bool {
    octet == 0x21 || (0x23...0x5B).contains(octet) || (0x5D...0x7E).contains(octet)
  }
}

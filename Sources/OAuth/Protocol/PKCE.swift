import Crypto

/// How a code challenge is made from a code verifier. RFC 7636 §4.2.
public enum CodeChallengeMethod: String, Sendable, CaseIterable {
  case s256 = "S256"
  case plain
}

/// A code verifier: 43 to 128 unreserved characters. RFC 7636 §4.1.
public struct CodeVerifier: Equatable, Sendable, CustomStringConvertible {
  public let text: String

  public init(_ text: String) throws(PKCEGrammarFault) {
    try PKCEGrammarFault.check(text)
    self.text = text
  }

  /// A verifier of 32 random octets: 43 characters. RFC 7636 §4.1.
  public init(from random: inout RandomSource) {
    text = random.token(octets: 32)
  }

  public var description: String { text }

  /// The challenge this verifier answers. RFC 7636 §4.2.
  public func challenge(_ method: CodeChallengeMethod) -> CodeChallenge {
    switch method {
    case .s256: CodeChallenge(unchecked: Base64URL.encode(SHA256.hash(data: Array(text.utf8))))
    case .plain: CodeChallenge(unchecked: text)
    }
  }
}

/// A code challenge; its grammar is that of the verifier. RFC 7636 §4.2.
public struct CodeChallenge: Equatable, Sendable, CustomStringConvertible {
  public let text: String

  public init(_ text: String) throws(PKCEGrammarFault) {
    try PKCEGrammarFault.check(text)
    self.text = text
  }

  /// Whatever somebody sent: for servers that look at it only when the verifier comes.
  public init(unchecked text: String) {
    self.text = text
  }

  public var description: String { text }
}

/// Why a text is neither a verifier nor a challenge. RFC 7636 §4.1, §4.2.
public enum PKCEGrammarFault: Error, Equatable, Sendable {
  case length(Int)
  case character(Character, at: Int)

  public var sentence: String {
    switch self {
    case .length(let length): "\(length) characters"
    case .character(let character, let position):
      "character \(character) at \(position)" + (mistake.map { "; \($0)" } ?? "")
    }
  }

  /// The well-known mistake behind it, if it looks like one.
  public var mistake: String? {
    guard case .character(let character, _) = self else { return nil }
    switch character {
    case "+", "/", "=": return "standard base64 has it, base64url has - and _ and no padding"
    case " ": return "a + of standard base64 means that in a form, base64url has - instead"
    default: return nil
    }
  }

  /// What the grammar asks for, for the expected side of a check.
  public static let expectation = "43 to 128 characters of A-Z a-z 0-9 - . _ ~"

  static func check(_ text: String) throws(PKCEGrammarFault) {
    for (position, character) in text.enumerated() {
      let octets = Array(character.utf8)
      guard octets.count == 1, PercentCoding.isUnreserved(octets[0]) else {
        throw .character(character, at: position)
      }
    }
    guard (43...128).contains(text.utf8.count) else { throw .length(text.utf8.count) }
  }
}

/// A text taken apart as a signed token, as far as that goes:
/// what cannot be read says where and what it is. RFC 7515 §5.2.
///
/// ``JSONWebSignature`` accepts or refuses. This is for whoever wants to know why.
public struct TokenReading: Equatable, Sendable {
  /// What stands between the dots, as it was sent.
  public let parts: [String]
  public let header: Result<JSON, TokenFault>
  public let payload: Result<JSON, TokenFault>
  public let signature: Result<[UInt8], TokenFault>
  /// The token, where every part can be read.
  public let token: JSONWebSignature?

  public init(_ text: String) {
    parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    header = Self.object(1, of: parts)
    payload = Self.object(2, of: parts)
    signature = Self.octets(3, of: parts)
    let isWhole = parts.count == 3 && (try? header.get()) != nil && (try? payload.get()) != nil
    token = isWhole ? JSONWebSignature(parsing: text) : nil
  }

  /// The first thing that is wrong; nil for a token.
  public var fault: TokenFault? {
    if parts.count == 5 { return .encrypted }
    if parts.count != 3 { return .parts(parts.count) }
    if case .failure(let fault) = header { return fault }
    if case .failure(let fault) = payload { return fault }
    if case .failure(let fault) = signature { return fault }
    return nil
  }

  private static func object(_ part: Int, of parts: [String]) -> Result<JSON, TokenFault> {
    octets(part, of: parts).flatMap { octets in
      do throws(JSON.Fault) {
        let value = try JSON(parsing: octets)
        guard case .object = value else { return .failure(.notObject(part: part, value)) }
        return .success(value)
      } catch {
        return .failure(.notJSON(part: part, error))
      }
    }
  }

  private static func octets(_ part: Int, of parts: [String]) -> Result<[UInt8], TokenFault> {
    guard parts.count >= part else { return .failure(.parts(parts.count)) }
    let text = parts[part - 1]
    if let octets = Base64URL.decode(text) { return .success(octets) }
    for (position, character) in text.enumerated() {
      let octets = Array(character.utf8)
      guard octets.count == 1, octets[0].isASCIIAlphanumeric || "-_".utf8.contains(octets[0]) else {
        return .failure(.character(character, part: part, at: position + 1))
      }
    }
    return .failure(text.utf8.count % 4 == 1 ? .length(part: part, text.utf8.count) : .strayBits(part: part))
  }
}

/// Why a text is no signed token. Parts and characters are counted from 1.
public enum TokenFault: Error, Equatable, Sendable {
  case parts(Int)
  /// Five parts: only its recipient can read it. RFC 7516 §7.1.
  case encrypted
  case character(Character, part: Int, at: Int)
  /// So many characters are base64url of nothing.
  case length(part: Int, Int)
  /// The last character says more than the octets need, so that two texts would mean the same. RFC 4648 §3.5.
  case strayBits(part: Int)
  case notJSON(part: Int, JSON.Fault)
  case notObject(part: Int, JSON)

  public var sentence: String {
    switch self {
    case .parts(let count): "\(count) part\(count == 1 ? "" : "s"), and not 3 with dots between them"
    case .encrypted: "5 parts: an encrypted token, which only its recipient can read"
    case .character(let character, let part, let position):
      "part \(part), character \(position): \(JSON.string(String(character)).text) is not of base64url"
    case .length(let part, let count): "part \(part): \(count) characters are base64url of nothing; one is missing"
    case .strayBits(let part): "part \(part): the last character holds bits that belong to no octet"
    case .notJSON(let part, let fault): "part \(part): \(fault.sentence)"
    case .notObject(let part, let value): "part \(part): \(value.kind), and not an object"
    }
  }
}

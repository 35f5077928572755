/// A client's identifier and secret in an `Authorization: Basic` header. RFC 6749 §2.3.1, RFC 7617 §2.
public struct BasicCredentials: Equatable, Sendable {
  public var identifier: String
  public var secret: String

  public enum Fault: Error, Equatable, Sendable {
    case notBase64
    case noColon
    case notUTF8
    /// Identifier and secret are form-encoded before base64. RFC 6749 §2.3.1.
    case formEncoding(EncodingFault)

    public var sentence: String {
      switch self {
      case .notBase64: "the credentials are not base64"
      case .noColon: "the decoded credentials hold no colon"
      case .notUTF8: "the decoded credentials are not UTF-8"
      case .formEncoding(let fault): "the credentials are not form-encoded: \(fault.sentence)"
      }
    }
  }

  public init(identifier: String, secret: String) {
    self.identifier = identifier
    self.secret = secret
  }

  /// Reads what follows the scheme name. With `formDecoded`,
  /// identifier and secret are decoded after the split at the first colon.
  public init(parsing credentials: String, formDecoded: Bool) throws(Fault) {
    guard let octets = Base64Standard.decode(credentials) else { throw .notBase64 }
    guard let colon = octets.firstIndex(of: UInt8(ascii: ":")) else { throw .noColon }
    let halves = (octets[..<colon], octets[(colon + 1)...])
    guard formDecoded else {
      guard let identifier = String(validating: halves.0, as: UTF8.self),
        let secret = String(validating: halves.1, as: UTF8.self)
      else { throw .notUTF8 }
      self.init(identifier: identifier, secret: secret)
      return
    }
    do throws(EncodingFault) {
      self.init(
        identifier: try PercentCoding.decode(halves.0, plusIsSpace: true),
        secret: try PercentCoding.decode(halves.1, plusIsSpace: true))
    } catch {
      throw .formEncoding(error)
    }
  }

  /// Reads a whole value of Authorization as PHP does: what is no base64 is skipped, and nothing is form-encoded. Nil
  /// where that gives no pair.
  ///
  /// - Parameter again: whether a library tries once more where the scheme is not followed by a space.
  public init?(asPHP header: String, again: Bool) {
    let octets = Array(header.utf8)
    guard String(decoding: octets.prefix(5), as: UTF8.self).asciiLowercased == "basic" else { return nil }
    let isStandard = octets.dropFirst(5).first == UInt8(ascii: " ")
    let decoded = Base64Standard.decodeSkipping(octets.dropFirst(6))
    let colons = decoded.indices.filter { decoded[$0] == UInt8(ascii: ":") }
    // PHP itself splits at the first colon. What it does not read for want of the space,
    // a library may split at the only one.
    guard let colon = colons.first, isStandard || again && colons.count == 1 else { return nil }
    let halves = [decoded[..<colon], decoded[(colon + 1)...]]
      .map { String(decoding: $0.prefix { $0 != 0 || !isStandard }, as: UTF8.self) }
    self.init(identifier: halves[0], secret: halves[1])
  }

  /// The header's value: `Basic czZCaGRSa3F0MzpnWDFmQmF0M2JW`.
  public var headerValue: String {
    let pair = "\(PercentCoding.encode(identifier)):\(PercentCoding.encode(secret))"
    return "Basic \(Base64Standard.encode(pair.utf8))"
  }
}

/// Why octets could not be read as text. Positions count octets from 0.
public enum EncodingFault: Error, Equatable, Sendable {
  /// `%` is not followed by two hexadecimal digits. RFC 3986 §2.1.
  case percentEncoding(at: Int)
  /// The decoded octets are not UTF-8 (RFC 3629 §3): overlong forms and surrogates included.
  case notUTF8
  /// A NUL octet: no parameter of ours may hold one.
  case nul

  public var sentence: String {
    switch self {
    case .percentEncoding(let position): "percent sign without two hexadecimal digits at octet \(position)"
    case .notUTF8: "octets that are not UTF-8"
    case .nul: "a NUL octet"
    }
  }
}

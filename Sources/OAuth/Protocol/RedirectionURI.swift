/// A redirection URI, compared as sent and never normalised; it holds ASCII only, so that equal texts are equal octets.
/// RFC 6749 §3.1.2, RFC 9700 §4.1.3.
public struct RedirectionURI: Hashable, Sendable, CustomStringConvertible {
  public let text: String

  /// Why a text is no redirection URI.
  public enum Fault: Error, Equatable, Sendable {
    case notAbsolute
    /// RFC 6749 §3.1.2: a fragment would swallow the response parameters.
    case fragment
    /// A `#` with nothing behind it, which some readers do not take for a fragment.
    case emptyFragment
    case character(UInt8, at: Int)

    public var sentence: String {
      switch self {
      case .notAbsolute: "not an absolute URI"
      case .fragment: "a fragment"
      case .emptyFragment: "an empty fragment"
      case .character(let octet, let position): "octet \(octet) at \(position), which no URI may hold"
      }
    }
  }

  public init(_ text: String) throws(Fault) {
    for (position, octet) in text.utf8.enumerated() where !Self.isURICharacter(octet) {
      throw .character(octet, at: position)
    }
    if let hash = text.utf8.firstIndex(of: UInt8(ascii: "#")) {
      throw text.utf8[hash...].count == 1 ? .emptyFragment : .fragment
    }
    guard Self.scheme(of: text) != nil else { throw .notAbsolute }
    self.text = text
  }

  public var description: String { text }

  public var scheme: String { Self.scheme(of: text) ?? "" }

  /// The host as written, without userinfo and port; nil where there is no authority.
  public var host: String? {
    authority.map { authority in
      let host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
      if host.hasPrefix("["), let end = host.firstIndex(of: "]") { return String(host[...end]) }
      return String(host.prefix { $0 != ":" })
    }
  }

  /// Scheme, host and port as written: what a consent page names.
  public var origin: String {
    authority.map { "\(scheme)://\($0)" } ?? "\(scheme):"
  }

  /// The loopback addresses as a URI writes them. RFC 8252 §7.3.
  public static let loopbackAddresses = ["127.0.0.1", "[::1]"]

  /// Every name of this machine: `localhost` besides, which RFC 8252 §8.3 advises against.
  public static let loopbackHosts = loopbackAddresses + ["localhost"]

  /// `http` on a literal loopback address. RFC 8252 §7.3.
  public var isLoopbackAddress: Bool { scheme == "http" && Self.loopbackAddresses.contains(host ?? "") }

  /// The same URI without its port, and the port, for a loopback URI written exactly as RFC 8252 §7.3 has it
  /// (`http://127.0.0.1[:port]…`, `http://[::1][:port]…`); nil for every other text.
  /// `hosts` names the hosts that count.
  public func loopbackParts(hosts: [String] = loopbackAddresses) -> (rest: String, port: Int?)? {
    for host in hosts {
      let prefix = "http://\(host)"
      guard text.utf8.starts(with: prefix.utf8) else { continue }
      let rest = text.utf8.dropFirst(prefix.utf8.count)
      guard rest.first == UInt8(ascii: ":") else {
        return Self.beginsPath(rest) ? (text, nil) : nil
      }
      let digits = rest.dropFirst().prefix { $0.isASCIIDigit }
      let tail = rest.dropFirst(1 + digits.count)
      guard let port = String(decoding: digits, as: UTF8.self).asciiNumber, (1...65_535).contains(port),
        Self.beginsPath(tail)
      else { return nil }
      return (prefix + String(decoding: tail, as: UTF8.self), port)
    }
    return nil
  }

  private var authority: String? {
    let afterScheme = text.dropFirst(scheme.count + 1)
    guard afterScheme.hasPrefix("//") else { return nil }
    return String(afterScheme.dropFirst(2).prefix { $0 != "/" && $0 != "?" })
  }

  private static func beginsPath(_ rest: Substring.UTF8View) -> Bool {
    rest.isEmpty || rest.first == UInt8(ascii: "/") || rest.first == UInt8(ascii: "?")
  }

  /// RFC 3986 §3.1; what follows the colon must not be empty.
  private static func scheme(of text: String) -> String? {
    let scheme = text.utf8.prefix { $0 != UInt8(ascii: ":") }
    guard let first = scheme.first, first.isASCIILetter, scheme.count + 1 < text.utf8.count,
      scheme.allSatisfy({ $0.isASCIIAlphanumeric || "+-.".utf8.contains($0) })
    else { return nil }
    return String(decoding: scheme, as: UTF8.self)
  }

  /// The characters of RFC 3986 §2: no space, no control, no quote, no backslash, nothing beyond ASCII.
  private static func isURICharacter(_ octet: UInt8) -> Bool {
    octet.isASCIIAlphanumeric || "-._~:/?#[]@!$&'()*+,;=%".utf8.contains(octet)
  }
}

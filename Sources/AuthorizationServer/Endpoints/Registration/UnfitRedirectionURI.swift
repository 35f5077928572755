public import OAuth

/// Why a URI must not be registered as a redirection URI, though it is one.
public enum UnfitRedirectionURI: Error, Equatable, Sendable {
  case malformed(RedirectionURI.Fault)
  /// A code in clear text on a network. RFC 9700 §2.6.
  case unencrypted
  /// No reverse domain name, so that others may use the same scheme;
  /// `javascript:` and `data:` too. RFC 8252 §7.1, §8.4.
  case schemeWithoutDot
  case host

  public var sentence: String {
    switch self {
    case .malformed(let fault): fault.sentence
    case .unencrypted: "http beyond this machine"
    case .schemeWithoutDot: "a scheme that is no reverse domain name"
    case .host: "no host, or one with a user, a wildcard or the like in it"
    }
  }
}

extension RedirectionURI {
  /// What may be registered without anybody vouching for it. RFC 7591 §2, RFC 8252 §7.
  init(registrable text: String) throws(UnfitRedirectionURI) {
    do throws(Fault) {
      try self.init(text)
    } catch {
      throw .malformed(error)
    }
    let scheme = scheme.asciiLowercased
    guard scheme == "https" || scheme == "http" else {
      guard scheme.utf8.contains(UInt8(ascii: ".")) else { throw .schemeWithoutDot }
      return
    }
    let host = host ?? ""
    let authority = origin.utf8.dropFirst(scheme.utf8.count + 3)
    guard !host.isEmpty, authority.allSatisfy({ $0.isASCIIAlphanumeric || "-.:[]".utf8.contains($0) }) else {
      throw .host
    }
    guard scheme == "https" || Self.loopbackHosts.contains(host) else { throw .unencrypted }
  }
}

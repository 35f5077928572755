import HTTPTypes

/// Method, target and version: the first line of a request (RFC 9112 section 3).
struct RequestLine {
  let method: HTTPRequest.Method
  let target: String
  let isHTTP10: Bool

  /// Longer than any registered method; bounds the line together with the target.
  private static let longestMethod = 32
  private static let tlsHandshake: UInt8 = 0x16

  /// Takes the line; `nil` while it is incomplete. What is wrong already is not waited for.
  static func take(from intake: inout Intake, limits: Limits) throws(MalformedRequest) -> RequestLine? {
    if intake.pending.first == tlsHandshake { throw .tlsHandshake }
    guard let line = try intake.takeLine() else {
      try checkLength(of: intake.pending, limit: limits.requestTarget)
      return nil
    }
    try checkLength(of: line, limit: limits.requestTarget)
    return try RequestLine(line)
  }

  private static func checkLength(of line: ArraySlice<UInt8>, limit: Int) throws(MalformedRequest) {
    guard line.count > limit else { return }
    guard let space = line.prefix(longestMethod + 1).firstIndex(of: .space) else {
      if line.count > longestMethod { throw .badRequestLine }
      return
    }
    let rest = line[(space + 1)...]
    let end = rest.firstIndex(of: .space) ?? rest.endIndex
    if end - rest.startIndex > limit { throw .targetTooLong(limit: limit) }
    if rest.endIndex - end > longestMethod { throw .badRequestLine }
  }

  private init(_ line: ArraySlice<UInt8>) throws(MalformedRequest) {
    let parts = line.split(separator: .space, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard parts.count == 3, parts[0].utf8.count <= Self.longestMethod,
      let method = HTTPRequest.Method(parts[0]), Self.isTarget(parts[1], of: method)
    else { throw .badRequestLine }
    self.method = method
    target = parts[1]
    isHTTP10 = try Self.isHTTP10(version: parts[2])
  }

  /// Any of the four forms of RFC 9112 section 3.2; what is in it is for the owner of the listener to judge.
  /// None of them has a fragment: that is for the browser alone (RFC 9110 section 7.1).
  private static func isTarget(_ target: String, of method: HTTPRequest.Method) -> Bool {
    if target.isEmpty || target.utf8.contains(.horizontalTab) || target.utf8.contains(UInt8(ascii: "#")) {
      return false
    }
    return target.utf8.first == UInt8(ascii: "/") || target == "*" || isAbsolute(target) || method == .connect
  }

  /// A scheme before `://` (RFC 3986 section 3.1), and not merely the three octets somewhere.
  private static func isAbsolute(_ target: String) -> Bool {
    let scheme = target.utf8.prefix { $0 != UInt8(ascii: ":") }
    guard let first = scheme.first, first.isLetter, target.utf8.dropFirst(scheme.count).starts(with: "://".utf8) else {
      return false
    }
    return scheme.allSatisfy { $0.isLetter || "0123456789+-.".utf8.contains($0) }
  }

  private static func isHTTP10(version: String) throws(MalformedRequest) -> Bool {
    let octets = Array(version.utf8)
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard octets.count == 8, version.hasPrefix("HTTP/"), digits.contains(octets[5]),
      octets[6] == UInt8(ascii: "."), digits.contains(octets[7])
    else { throw .badRequestLine }
    guard octets[5] == UInt8(ascii: "1") else { throw .unsupportedVersion(version) }
    return octets[7] == UInt8(ascii: "0")
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
}

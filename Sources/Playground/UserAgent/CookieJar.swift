import OAuth

/// The cookies of one browser. RFC 6265; a host's ports share them, which is why the port is not looked at (§8.5).
struct CookieJar: Equatable, Sendable {
  private struct Cookie: Equatable {
    let name: String
    var value: String
    let host: String
    let path: String
  }

  private var cookies: [Cookie] = []

  /// Keeps what a `Set-Cookie` header says, in place of an older cookie of the same name, host and path. RFC 6265 §5.3.
  mutating func store(_ header: String, from authority: String) {
    let parts = header.split(separator: ";", omittingEmptySubsequences: false).map { $0.drop { $0 == " " } }
    guard let pair = parts.first, let equals = pair.firstIndex(of: "=") else { return }
    let path = parts.dropFirst().first { $0.asciiLowercased.hasPrefix("path=/") }.map { String($0.dropFirst(5)) } ?? "/"
    let cookie = Cookie(
      name: String(pair[..<equals]), value: String(pair[pair.index(after: equals)...]), host: Self.host(authority),
      path: path)
    cookies.removeAll { $0.name == cookie.name && $0.host == cookie.host && $0.path == cookie.path }
    cookies.append(cookie)
  }

  /// The `Cookie` header for a request; nil when none applies. RFC 6265 §5.4.
  func header(for authority: String, path: String) -> String? {
    let matching = cookies.filter { $0.host == Self.host(authority) && Self.matches(path, $0.path) }
    return matching.isEmpty ? nil : matching.map { "\($0.name)=\($0.value)" }.joined(separator: "; ")
  }

  /// RFC 6265 §5.1.4.
  private static func matches(_ path: String, _ cookiePath: String) -> Bool {
    path == cookiePath || path.hasPrefix(cookiePath.hasSuffix("/") ? cookiePath : cookiePath + "/")
  }

  private static func host(_ authority: String) -> String {
    guard let colon = authority.lastIndex(of: ":"), !authority[colon...].contains("]") else { return authority }
    return String(authority[..<colon])
  }
}

public import HTTPTypes
public import OAuth

/// Decides, in one place, what of a message may stand in a log: secrets, codes and tokens are cut to their beginning.
///
/// A body that it cannot take apart is left out as a whole.
public enum Redaction: Sendable {
  case shortened
  /// Everything is written as it was, because somebody asked for it.
  case none

  /// A request target or a URL with its query and fragment, either of which may carry an authorization response.
  public func target(_ text: String) -> String {
    guard self == .shortened else { return text }
    let beforeFragment = text.prefix { $0 != "#" }
    let address = beforeFragment.prefix { $0 != "?" }
    let parts = [beforeFragment[address.endIndex...], text[beforeFragment.endIndex...]]
    return OpaqueText.shortened(in: String(address)) + parts.map { $0.prefix(1) + form($0.dropFirst()) }.joined()
  }

  public func field(_ field: HTTPField) -> String {
    guard self == .shortened else { return field.value }
    switch field.name {
    case .authorization, .proxyAuthorization: return credentials(field.value)
    case .cookie: return pairs(field.value)
    case .setCookie:
      let cookie = field.value.prefix { $0 != ";" }
      return pairs(String(cookie)) + field.value.dropFirst(cookie.count)
    case .location, .referer: return target(field.value)
    case _ where Self.isSecret(field.name): return Evidence.shorten(field.value)
    default: return field.value
    }
  }

  /// The body as text; octets that are not UTF-8 become U+FFFD.
  public func body(_ octets: [UInt8], mediaType: String?) -> String {
    guard self == .shortened, !octets.isEmpty else { return String(decoding: octets, as: UTF8.self) }
    let text = String(decoding: octets, as: UTF8.self)
    switch mediaType {
    case MediaType.form: return form(text[...])
    case "text/html": return OpaqueText.shortened(in: markup(text))
    case MediaType.json:
      guard let value = try? JSON(parsing: octets) else { return omitted(octets) }
      return json(value).text
    default: return omitted(octets)
    }
  }

  public func evidence(_ evidence: Evidence) -> String {
    self == .shortened ? OpaqueText.shortened(in: evidence.shortened) : evidence.revealed
  }

  /// A sentence about a message.
  public func sentence(_ text: String) -> String { self == .shortened ? OpaqueText.shortened(in: text) : text }

  /// The value of a parameter or header field of that name.
  public func value(_ value: String, of name: String) -> String {
    guard self == .shortened, !value.isEmpty else { return value }
    if name.asciiLowercased == "authorization" { return credentials(value) }
    return Self.isSecret(name) ? Evidence.shorten(value) : value
  }

  private func omitted(_ octets: [UInt8]) -> String { "… (\(octets.count) octets)" }

  /// The scheme stays. What follows it, or a value without a scheme, is a credential.
  private func credentials(_ value: String) -> String {
    let scheme = value.prefix { $0 != " " }
    guard scheme.count < value.count else { return Self.schemes.contains(value.asciiLowercased) ? value : "…" }
    return "\(scheme) \(Evidence.shorten(String(value.dropFirst(scheme.count + 1))))"
  }

  private static let schemes: Set<String> = ["basic", "bearer"]

  /// `name=value; name=value`, every value cut.
  private func pairs(_ cookies: String) -> String {
    cookies.split(separator: ";", omittingEmptySubsequences: false).map { pair in
      guard let equals = pair.firstIndex(of: "=") else { return "…" }
      return pair[...equals] + Evidence.shorten(String(pair[equals...].dropFirst()))
    }.joined(separator: ";")
  }

  /// A pair whose name cannot be read may be a secret as well, and so may a name that is longer than any: another
  /// format than a form came, or a value without a name.
  private func form(_ text: Substring) -> String {
    text.split(separator: "&", omittingEmptySubsequences: false).map { pair in
      let name = pair.prefix { $0 != "=" }
      let shown = name.utf8.count > Self.longestName ? Evidence.shorten(String(name)) : String(name)
      guard name.count < pair.count else {
        return name.utf8.count > Self.longestWord ? Evidence.shorten(String(name)) : String(name)
      }
      let known = try? PercentCoding.decode(Array(name.utf8), plusIsSpace: true)
      if let known, shown == name, !Self.isSecret(known) {
        return Self.isOpaque(known) ? String(pair) : OpaqueText.shortened(in: String(pair))
      }
      return "\(shown)=\(Evidence.shorten(String(pair.dropFirst(name.count + 1))))"
    }.joined(separator: "&")
  }

  private static let longestName = 40
  /// Of what stands alone, without a name before it.
  private static let longestWord = 8

  private func json(_ value: JSON) -> JSON {
    switch value {
    case .array(let values): .array(values.map(json))
    case .object(let members):
      .object(
        members.map { member in
          guard Self.isSecret(member.name) else { return JSON.Member(member.name, json(member.value)) }
          return JSON.Member(member.name, .string(Evidence.shorten(member.value.string ?? member.value.text)))
        })
    case .null, .bool, .integer, .decimal, .string: value
    }
  }

  /// The values of a page's secret fields.
  private func markup(_ text: String) -> String {
    var redacted = text
    for tag in HTMLTag.tags(in: text) where tag.name == "input" {
      guard let name = tag["name"], Self.isSecret(name), let value = tag["value"], !value.isEmpty else { continue }
      redacted = redacted.split(separator: value, omittingEmptySubsequences: false)
        .joined(separator: Evidence.shorten(value))
    }
    return redacted
  }

  /// What is meant to look like a code, and is none.
  private static func isOpaque(_ name: String) -> Bool {
    [ParameterName.state, .nonce, .codeChallenge, .clientID, .requestURI].contains(ParameterName(name))
  }

  /// Whoever misspells a name still means a secret.
  private static func isSecret(_ name: String) -> Bool {
    let name = name.asciiLowercased
    return ParameterName.secrets.contains(ParameterName(name)) || name.hasSuffix("token")
      || ["secret", "password"].contains(where: name.contains)
  }

  /// A credential under another name than `Authorization`, as of a client that takes a scheme for a field.
  private static func isSecret(_ name: HTTPField.Name) -> Bool {
    isSecret(name.canonicalName) || schemes.contains(name.canonicalName) || name.canonicalName.contains("authorization")
  }
}

public import HTTPTypes
public import OAuth

/// Decides, in one place, what of a message may stand in a log: secrets, codes and tokens are cut to their beginning.
///
/// A body that it cannot take apart is left out as a whole.
public enum Redaction: Sendable {
  case shortened
  /// Everything is written as it was, because somebody asked for it.
  case none

  /// A request target or a URL with its query.
  public func target(_ text: String) -> String {
    guard self == .shortened, let mark = text.utf8.firstIndex(of: UInt8(ascii: "?")) else { return text }
    let end = text[mark...].utf8.firstIndex(of: UInt8(ascii: "#")) ?? text.endIndex
    let query = text[text.index(after: mark)..<end]
    return text[...mark] + form(query) + (end == text.endIndex ? "" : "#…")
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
    default: return field.value
    }
  }

  /// The body as text; octets that are not UTF-8 become U+FFFD.
  public func body(_ octets: [UInt8], mediaType: String?) -> String {
    guard self == .shortened, !octets.isEmpty else { return String(decoding: octets, as: UTF8.self) }
    let text = String(decoding: octets, as: UTF8.self)
    switch mediaType {
    case "application/x-www-form-urlencoded": return form(text[...])
    case "text/html": return markup(text)
    case "application/json":
      guard let value = try? JSON(parsing: octets) else { return omitted(octets) }
      return json(value).text
    default: return omitted(octets)
    }
  }

  public func evidence(_ evidence: Evidence) -> String {
    self == .shortened ? evidence.shortened : evidence.revealed
  }

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

  /// A pair whose name cannot be read may be a secret as well.
  private func form(_ text: Substring) -> String {
    text.split(separator: "&", omittingEmptySubsequences: false).map { pair in
      let name = pair.prefix { $0 != "=" }
      guard name.count < pair.count else { return String(pair) }
      let known = try? PercentCoding.decode(Array(name.utf8), plusIsSpace: true)
      if let known, !Self.isSecret(known) { return String(pair) }
      return "\(name)=\(Evidence.shorten(String(pair.dropFirst(name.count + 1))))"
    }.joined(separator: "&")
  }

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

  private static func isSecret(_ name: String) -> Bool {
    ParameterName.secrets.contains(ParameterName(name.asciiLowercased))
  }
}

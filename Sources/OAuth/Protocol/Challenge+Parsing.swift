extension Challenge {
  /// Reads the first challenge of a header value; nil when it is not of the form `scheme name="value", …`.
  public init?(parsing header: String) {
    let scheme = header.prefix { $0 != " " }
    guard !scheme.isEmpty else { return nil }
    var attributes: [Parameters.Element] = []
    var rest = header.dropFirst(scheme.count)[...]
    while true {
      rest = rest.drop { $0 == " " || $0 == "," }
      if rest.isEmpty { break }
      let name = rest.prefix { $0 != "=" && $0 != " " }
      rest = rest.dropFirst(name.count)
      guard !name.isEmpty, rest.first == "=", let (value, tail) = Self.value(rest.dropFirst()) else { return nil }
      attributes.append(.init(ParameterName(name.asciiLowercased), value))
      rest = tail
    }
    self.init(scheme: String(scheme), attributes: attributes)
  }

  /// A quoted string or a token, and what follows it.
  private static func value(_ text: Substring) -> (String, Substring)? {
    guard text.first == "\"" else {
      let token = text.prefix { $0 != "," && $0 != " " }
      return token.isEmpty ? nil : (String(token), text.dropFirst(token.count))
    }
    var (value, escaped) = ("", false)
    var rest = text.dropFirst()
    while let character = rest.popFirst() {
      if escaped {
        value.append(character)
        escaped = false
      } else if character == "\\" {
        escaped = true
      } else if character == "\"" {
        return (value, rest)
      } else {
        value.append(character)
      }
    }
    return nil
  }
}

extension Challenge {
  /// Reads the first challenge of a header value; nil when the value is not of the form `scheme name="value", …`.
  public init?(parsing header: String) {
    guard let first = Self.list(parsing: header)?.first else { return nil }
    self = first
  }

  /// Every challenge of a header value, in order; nil when one is not of the form above. RFC 9110 §11.6.1.
  public static func list(parsing header: String) -> [Challenge]? {
    var reader = ChallengeReader(rest: Array(header.utf8)[...])
    return reader.list()
  }
}

/// Walks the octets of a header value. A comma separates attributes and challenges alike; what follows tells which.
private struct ChallengeReader {
  var rest: ArraySlice<UInt8>

  mutating func list() -> [Challenge]? {
    var challenges: [Challenge] = []
    skipSeparators()
    while !rest.isEmpty {
      guard let scheme = token() else { return nil }
      let separators = skipSeparators()
      guard rest.isEmpty || !separators.isEmpty,
        let attributes = attributes(afterComma: separators.contains(Self.comma))
      else { return nil }
      challenges.append(Challenge(scheme: scheme, attributes: attributes))
    }
    return challenges
  }

  /// Ends where a name without `=` after a comma begins the next challenge.
  private mutating func attributes(afterComma: Bool) -> [Parameters.Element]? {
    var attributes: [Parameters.Element] = []
    var afterComma = afterComma
    while !rest.isEmpty {
      let start = rest
      guard let name = token() else { return nil }
      skipSpace()
      guard rest.first == UInt8(ascii: "=") else {
        rest = start
        return afterComma ? attributes : nil
      }
      rest.removeFirst()
      skipSpace()
      guard let value = rest.first == Self.quote ? quotedString() : token() else { return nil }
      attributes.append(.init(ParameterName(name.asciiLowercased), value))
      afterComma = skipSeparators().contains(Self.comma)
      guard afterComma || rest.isEmpty else { return nil }
    }
    return attributes
  }

  private mutating func token() -> String? {
    let token = rest.prefix { $0.isASCIIAlphanumeric || "!#$%&'*+-.^_`|~".utf8.contains($0) }
    rest = rest.dropFirst(token.count)
    return token.isEmpty ? nil : String(decoding: token, as: UTF8.self)
  }

  /// RFC 9110 §5.6.4: a backslash stands before an octet that is taken as it is.
  private mutating func quotedString() -> String? {
    var (content, escaped) = ([UInt8](), false)
    rest.removeFirst()
    while let octet = rest.popFirst() {
      if escaped {
        content.append(octet)
        escaped = false
      } else if octet == UInt8(ascii: "\\") {
        escaped = true
      } else if octet == Self.quote {
        return String(validating: content, as: UTF8.self)
      } else {
        content.append(octet)
      }
    }
    return nil
  }

  private mutating func skipSpace() {
    rest = rest.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }

  @discardableResult
  private mutating func skipSeparators() -> ArraySlice<UInt8> {
    let separators = rest.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == Self.comma }
    rest = rest.dropFirst(separators.count)
    return separators
  }

  private static let comma = UInt8(ascii: ",")
  private static let quote = UInt8(ascii: "\"")
}

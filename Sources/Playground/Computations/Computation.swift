public import OAuth

/// How a value comes about, step by step, and what it must equal.
public struct Computation: Equatable, Sendable {
  public struct Step: Equatable, Sendable {
    /// What was done: `SHA-256`.
    public let label: String
    public let value: Evidence

    init(_ label: String, _ value: Evidence) {
      self.label = label
      self.value = value
    }
  }

  /// The other side, where both are known.
  public struct Comparison: Equatable, Sendable {
    /// What it is compared with: `code_challenge of stage 1`.
    public let other: String
    public let expected: Evidence
    public let matches: Bool
    /// For a narrow column: `S256 matches step 1`; nil where the value has something better to say.
    public let words: String?
  }

  public let steps: [Step]
  public let comparison: Comparison?

  init(_ steps: [Step], _ comparison: Comparison? = nil) {
    self.steps = steps
    self.comparison = comparison
  }

  /// Octets as people read them, in groups of four; the first of many.
  static func hexadecimal(_ octets: some Collection<UInt8>, first: Int = 8) -> String {
    var text = ""
    for (index, octet) in octets.prefix(first).enumerated() {
      if index > 0, index % 4 == 0 { text += " " }
      text += (octet < 16 ? "0" : "") + String(octet, radix: 16)
    }
    return octets.count > first ? "\(text) … \(octets.count) octets" : text
  }
}

extension Computation {
  /// RFC 7636 §4.2, step by step.
  static func challenge(of verifier: String, _ comparison: Comparison? = nil) -> Computation {
    let steps = ChallengeSteps(of: verifier)
    return Computation(
      [
        Step("code_verifier", "\(secret: verifier)"),
        Step("as ASCII", "\(secret: hexadecimal(steps.octets))"),
        Step("SHA-256", "\(hexadecimal(steps.digest, first: 32))"),
        Step("base64url", "\(steps.challenge)"),
      ], comparison)
  }

  /// The left half of a hash. OpenID Connect Core §3.1.3.6.
  public static func accessTokenHash(of accessToken: String) -> Computation {
    let digest = ChallengeSteps(of: accessToken).digest
    return Computation([
      Step("access_token", "\(secret: accessToken)"),
      Step("SHA-256", "\(hexadecimal(digest, first: 32))"),
      Step("left half", "\(hexadecimal(digest.prefix(16), first: 16))"),
      Step("base64url", "\(AccessTokenHash.of(accessToken))"),
    ])
  }

  /// How identifier and secret become a header. RFC 6749 §2.3.1, RFC 7617 §2.
  static func basic(identifier: String, secret: String) -> Computation {
    let pair = "\(PercentCoding.encode(identifier)):\(PercentCoding.encode(secret))"
    return Computation([
      Step("form-encoded", "\(PercentCoding.encode(identifier)) and \(secret: PercentCoding.encode(secret))"),
      Step("with a colon", "\(secret: pair)"),
      Step("base64", "\(secret: Base64Standard.encode(pair.utf8))"),
    ])
  }

  /// What a header says. RFC 7617 §2.
  static func reading(basic credentials: String) -> Computation {
    guard let octets = Base64Standard.decode(credentials) else {
      return Computation([Step("base64", "cannot be read: \(secret: credentials)")])
    }
    let text = String(decoding: octets, as: UTF8.self)
    var steps = [Step("base64 of", "\(secret: text)")]
    do throws(BasicCredentials.Fault) {
      let read = try BasicCredentials(parsing: credentials, formDecoded: true)
      steps += [Step("identifier", "\(read.identifier)"), Step("secret", "\(secret: read.secret)")]
    } catch {
      steps.append(Step("but", "\(error.sentence)"))
    }
    return Computation(steps)
  }

  /// A value as it stands in the address or the body. RFC 3986 §2.1.
  static func encoded(_ value: String, _ comparison: Comparison? = nil) -> Computation? {
    let encoded = PercentCoding.encode(value)
    guard encoded != value else { return comparison.map { Computation([], $0) } }
    return Computation([Step("on the wire", "\(encoded)")], comparison)
  }

  /// When something ends, as a sum.
  static func expiry(from start: Instant, lifetime: Duration, at now: Instant) -> [Step] {
    let end = start + lifetime
    let left = end - now
    return [
      Step("expires", "\(start.clockTime) + \(lifetime.plainSeconds) = \(end.clockTime)"),
      Step("left", left > .zero ? "\(left.clockFace)" : "nothing: it ended \((.zero - left).clockFace) ago"),
    ]
  }
}

import AuthorizationServer
import OAuth
import OAuthClient

extension AuthorizationRequestMistakes {
  /// What goes wrong with the redirection URI. RFC 9700 §4.1.
  var redirectionURI: [Mistake] {
    guard let right = material.right(.query, .redirectURI) else { return [] }
    let unregistered = Consequence.page(.redirectionURIUnregistered)
    let malformed = Consequence.page(.redirectionURIMalformed)
    let variants = RedirectionURIVariant.allCases.compactMap { variant -> Mistake? in
      let other = variant.applied(to: right)
      guard other != right else { return nil }
      let isFree = variant == .otherPort && material.isPublic
      return make(
        variant.rawValue, about: .redirectURI, variant.title, to: other,
        isFree ? .accepted("RFC 8252 §7.3") : variant == .fragment || variant == .relative ? malformed : unregistered,
        variant.story)
    }
    return material.slips(
      .redirectURI,
      SlipConsequences(
        missing: mayBeLeftOut ? .accepted("RFC 6749 §3.1.2.3") : .page(.redirectionURIMissing),
        twice: .page(.parameterRepeated), wrong: unregistered,
        exceptions: [.trailingSpace: malformed, .encodedTwice: malformed])) + variants
  }

  private var mayBeLeftOut: Bool {
    !material.asksForOpenID && (material.registered?.redirectionURIs.count ?? 1) == 1
  }

  /// What goes wrong with the challenge. RFC 7636 §4.2.
  var codeChallenge: [Mistake] {
    guard let verifier = material.client.attempt?.codeVerifier, let right = material.right(.query, .codeChallenge)
    else { return [] }
    let unlike = Consequence.invalidGrant(.codeVerifierWrong).later(at: .token)
    let malformed = Consequence.redirected(.codeChallengeMalformed)
    let missing = Consequence.redirected(
      material.requiresPKCE ? .codeChallengeMissing : .codeChallengeMethodWithoutChallenge)
    let steps = ChallengeSteps(of: verifier.text)
    return material.slips(
      .codeChallenge,
      SlipConsequences(
        missing: missing, twice: .redirected(.parameterRepeated), wrong: unlike,
        exceptions: [.trailingSpace: malformed]))
      + [
        make(
          "standard-base64", about: .codeChallenge, "code_challenge in standard base64",
          to: Base64Standard.encode(steps.digest), malformed,
          "The usual base64 has + and / and ends in =. The challenge needs the alphabet for URLs, without =."),
        make(
          "padded", about: .codeChallenge, "= behind code_challenge", to: right + "=", malformed,
          "The library pads. RFC 7636 takes the padding off."),
        make(
          "hexadecimal", about: .codeChallenge, "code_challenge in hexadecimal", to: steps.hexadecimal, unlike,
          "A hash function that returns hexadecimal text. It passes here, and fails where it is too late."),
        make(
          "hash-of-text", about: .codeChallenge, "base64url of the hexadecimal text",
          to: Base64URL.encode(steps.hexadecimal.utf8), unlike,
          "The hexadecimal text was encoded in place of its octets."),
        make(
          "not-hashed", about: .codeChallenge, "the verifier itself as code_challenge", to: verifier.text, unlike,
          "Not hashed, although S256 is said. And whoever reads the address now has the verifier."),
        make(
          "cut-off", about: .codeChallenge, "code_challenge cut off", to: String(right.dropLast()), malformed,
          "A column of a database, or a copy, that was one character too short."),
      ]
  }

  var codeChallengeMethod: [Mistake] {
    guard let verifier = material.client.attempt?.codeVerifier else { return [] }
    let unsupported = Consequence.redirected(.codeChallengeMethodUnsupported)
    let name = ParameterName.codeChallengeMethod.text
    return material.slips(
      .codeChallengeMethod,
      SlipConsequences(
        missing: .redirected(.codeChallengeMethodMissing), twice: .redirected(.parameterRepeated), wrong: unsupported))
      + [
        make(
          "sha256", about: .codeChallengeMethod, "code_challenge_method SHA256", to: "SHA256", unsupported,
          "The name of the hash function in place of the name of the method."),
        Mistake(
          "\(name).plain", .authorize, about: name, "plain in place of S256",
          [
            .set(.query, ParameterName.codeChallenge.text, to: verifier.text),
            .set(.query, name, to: CodeChallengeMethod.plain.rawValue),
          ],
          unsupported,
          "A downgrade: with plain, whoever reads the authorization request can redeem the code."),
      ]
  }
}

/// Redirection URIs that look like the right one.
enum RedirectionURIVariant: String, CaseIterable {
  case otherName = "localhost"
  case otherPort = "other-port"
  case trailingSlash = "trailing-slash"
  case otherPath = "other-path"
  case longer
  case query
  case https
  case fragment
  case userInformation = "user-information"
  case elsewhere
  case relative

  func applied(to uri: String) -> String {
    let (origin, path) = Self.split(uri)
    switch self {
    case .otherName: return uri.replacing("127.0.0.1", with: "localhost")
    case .otherPort: return Self.withoutPort(origin) + ":9999" + path
    case .trailingSlash: return uri + "/"
    case .otherPath: return origin + "/cb"
    case .longer: return uri + ".evil.example"
    case .query: return uri + "?next=/home"
    case .https: return uri.replacing("http://", with: "https://", maxReplacements: 1)
    case .fragment: return uri + "#token"
    case .userInformation: return origin + "@evil.example" + path
    case .elsewhere: return "https://evil.example" + path
    case .relative: return path
    }
  }

  /// Scheme and authority, and the rest.
  private static func split(_ uri: String) -> (origin: String, path: String) {
    let scheme = uri.prefix { $0 != ":" }
    let rest = uri.dropFirst(scheme.count + 3)
    let authority = rest.prefix { $0 != "/" }
    return ("\(scheme)://\(authority)", String(rest.dropFirst(authority.count)))
  }

  private static func withoutPort(_ origin: String) -> String {
    guard let colon = origin.lastIndex(of: ":"), origin[colon...].dropFirst().allSatisfy(\.isNumber) else {
      return origin
    }
    return String(origin[..<colon])
  }

  var title: String {
    switch self {
    case .otherName: "localhost in place of 127.0.0.1"
    case .otherPort: "another port"
    case .trailingSlash: "a slash behind redirect_uri"
    case .otherPath: "another path"
    case .longer: "a redirect_uri that begins right"
    case .query: "a query behind redirect_uri"
    case .https: "https in place of http"
    case .fragment: "a fragment behind redirect_uri"
    case .userInformation: "a redirect_uri with an @"
    case .elsewhere: "a redirect_uri on another host"
    case .relative: "only the path of redirect_uri"
    }
  }

  var story: String {
    switch self {
    case .otherName: "Two names of one machine, and two texts. Texts are compared."
    case .otherPort: "The development server moved to another port. Only native clients may change theirs."
    case .trailingSlash: "A router that adds the slash. It is another address all the same."
    case .otherPath: "The environments differ, and one was registered only."
    case .longer: "Servers that compare only the beginning send the code to evil.example."
    case .query: "A way back into the application, which belongs into state."
    case .https: "A proxy in front speaks https and the application does not know it, or the other way round."
    case .fragment: "The response parameters would be swallowed by the fragment."
    case .userInformation: "For a sloppy parser the host is 127.0.0.1. For a browser it is evil.example."
    case .elsewhere: "The plainest attack: have the code sent to oneself."
    case .relative: "A configuration that holds only the path."
    }
  }
}

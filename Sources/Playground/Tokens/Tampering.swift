public import OAuth

/// A way to change a signed token without its signer, and which checks notice it.
public struct Tampering: Equatable, Sendable {
  /// Never changes: `alg-none`.
  public let name: String
  public let title: String
  /// The claim or header member that is changed; nil for the signature or the whole text.
  public let subject: String?
  /// What must fail then, of the checks that are made.
  public let breaks: Set<TokenCheck>
  /// The attack or the bug that it stands for.
  public let story: String
  /// The changed token.
  public let text: String

  /// What can be done to a token; nothing to a text that is none.
  public static func catalogue(
    for reading: TokenReading, as kind: SeenToken.Kind, recipient: TokenRecipient
  ) -> [Tampering] {
    guard let token = reading.token, let claims = token.claims else { return [] }
    let forge = TokenForge(token: token, claims: claims)
    return signatures(forge, recipient) + origins(forge) + times(forge, recipient) + bindings(forge, kind)
      + shapes(forge)
  }

  private static func signatures(_ forge: TokenForge, _ recipient: TokenRecipient) -> [Tampering] {
    [
      Tampering(
        name: "signature-bit", title: "one bit of the signature", subject: nil, breaks: [.signature],
        story: "A signature that was guessed. There are no nearly right ones.", text: forge.withOtherSignature),
      Tampering(
        name: "alg-none", title: "alg none, and no signature", subject: "alg", breaks: [.algorithm, .signature],
        story: "Libraries that believed the header took a token without a signature for signed.",
        text: forge.unsigned),
      Tampering(
        name: "alg-hs256", title: "HS256, with the public key as secret", subject: "alg",
        breaks: [.algorithm, .signature],
        story:
          "The public key is no secret. A library that lets the token choose the algorithm checks it as if it were.",
        text: forge.signedWithSecret(recipient.keys?.keys.first.map { $0.json.octets } ?? [])),
      Tampering(
        name: "other-key", title: "signed by another key", subject: "kid", breaks: [.signature],
        story: "Everybody can sign. The name of the key is right, the key is the attacker's.", text: forge.signedByOther
      ),
      Tampering(
        name: "unknown-kid", title: "a key nobody has published", subject: "kid", breaks: [.signature],
        story: "A key of yesterday, or of the test server. Fetch the keys once more, and then refuse.",
        text: forge.changing(header: "kid", to: "nobody")),
    ]
  }

  /// The signature stays as it was, so it breaks whatever is changed below it.
  private static func claim(
    _ forge: TokenForge, _ name: String, _ title: String, of claim: String, to value: JSON?, _ check: TokenCheck?,
    _ story: String
  ) -> Tampering? {
    guard forge.claims[claim] != nil, forge.claims[claim] != value else { return nil }
    return Tampering(
      name: name, title: title, subject: claim, breaks: Set([.signature, check].compactMap(\.self)), story: story,
      text: forge.changing(claim, to: value))
  }

  private static func origins(_ forge: TokenForge) -> [Tampering] {
    [
      claim(
        forge, "iss", "another issuer", of: "iss", to: "https://evil.example", .issuer,
        "A token of a server that somebody else runs: its signature may be perfect there."),
      claim(
        forge, "aud", "another audience", of: "aud", to: "other-app", .audience,
        "A token that was issued to another client, sent on to sign in here."),
      claim(
        forge, "aud-missing", "no audience", of: "aud", to: nil, .audience,
        "A token for everybody is a token for thieves."),
      claim(
        forge, "sub", "another subject", of: "sub", to: "mallory", nil,
        "To become somebody else by one word. Only the signature stands against it."),
      claim(
        forge, "scope", "more scope", of: "scope", to: .string("\(forge.claims["scope"]?.string ?? "") admin"), nil,
        "To open more than was granted. Only the signature stands against it."),
    ].compactMap(\.self)
  }

  private static func times(_ forge: TokenForge, _ recipient: TokenRecipient) -> [Tampering] {
    let now = recipient.now.secondsSince1970
    return [
      claim(
        forge, "exp-past", "expired an hour ago", of: "exp", to: .integer(now - 3_600), .expiry,
        "An old token from a log or a backup."),
      claim(
        forge, "exp-later", "good for a year more", of: "exp", to: .integer(now + 31_536_000), nil,
        "To keep a token alive. Only the signature stands against it."),
      claim(
        forge, "exp-text", "exp as a text", of: "exp", to: .string("\(now + 3_600)"), .expiry,
        "JavaScript compares a text with a number all the same. Others fail, or never let it expire."),
      claim(
        forge, "iat-future", "issued in an hour", of: "iat", to: .integer(now + 3_600), .issuedAt,
        "A clock that goes wrong; or a token that was made up."),
    ].compactMap(\.self)
  }

  private static func bindings(_ forge: TokenForge, _ kind: SeenToken.Kind) -> [Tampering] {
    [
      claim(
        forge, "nonce", "another nonce", of: "nonce", to: "n-0S6_WzA2Mj", .nonce,
        "The token of another session, planted in this one."),
      claim(
        forge, "at_hash", "another at_hash", of: "at_hash", to: .string(AccessTokenHash.of("another")),
        .accessTokenHash, "An access token that was swapped on its way."),
      kind == .accessToken
        ? Tampering(
          name: "typ", title: "typ JWT", subject: "typ", breaks: [.type, .signature],
          story: "An ID token that is sent to an API. Both are signed by the same key.",
          text: forge.changing(header: "typ", to: "JWT")) : nil,
    ].compactMap(\.self)
  }

  private static func shapes(_ forge: TokenForge) -> [Tampering] {
    let text = forge.token.text
    return [
      Tampering(
        name: "cut-off", title: "cut off at the last dot", subject: nil, breaks: [.readable],
        story: "A column of a database that was too short, or a copy that lost its end.", text: forge.token.signingInput
      ),
      Tampering(
        name: "padded", title: "= behind it", subject: nil, breaks: [.readable],
        story: "The usual base64 pads. A token does not.", text: text + "="),
      Tampering(
        name: "quotes", title: "quotation marks around it", subject: nil, breaks: [.readable],
        story: "JSON text in place of its value.", text: "\"\(text)\""),
    ]
  }
}

public import OAuth

extension JSONWebSignature {
  /// The token with another claim, and the signature of the old one; the same token where it holds no claims.
  public func changing(_ claim: String, to value: JSON?) -> String {
    claims.map { TokenForge(token: self, claims: $0).changing(claim, to: value) } ?? text
  }

  /// The token with another member of its header, and the signature of the old one.
  public func changing(header member: String, to value: JSON) -> String {
    TokenForge(token: self, claims: .null).changing(header: member, to: value)
  }
}

/// Puts tokens together from parts that do not belong together.
struct TokenForge {
  let token: JSONWebSignature
  let claims: JSON

  private func text(_ header: JSON, _ payload: [UInt8], _ signature: [UInt8]) -> String {
    "\(Base64URL.encode(header.octets)).\(Base64URL.encode(payload)).\(Base64URL.encode(signature))"
  }

  /// Another claim, or none; the signature stays that of the right one.
  func changing(_ claim: String, to value: JSON?) -> String {
    let payload = claims.replacing(claim, with: value).octets
    let head = token.signingInput.prefix { $0 != "." }
    return "\(head).\(Base64URL.encode(payload)).\(Base64URL.encode(token.signature))"
  }

  func changing(header member: String, to value: JSON) -> String {
    text(token.header.replacing(member, with: value), token.payload, token.signature)
  }

  var withOtherSignature: String {
    var signature = token.signature
    if !signature.isEmpty { signature[signature.count / 2] ^= 1 }
    return "\(token.signingInput).\(Base64URL.encode(signature))"
  }

  var unsigned: String { text(token.header.replacing("alg", with: "none"), token.payload, []) }

  func signedWithSecret(_ secret: [UInt8]) -> String {
    let header = token.header.replacing("alg", with: "HS256")
    let input = "\(Base64URL.encode(header.octets)).\(Base64URL.encode(token.payload))"
    return text(header, token.payload, SymmetricSignature.hs256(of: Array(input.utf8), secret: secret))
  }

  /// A signature by a key that everybody knows, under the name of the right one.
  var signedByOther: String {
    guard let key = ForgersKey.key else { return withOtherSignature }
    let header = token.header.replacing("alg", with: .string(key.algorithm.rawValue))
    let input = "\(Base64URL.encode(header.octets)).\(Base64URL.encode(token.payload))"
    return text(header, token.payload, key.signature(of: Array(input.utf8)))
  }
}

extension JSON {
  /// The same object with another member in its place, or behind the others; nil takes it out.
  func replacing(_ name: String, with value: JSON?) -> JSON {
    guard case .object(var members) = self else { return self }
    let index = members.firstIndex { $0.name.hasSameOctets(as: name) }
    switch (index, value) {
    case (let index?, let value?): members[index].value = value
    case (let index?, nil): members.remove(at: index)
    case (nil, let value?): members.append(Member(name, value))
    case (nil, nil): break
    }
    return .object(members)
  }
}

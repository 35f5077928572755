import OAuth

/// What can be told of a signed access token without looking it up. RFC 9068 §4.
/// A resource server elsewhere could do no more.
extension Rule where Subject == ResourceExamination {
  /// `typ` comes first: an ID token is signed by the same key. RFC 9068 §4, RFC 8725 §3.11.
  static var accessTokenSignatureValid: Rule {
    Rule(.accessTokenSignatureValid) { examination, circumstances throws(Refusal) in
      let presented = established(examination.presented, by: .accessTokenWellFormed).text
      guard let token = JSONWebSignature(parsing: presented) else { return .found("no signed token") }
      if let fault = token.fault(against: circumstances.server.signingKeys.known) {
        throw .accessTokenSignatureInvalid(fault)
      }
      guard token.type == "at+jwt" else { throw .idTokenAsAccessToken(type: token.type ?? "none") }
      examination.signed = token
      return .found("signed with \(token.algorithm ?? "")")
    }
  }

  /// RFC 9068 §4: `iss` and `aud`. Its `exp` is examined with that of every token. For whom an opaque token is, only
  /// this server knows. RFC 9700 §2.3.
  static var accessTokenMeantForUs: Rule {
    Rule(.accessTokenMeantForUs) { examination, circumstances throws(Refusal) in
      let server = circumstances.server
      guard let token = examination.signed else {
        let presented = established(examination.presented, by: .accessTokenWellFormed).text
        let resources = server.state.accessTokens[TokenDigest(presented)]?.resources ?? []
        guard server.isMeantForUs(resources) else {
          throw .accessTokenForAnother(
            claim: "aud", expected: server.audience, found: resources.map(\.text).joined(separator: " "))
        }
        return .found("no signed token")
      }
      let issuer = token.claims?["iss"]?.string ?? ""
      guard issuer.hasSameOctets(as: server.issuer.text) else {
        throw .accessTokenForAnother(claim: "iss", expected: server.issuer.text, found: issuer)
      }
      let value = token.claims?["aud"]
      let audience = value?.array?.compactMap(\.string) ?? [value?.string ?? ""]
      guard audience.contains(where: server.isOurs) else {
        throw .accessTokenForAnother(
          claim: "aud", expected: server.audience, found: audience.joined(separator: " "))
      }
      return Finding(expected: "\(server.audience)", found: "\(audience.joined(separator: " "))")
    }
  }
}

import OAuth

/// What can be told of a signed access token without looking it up. RFC 9068 §4. A resource server elsewhere could do no more.
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

  /// RFC 9068 §4: `iss` and `aud`. Its `exp` is examined with that of every token.
  static var accessTokenMeantForUs: Rule {
    Rule(.accessTokenMeantForUs) { examination, circumstances throws(Refusal) in
      guard let token = examination.signed else { return .found("no signed token") }
      let server = circumstances.server
      for (claim, expected) in [("iss", server.issuer.text), ("aud", server.audience)] {
        let value = token.claims?[claim]
        let values = value?.array?.compactMap(\.string) ?? [value?.string ?? ""]
        guard values.contains(where: { $0.hasSameOctets(as: expected) }) else {
          throw .accessTokenForAnother(claim: claim, expected: expected, found: values.joined(separator: " "))
        }
      }
      return Finding(expected: "\(server.audience)", found: "\(server.audience)")
    }
  }
}

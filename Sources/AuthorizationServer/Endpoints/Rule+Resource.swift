import OAuth

/// An examination of a request that may say for which resource servers the token shall be. RFC 8707 §2.
protocol AudienceExamination: ParameterExamination {
  var resources: [ResourceIndicator] { get set }
}

extension AudienceExamination {
  /// This is an extension that few clients use, so its rules are part of a decision only where a request uses it.
  var namesResources: Bool { parameters[.resource] != nil }
}

extension Rule where Subject: AudienceExamination {
  /// May be repeated. Any address will do, since resource servers need not be known here: a token for one that does not
  /// exist opens nothing. RFC 8707 §2; decision D27.
  static var resourceWellFormed: Rule {
    Rule(.resourceWellFormed) { examination, _ throws(Refusal) in
      var resources: [ResourceIndicator] = []
      for text in examination.parameters.values(of: .resource) where !text.isEmpty {
        do throws(RedirectionURI.Fault) {
          let resource = try ResourceIndicator(text)
          if !resources.contains(resource) { resources.append(resource) }
        } catch {
          throw .resourceMalformed(text, error)
        }
      }
      examination.resources = resources
      return .found("\(resources.map(\.text).joined(separator: " "))")
    }
  }
}

extension Rule where Subject == TokenExamination {
  /// Only what the resource owner saw. Where no resource was granted there is nothing to choose from, and the token is
  /// for this server's own. RFC 8707 §2.2.
  static var resourceWithinGrant: Rule {
    Rule(.resourceWithinGrant) { examination, circumstances throws(Refusal) in
      let granted = examination.grant.map(circumstances.server.resources(of:)) ?? []
      guard !granted.isEmpty else {
        examination.resources = []
        return .found("none was granted, so none is chosen")
      }
      if let other = examination.resources.first(where: { !granted.contains($0) }) {
        throw .resourceNotGranted(other, granted: granted)
      }
      return Finding(
        expected: "some of: \(granted.map(\.text).joined(separator: " "))",
        found: "\(examination.resources.map(\.text).joined(separator: " "))")
    }
  }
}

extension TokenExamination {
  /// The grant whose tokens are asked for, once it is known.
  var grant: Grant.Number? {
    if case .allowed(let number, _, _)? = device?.decision { return number }
    return code?.grant ?? refreshToken?.grant
  }
}

extension AuthorizationServer {
  /// For which resource servers a grant is; none is our own protected resource.
  func resources(of grant: Grant.Number) -> [ResourceIndicator] { state.grants[grant]?.resources ?? [] }

  /// Whether our own protected resource is among those that a token is for. RFC 9700 §2.3.
  func isMeantForUs(_ resources: [ResourceIndicator]) -> Bool {
    resources.isEmpty || resources.contains { isOurs($0.text) }
  }

  /// Our protected resource goes by the issuer and by its own address.
  func isOurs(_ audience: String) -> Bool {
    audience.hasSameOctets(as: self.audience) || audience.hasSameOctets(as: url(of: .me))
  }

  /// `aud` of a token. RFC 9068 §3.
  func audience(of resources: [ResourceIndicator]) -> JSON {
    switch resources.count {
    case 0: .string(audience)
    case 1: .string(resources[0].text)
    default: .array(resources.map { .string($0.text) })
    }
  }
}

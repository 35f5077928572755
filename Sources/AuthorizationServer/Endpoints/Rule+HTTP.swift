import HTTPTypes
import OAuth

extension Rule where Subject: EndpointExamination {
  /// A page of another site must not reach this server under that site's name (DNS rebinding). RFC 8252 §8.3.
  static var hostOwn: Rule {
    Rule(.hostOwn) { examination, circumstances throws(Refusal) in
      guard let host = examination.request.authority, circumstances.server.isOwnHost(host) else {
        throw .hostForeign(examination.request.authority)
      }
      return .found("\(host)")
    }
  }

  /// RFC 6749 §3.1, §3.2; RFC 9110 §15.5.6.
  static func methodAllowed(_ allowed: HTTPRequest.Method...) -> Rule {
    Rule(.methodAllowed) { examination, _ throws(Refusal) in
      let method = examination.request.head.method
      guard allowed.contains(method) else { throw .methodNotAllowed(method, allowed: allowed) }
      return .found("\(method.rawValue)")
    }
  }
}

extension Rule where Subject: ParameterExamination {
  /// The media type is compared without case, and its parameters do not matter. RFC 6749 §4.1.3, RFC 9110 §8.3.1.
  static var mediaTypeForm: Rule {
    Rule(.mediaTypeForm) { examination, circumstances throws(Refusal) in
      let type = examination.request.mediaType(by: circumstances.policy)
      guard !circumstances.policy.decoding.readsAsPHP || Subject.isOwnForm else {
        return .found("\(type ?? "no Content-Type"), read as PHP does")
      }
      guard let type, type == MediaType.form else { throw .mediaTypeNotForm(type) }
      return .found("\(type)")
    }
  }

  /// A GET has no form to examine; a POST must have one. OpenID Connect Core §3.1.2.1.
  static var mediaTypeFormIfPosted: Rule {
    Rule(.mediaTypeForm) { examination, circumstances throws(Refusal) in
      guard examination.request.head.method == .post else { return .found("the query of a GET") }
      return try mediaTypeForm.examination(&examination, circumstances)
    }
  }

  /// Octets are read strictly: what two decoders could read differently is refused. RFC 6749 appendix B.
  static var requestDecodable: Rule {
    Rule(.requestDecodable) { examination, circumstances throws(Refusal) in
      let parameters = try examination.decoded(by: circumstances.policy)
      guard parameters.elements.count <= ServerLimits.parameters else {
        throw .requestHasTooManyParameters(parameters.elements.count)
      }
      examination.parameters = parameters.collapsed(
        circumstances.policy.duplicateParameters, among: Subject.definedParameters.union(Subject.testedForTruth))
      if circumstances.policy.decoding.takesZeroForNothing {
        examination.parameters = examination.parameters.emptied(of: Subject.testedForTruth)
      }
      return .found("\(parameters.elements.count) parameters")
    }
  }

  /// Two parsers that disagree about which of two values counts are how checks get skipped. RFC 6749 §3.1, §3.2.
  ///
  /// An empty value counts as sent here, though as omitted everywhere else. Decision D15.
  static var parametersSentOnce: Rule {
    Rule(.parametersSentOnce) { examination, circumstances throws(Refusal) in
      let refusesAny = circumstances.policy.duplicateParameters == .refuseAny && !Subject.isOwnForm
      if let name = examination.parameters.repeated.first(where: {
        refusesAny || Subject.definedParameters.contains($0)
      }) {
        throw .parameterRepeated(name, times: examination.parameters.values(of: name).count)
      }
      return .found("none repeated")
    }
  }
}

extension Parameters {
  /// One value of each defined parameter where the policy does not refuse several. Others, such as the boxes of our own
  /// consent form, may repeat under every policy.
  fileprivate func collapsed(_ policy: Policy.DuplicateParameters, among defined: Set<ParameterName>) -> Parameters {
    switch policy {
    case .refuse, .refuseAny: self
    case .first: Parameters(Self.firstOfEach(elements, among: defined))
    case .last: Parameters(Self.firstOfEach(elements.reversed(), among: defined).reversed())
    }
  }

  private static func firstOfEach(_ elements: [Element], among defined: Set<ParameterName>) -> [Element] {
    var seen = Set<ParameterName>()
    return elements.filter { !defined.contains($0.name) || seen.insert($0.name).inserted }
  }
}

extension AuthorizationServer {
  /// Whether a value of Host names this server.
  public func isOwnHost(_ host: String?) -> Bool {
    host.map { host in authorities.contains { $0.hasSameOctets(as: host.asciiLowercased) } } ?? false
  }

  /// The values of Host under which this server answers: its issuer's, and `localhost` with the same port. Port 80 need
  /// not be said. RFC 9110 §4.2.3.
  var authorities: [String] {
    let authority =
      issuer.text.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first.map(String.init) ?? ""
    let port = authority.split(separator: ":").last.map(String.init) ?? ""
    let named = [authority, "localhost:\(port)"]
    return port == "80" ? named + named.map { String($0.dropLast(":80".count)) } : named
  }
}

extension RequestMessage {
  /// The media type, or all of Content-Type where the policy has a server compare that.
  func mediaType(by policy: Policy) -> String? { policy.exactMediaType ? head.headerFields[.contentType] : mediaType }
}

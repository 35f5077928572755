import OAuth

/// The rules that come before there is a client to send an error to.
extension Rule where Subject == AuthorizationExamination {
  /// RFC 6749 §4.1.1. Shown to the person when missing or repeated: RFC 6749 §4.1.2.1.
  static var clientIdentifierPresent: Rule {
    Rule(.clientIdentifierPresent) { examination, _ throws(Refusal) in
      let sent = examination.parameters.values(of: .clientID)
      guard sent.count <= 1 else { throw .parameterRepeated(.clientID, times: sent.count) }
      guard let identifier = examination.parameters[.clientID] else { throw .clientIdentifierMissing }
      return .found("\(identifier)")
    }
  }

  /// RFC 6749 §3.1.2.4.
  static var clientRegistered: Rule {
    Rule(.clientRegistered) { examination, circumstances throws(Refusal) in
      let sent = established(examination.parameters[.clientID], by: .clientIdentifierPresent)
      guard let identifier = ClientIdentifier(sent), let client = circumstances.server.client(identifier)
      else { throw .clientUnregistered(sent) }
      examination.client = client
      let found = "\(client.type.rawValue) client \(client.identifier)"
      guard examination.carriesSecret else { return .found("\(found)") }
      return .noted(
        "\(found); client_secret came along, through the browser, where it is no secret (RFC 6749 §2.3.1)")
    }
  }

  /// May be left out where exactly one is registered, but not with `openid`.
  /// RFC 6749 §3.1.2.3, OpenID Connect Core §3.1.2.1.
  static var redirectionURIPresent: Rule {
    Rule(.redirectionURIPresent) { examination, circumstances throws(Refusal) in
      let sent = examination.parameters.values(of: .redirectURI)
      guard sent.count <= 1 else { throw .parameterRepeated(.redirectURI, times: sent.count) }
      if let uri = examination.parameters[.redirectURI] { return .found("\(uri)") }
      let registered = established(examination.client, by: .clientRegistered).redirectionURIs
      let isRequired =
        switch circumstances.policy.redirectURIRequired {
        case .always: true
        case .never: false
        case .openID: circumstances.policy.openIDConnect && examination.asksForOpenID
        }
      guard registered.count == 1, !isRequired else {
        throw .redirectionURIMissing(registered: registered.count)
      }
      return .found("not sent; the only registered one is used")
    }
  }

  /// RFC 6749 §3.1.2.
  static var redirectionURIWellFormed: Rule {
    Rule(.redirectionURIWellFormed) { examination, _ throws(Refusal) in
      guard let sent = examination.parameters[.redirectURI] else { return .found("the registered one") }
      do throws(RedirectionURI.Fault) {
        examination.redirectionURISent = try RedirectionURI(sent)
      } catch {
        throw .redirectionURIMalformed(sent, error)
      }
      return .found("\(sent)")
    }
  }

  /// Compared octet by octet; only the port of a native client's loopback address is free. RFC 9700 §4.1.3,
  /// RFC 8252 §7.3; decision D3.
  static var redirectionURIRegistered: Rule {
    Rule(.redirectionURIRegistered) { examination, circumstances throws(Refusal) in
      let client = established(examination.client, by: .clientRegistered)
      let states = examination.parameters.values(of: .state)
      let isKept = circumstances.policy.decoding.takesEmptyForSent || states.first?.isEmpty == false
      let state = states.count == 1 && isKept ? states[0] : nil
      guard let sent = examination.redirectionURISent else {
        examination.redirection = Redirection(uri: client.redirectionURIs[0], wasSent: false, state: state)
        return .found("\(client.redirectionURIs[0])")
      }
      let isFree = circumstances.policy.anyRedirectURI && client.redirectionURIs.isEmpty
      guard
        isFree
          || client.redirectionURIs.contains(where: { circumstances.policy.matches(sent, registered: $0, of: client) })
      else { throw .unregistered(sent, of: client) }
      examination.redirection = Redirection(uri: sent, wasSent: true, state: state)
      return Finding(
        expected: "\(client.redirectionURIs.map(\.text).joined(separator: " or "))", found: "\(sent)")
    }
  }
}

extension AuthorizationExamination {
  /// A secret that came through the browser is no secret any more: it is noted, not refused. RFC 6749 §2.3.1.
  fileprivate var carriesSecret: Bool { parameters.values(of: .clientSecret).contains { !$0.isEmpty } }

  fileprivate var asksForOpenID: Bool {
    parameters.values(of: .scope).contains { $0.split(separator: " ").contains("openid") }
  }
}

extension Policy {
  /// Whether a redirection URI counts as the registered one.
  fileprivate func matches(_ sent: RedirectionURI, registered: RedirectionURI, of client: RegisteredClient) -> Bool {
    switch redirectURIMatching {
    case .exact: break
    case .prefix where sent.text.utf8.starts(with: registered.text.utf8): return true
    case .ignoreCase where sent.text.asciiLowercased == registered.text.asciiLowercased: return true
    case .prefixIgnoringCase
    where sent.text.asciiLowercased.utf8.starts(with: registered.text.asciiLowercased.utf8):
      return true
    case .prefix, .ignoreCase, .prefixIgnoringCase: break
    }
    if sent == registered { return true }
    guard client.type == .public, loopbackPorts else { return false }
    let hosts = localhostPorts ? RedirectionURI.loopbackHosts : RedirectionURI.loopbackAddresses
    guard let one = sent.loopbackParts(hosts: hosts), let other = registered.loopbackParts(hosts: hosts) else {
      return false
    }
    return one.rest == other.rest
  }
}

extension Refusal {
  /// Names the registered URI that has most in common with the one sent, for the one who must find the difference.
  fileprivate static func unregistered(_ sent: RedirectionURI, of client: RegisteredClient) -> Refusal {
    let nearest = client.redirectionURIs.max { one, other in
      (one.text.firstDifference(from: sent.text) ?? 0) < (other.text.firstDifference(from: sent.text) ?? 0)
    }
    return .redirectionURIUnregistered(
      sent.text, nearest: nearest?.text, differsAt: nearest?.text.firstDifference(from: sent.text))
  }
}

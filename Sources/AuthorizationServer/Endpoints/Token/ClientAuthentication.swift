import HTTPTypes
import OAuth

/// Who a client says it is, and how it means to prove it. RFC 6749 §2.3.
struct ClientClaim {
  let identifier: String
  let secret: String?
  let method: ClientAuthenticationMethod
}

/// An examination of a request whose client authenticates itself, in the header or in the form: decision D9.
protocol ClientExamination: ParameterExamination {
  var basic: BasicCredentials? { get set }
  var claim: ClientClaim? { get set }
  var client: RegisteredClient? { get set }
  /// Who has shown its secret.
  var proven: ClientIdentifier? { get set }
}

extension ClientExamination {
  /// How a client that asks by itself is known: the same at every endpoint. RFC 6749 §3.2.1, RFC 7009 §2.1,
  /// RFC 7662 §2.1, RFC 8628 §3.1, RFC 9126 §2.1.
  static var clientAuthentication: [Rule<Self>] {
    [
      .credentialsNotInURI,
      .requestDecodable,
      .parametersSentOnce,
      .clientAuthenticationSingle,
      .clientAuthenticationReadable,
      .clientIdentified,
      .clientKnown,
      .clientAuthenticated,
      .clientAuthenticationMethodRegistered,
    ]
  }
}

extension Rule where Subject: ClientExamination {
  /// URIs are logged. RFC 6749 §2.3.1.
  static var credentialsNotInURI: Rule {
    Rule(.credentialsNotInURI) { examination, _ throws(Refusal) in
      guard examination.request.head.method != .get else { return .found("in the query of a GET, by policy") }
      let names = FormEncoding.readable(examination.request.query).elements.map(\.name)
      if let name = names.first(where: ParameterName.secrets.contains) { throw .credentialsInURI(name) }
      return .found(names.isEmpty ? "no query" : "a query, which is not read")
    }
  }

  /// RFC 6749 §2.3: a client uses one method in a request.
  static var clientAuthenticationSingle: Rule {
    Rule(.clientAuthenticationSingle) { examination, circumstances throws(Refusal) in
      let headers = examination.request.head.headerFields[values: .authorization]
        .filter { !circumstances.policy.ignores($0) }
      let inBody = examination.parameters[.clientSecret] != nil
      guard headers.count <= 1 || circumstances.policy.decoding.readsAsPHP else { throw .clientAuthenticationTwice }
      guard let header = headers.first, inBody else {
        return .found(headers.isEmpty ? (inBody ? "in the body" : "none") : "in the header")
      }
      switch circumstances.policy.credentialPrecedence {
      case .refuseBoth: throw .clientAuthenticationTwice
      case .header: examination.parameters = examination.parameters.removing(.clientSecret)
      case .body: return .found("both; the body counts, by policy, not \(AuthorizationField(header).scheme)")
      }
      return .found("both; the header counts, by policy")
    }
  }

  /// RFC 6749 §2.3.1, RFC 7617 §2.
  static var clientAuthenticationReadable: Rule {
    Rule(.clientAuthenticationReadable) { examination, circumstances throws(Refusal) in
      guard let header = examination.request.head.headerFields[values: .authorization].first else {
        return .found("no header")
      }
      guard !circumstances.policy.ignores(header) else { return .found("no readable Basic, so none, by policy") }
      let field = AuthorizationField(header)
      let bodyCounts = circumstances.policy.credentialPrecedence == .body && examination.parameters[.clientID] != nil
      guard field.isBasic || circumstances.policy.ignoreUnreadableBasic else {
        guard bodyCounts else { throw .authorizationSchemeUnsupported(field.scheme) }
        return .found("\(field.scheme); the client in the body counts, by policy")
      }
      do throws(BasicCredentials.Fault) {
        examination.basic = try circumstances.policy.basicCredentials(in: header)
      } catch {
        guard bodyCounts else { throw .basicCredentialsMalformed(error) }
        return .found("unreadable Basic; the client in the body counts, by policy")
      }
      return .found("Basic")
    }
  }

  /// RFC 6749 §3.2.1: a public client names itself with client_id.
  static var clientIdentified: Rule {
    Rule(.clientIdentified) { examination, circumstances throws(Refusal) in
      let inBody = examination.parameters[.clientID]
      let secret = examination.parameters[.clientSecret]
      if let basic = examination.basic, circumstances.policy.credentialPrecedence == .body {
        // Each half by itself: what the form leaves out comes from the header.
        let half = secret ?? (basic.secret.isEmpty ? nil : basic.secret)
        examination.claim = ClientClaim(
          identifier: inBody ?? basic.identifier, secret: half,
          method: half == nil ? .none : (secret == nil ? .clientSecretBasic : .clientSecretPost))
      } else if let basic = examination.basic, secret == nil {
        if let inBody, !inBody.hasSameOctets(as: basic.identifier),
          circumstances.policy.credentialPrecedence == .refuseBoth
        {
          throw .clientIdentifiersDiffer(header: basic.identifier, body: inBody)
        }
        examination.claim = ClientClaim(
          identifier: basic.identifier, secret: basic.secret.isEmpty ? nil : basic.secret,
          method: basic.secret.isEmpty ? .none : .clientSecretBasic)
      } else if let inBody {
        examination.claim = ClientClaim(
          identifier: inBody, secret: secret, method: secret == nil ? .none : .clientSecretPost)
      }
      guard let claim = examination.claim else { throw .clientUnidentified }
      return .found("\(claim.identifier), by \(claim.method.rawValue)")
    }
  }

  /// RFC 6749 §5.2.
  static var clientKnown: Rule {
    Rule(.clientKnown) { examination, circumstances throws(Refusal) in
      let claim = established(examination.claim, by: .clientIdentified)
      guard let identifier = ClientIdentifier(claim.identifier),
        let client = circumstances.server.client(identifier)
      else { throw .clientUnknown(claim.identifier, guesses: circumstances.server.guesses(by: claim)) }
      examination.client = client
      return .found("\(client.type.rawValue) client \(client.identifier)")
    }
  }

  /// RFC 6749 §2.3, §3.2.1. Secrets are compared octet by octet in constant time.
  static var clientAuthenticated: Rule {
    Rule(.clientAuthenticated) { examination, circumstances throws(Refusal) in
      let claim = established(examination.claim, by: .clientIdentified)
      let client = established(examination.client, by: .clientKnown)
      switch (client.secret, claim.secret) {
      case (nil, nil): return .found("a public client: nothing to prove")
      case (.some, nil): throw .clientAuthenticationMissing(client.identifier)
      case (.some(let registered), .some(let sent)) where constantTimeEqual(registered.utf8, sent.utf8):
        examination.proven = client.identifier
        return .found("the registered secret")
      case (_, .some(let sent)):
        let guesses = circumstances.server.guesses(by: claim) ?? 0
        if guesses >= Guesses.limit { throw .clientThrottled(client.identifier, failures: guesses) }
        if client.secret == nil { throw .clientHasNoSecret(client.identifier) }
        throw .clientSecretWrong(client.identifier, sent: sent)
      }
    }
  }

  /// RFC 7591 §2: `token_endpoint_auth_method`, where the policy enforces it.
  static var clientAuthenticationMethodRegistered: Rule {
    Rule(.clientAuthenticationMethodRegistered) { examination, circumstances throws(Refusal) in
      let method = established(examination.claim, by: .clientIdentified).method
      let registered = established(examination.client, by: .clientKnown).authenticationMethods
      guard registered.contains(method) || !circumstances.policy.enforceRegisteredAuthentication else {
        throw .clientAuthenticationMethodUnregistered(method, registered: registered)
      }
      return .found("\(method.rawValue)")
    }
  }
}

extension Parameters {
  func removing(_ name: ParameterName) -> Parameters { Parameters(elements.filter { $0.name != name }) }
}

extension Policy {
  /// Whether a value of Authorization counts as none.
  fileprivate func ignores(_ header: String) -> Bool {
    ignoreUnreadableBasic && (try? basicCredentials(in: header)) == nil
  }

  /// What stands behind the scheme in a value of Authorization.
  fileprivate func basicCredentials(in header: String) throws(BasicCredentials.Fault) -> BasicCredentials {
    guard !decoding.readsAsPHP else {
      // The library takes an empty name for a name, the programs without it do not.
      guard let credentials = BasicCredentials(asPHP: header, again: readsBeyondPHP),
        readsBeyondPHP || !["", "0"].contains(credentials.identifier)
      else { throw .notBase64 }
      return credentials
    }
    let field = AuthorizationField(header)
    guard field.isBasic else { throw .notBase64 }
    return try BasicCredentials(parsing: field.credentials, formDecoded: formDecodedBasic)
  }
}

import HTTPTypes
import OAuth

/// A registration request under examination. RFC 7591 §3.1.
struct RegistrationExamination: EndpointExamination {
  let request: RequestMessage
  var json: JSON?
  var metadata: ClientMetadata?
  var method: ClientAuthenticationMethod?
  var grants: [GrantType]?
  var redirectionURIs: [RedirectionURI]?
  var scope: Scope?
  var idTokenAlgorithm: SigningAlgorithm?
}

extension Rule where Subject == RegistrationExamination {
  /// RFC 7591 §3.
  static var registrationOffered: Rule {
    Rule(.registrationOffered) { _, circumstances throws(Refusal) in
      guard circumstances.policy.registration != .off else { throw .registrationClosed }
      return .found("\(circumstances.policy.registration.rawValue)")
    }
  }

  /// RFC 7591 §3: an initial access token is a bearer token like any other. RFC 6750 §2.1.
  static var initialAccessTokenValid: Rule {
    Rule(.initialAccessTokenValid) { examination, circumstances throws(Refusal) in
      guard circumstances.policy.registration == .token else { return .found("not needed, by policy") }
      let headers = examination.request.head.headerFields[values: .authorization]
      guard let header = headers.first, headers.count == 1 else { throw .initialAccessTokenMissing }
      let field = AuthorizationField(header)
      guard field.isBearer else { throw .initialAccessTokenMissing }
      let sent = field.credentials
      let expected = circumstances.policy.registrationToken
      guard !expected.isEmpty, constantTimeEqual(expected.utf8, sent.utf8) else { throw .initialAccessTokenWrong(sent) }
      return .found("the right one")
    }
  }

  /// RFC 7591 §3.1.
  static var mediaTypeJSON: Rule {
    Rule(.mediaTypeJSON) { examination, _ throws(Refusal) in
      let type = examination.request.mediaType
      guard let type, type == MediaType.json else { throw .mediaTypeNotJSON(type) }
      return .found("\(type)")
    }
  }

  /// RFC 7591 §3.1.
  static var clientMetadataReadable: Rule {
    Rule(.clientMetadataReadable) { examination, _ throws(Refusal) in
      let json: JSON
      do throws(JSON.Fault) {
        json = try JSON(parsing: examination.request.body)
      } catch {
        throw .clientMetadataUnreadable(error.sentence)
      }
      guard case .object(let members) = json else { throw .clientMetadataUnreadable(json.kind) }
      examination.json = json
      return .found("\(members.count) members")
    }
  }

  /// What is unknown is ignored. RFC 7591 §2; the sizes are decision D23.
  static var clientMetadataWellFormed: Rule {
    Rule(.clientMetadataWellFormed) { examination, _ throws(Refusal) in
      let metadata = try ClientMetadata(established(examination.json, by: .clientMetadataReadable))
      examination.metadata = metadata
      return .found("\(metadata.name ?? "a client without a name")")
    }
  }

  /// RFC 7591 §2.
  static var authenticationMethodSupported: Rule {
    Rule(.authenticationMethodSupported) { examination, _ throws(Refusal) in
      let sent = established(examination.metadata, by: .clientMetadataWellFormed).authenticationMethod
      guard let sent else {
        examination.method = .clientSecretBasic
        return .found("not sent; client_secret_basic is the default")
      }
      guard let method = ClientAuthenticationMethod.allCases.first(where: { $0.rawValue.hasSameOctets(as: sent) })
      else {
        throw .authenticationMethodUnsupported(sent)
      }
      examination.method = method
      return .found("\(method.rawValue)")
    }
  }

  /// RFC 7591 §2.1.
  static var grantTypesConsistent: Rule {
    Rule(.grantTypesConsistent) { examination, circumstances throws(Refusal) in
      let metadata = established(examination.metadata, by: .clientMetadataWellFormed)
      let method = established(examination.method, by: .authenticationMethodSupported)
      let grants = metadata.grantTypes?.map { GrantType($0) } ?? [.authorizationCode]
      if let unknown = grants.first(where: { !circumstances.server.grantTypes.contains($0) }) {
        throw .grantTypesInconsistent("the grant \(unknown), which this server does not know")
      }
      let usesCodes = grants.contains(.authorizationCode)
      let responses = metadata.responseTypes ?? (usesCodes ? [ResponseType.code.text] : [])
      guard responses.allSatisfy({ ResponseType($0) == .code }) else {
        throw .grantTypesInconsistent("another response type than code")
      }
      guard usesCodes != responses.isEmpty else {
        throw .grantTypesInconsistent(usesCodes ? "codes without a response type" : "the response type code alone")
      }
      guard grants.contains(where: { $0 != .refreshToken }) else {
        throw .grantTypesInconsistent(grants.isEmpty ? "no grant" : "refresh tokens from nowhere")
      }
      guard method != .none || !grants.contains(.clientCredentials) else {
        throw .grantTypesInconsistent("client credentials without credentials")
      }
      examination.grants = grants
      return .found("\(grants.map(\.text).joined(separator: ", "))")
    }
  }

  /// RFC 7591 §3.2.2, RFC 8252 §7, RFC 9700 §2.6.
  static var redirectionURIsRegistrable: Rule {
    Rule(.redirectionURIsRegistrable) { examination, _ throws(Refusal) in
      let sent = established(examination.metadata, by: .clientMetadataWellFormed).redirectionURIs
      let usesCodes = established(examination.grants, by: .grantTypesConsistent).contains(.authorizationCode)
      guard !usesCodes || !sent.isEmpty else { throw .redirectionURIsMissing }
      var uris: [RedirectionURI] = []
      for text in sent {
        do throws(UnfitRedirectionURI) {
          uris.append(try RedirectionURI(registrable: text))
        } catch {
          throw .redirectionURINotRegistrable(text, error)
        }
      }
      examination.redirectionURIs = uris
      return .found("\(sent.isEmpty ? "none" : sent.joined(separator: ", "))")
    }
  }

  /// What we do not offer is left out, and the answer says so. RFC 7591 §2.
  static var scopeRegistrable: Rule {
    Rule(.scopeRegistrable) { examination, circumstances throws(Refusal) in
      let offered = circumstances.server.offeredScope
      guard let sent = established(examination.metadata, by: .clientMetadataWellFormed).scope, !sent.isEmpty else {
        examination.scope = offered
        return .found("not sent; all that is offered: \(offered)")
      }
      guard let asked = try? Scope(parsing: sent), case let scope = asked.intersection(offered), !scope.isEmpty else {
        throw .scopeNotRegistrable(asked: sent, offered: offered)
      }
      examination.scope = scope
      return .found("\(scope)")
    }
  }
}

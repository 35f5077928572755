import HTTPTypes
import OAuth

/// The authorization response. RFC 6749 §4.1.2.
extension AuthorizationServer {
  /// The code: with state exactly as it came, and the issuer. RFC 6749 §4.1.2, RFC 9207 §2.
  func respond(code: String, of grant: Grant.Number, to redirection: Redirection) -> ResponseMessage {
    let parameters = complete(profile.dialect.answers.authorization, code: code, of: grant, for: redirection)
    return redirect(parameters, to: redirection, profile.dialect.style.successQuery, body: extraParameters)
  }

  /// An error for the client. RFC 6749 §4.1.2.1.
  func respond(error: ErrorResponse, to redirection: Redirection) -> ResponseMessage {
    let parameters = complete(error, for: redirection)
    var response = redirect(parameters, to: redirection, profile.dialect.style.errorQuery, body: parameters)
    response.head.headerFields = response.head.headerFields.merging(profile.dialect.style.errorFields[.authorization])
    return response
  }

  func complete(_ error: ErrorResponse, for redirection: Redirection) -> Parameters {
    let rest = complete(profile.dialect.answers.authorization, code: nil, of: nil, for: redirection)
    return Parameters(error.parameters.elements + rest.elements)
  }

  private func complete(
    _ members: [Answers.AuthorizationMember], code: String?, of grant: Grant.Number?, for redirection: Redirection
  ) -> Parameters {
    var parameters = Parameters()
    for member in members {
      switch member {
      case .code: parameters.append(.code, ifPresent: code)
      case .state: parameters.append(.state, ifPresent: redirection.state)
      case .sessionState: parameters.append("session_state", ifPresent: grant.flatMap(sessionState))
      case .issuer: if policy.issuerInResponse { parameters.append(.issuer, issuer.text) }
      }
    }
    return Parameters(parameters.elements + extraParameters.elements)
  }

  /// What the policy adds to every redirect.
  private var extraParameters: Parameters {
    FormEncoding.readable(Array(policy.extraResponseParameters.utf8))
  }

  private func redirect(
    _ parameters: Parameters, to redirection: Redirection, _ coding: PercentCoding.Style, body: Parameters
  ) -> ResponseMessage {
    let style = profile.dialect.style
    guard let location = redirection.location(of: parameters, coding) else {
      return formPostPage(parameters, to: redirection)
    }
    let fields = style.redirectFields.merging([.location: location])
    guard style.redirectsCarryJSON else { return ResponseMessage(status: style.redirectStatus, fields: fields) }
    guard !body.elements.isEmpty else {
      return ResponseMessage(
        status: style.redirectStatus, fields: style.jsonFields.merging(fields), body: Array(style.emptyBody.utf8))
    }
    let members = body.elements.map { JSON.Member($0.name.text, .string($0.value)) }
    return json(.object(members), status: style.redirectStatus, fields: fields)
  }
}

extension AuthorizationServer {
  /// What names the sign-in behind a grant: the same for everything that came of it, and of no use to whoever reads it.
  /// Nil where nobody signed in.
  func sessionState(of grant: Grant.Number) -> String? {
    guard let grant = state.grants[grant], let username = grant.resourceOwner, let at = grant.authenticatedAt else {
      return nil
    }
    return TokenDigest("\(issuer.text) \(username) \(at.secondsSince1970)").uuid
  }
}

extension Redirection {
  /// The address that carries a response; nil where a form carries it.
  func location(of parameters: Parameters, _ style: PercentCoding.Style = .strict) -> String? {
    switch mode {
    case .query: FormEncoding.append(parameters, to: uri.text, style)
    case .fragment: FormEncoding.append(parameters, asFragmentTo: uri.text, style)
    case .formPost: nil
    }
  }
}

import HTTPTypes
import OAuth

/// How refusals and other answers get their form: what to say is decided elsewhere,
/// and how it is written here and in the dialect.
extension AuthorizationServer {
  /// The words for a refusal, with the status that goes over the wire.
  func wording(of refusal: Refusal, in situation: Situation) -> Dialect.Wording {
    var situation = situation
    situation.isSignedIn =
      session(of: situation.request)?.resourceOwner != nil || hasSignInCookie(situation.request)
    situation.isOpenIDConnect = policy.openIDConnect
    situation.offeredScope = offeredScope
    var wording = profile.dialect.wording(of: refusal, in: situation)
    if case .methodNotAllowed(_, let allowed) = refusal, wording.fields[.allow] == nil,
      wording.status == .methodNotAllowed
    {
      wording.fields[.allow] = allowed.map(\.rawValue).joined(separator: ", ")
    }
    if let challenge = challenge(for: refusal, wording, at: situation.endpoint) {
      wording.fields[.wwwAuthenticate] =
        profile.dialect.style.challengesAreRaw ? challenge.unquotedHeaderValue : challenge.headerValue
      if policy.challengeForces401, !wording.isStatusFixed { wording.status = .unauthorized }
    }
    if policy.errorsAsOK, !wording.isStatusFixed { wording.status = .ok }
    return wording
  }

  /// Which scheme a 401 names (RFC 6749 §5.2; decision D10),
  /// and what the protected resource says (RFC 6750 §3; decision D20).
  private func challenge(
    for refusal: Refusal, _ wording: Dialect.Wording, at endpoint: Endpoint?
  ) -> Challenge? {
    let realm = profile.dialect.realm
    let bearer = Challenge.bearer(
      realm: realm, error: wording.error, description: wording.description, scope: refusal.requiredScope,
      scopeFirst: profile.dialect.style.challengesBeginWithScope)
    switch wording.challenge {
    case .none: return nil
    case .basic: return .basic(realm: realm)
    case .bearer: return bearer
    case .usual: break
    }
    switch endpoint {
    case .me, .tokenInformation:
      return [.badRequest, .unauthorized, .forbidden].contains(wording.status) ? bearer : nil
    case .registration: return wording.status == .unauthorized ? bearer : nil
    default: return wording.status == .unauthorized ? .basic(realm: realm) : nil
    }
  }

  /// A refusal for a program that asked: JSON. RFC 6749 §5.2.
  func refuse(_ refusal: Refusal, in situation: Situation) -> ResponseMessage {
    write(wording(of: refusal, in: situation), at: situation.endpoint)
  }

  /// A refusal for a browser that cannot be sent on: a page, or JSON where the server has no pages. RFC 6749 §4.1.2.1.
  func refuseBrowser(_ refusal: Refusal, in situation: Situation) -> ResponseMessage {
    let wording = wording(of: refusal, in: situation)
    guard profile.dialect.style.hasErrorPages, wording.body == .usual else {
      return write(wording, at: situation.endpoint)
    }
    return errorPage(refusal, wording)
  }

  private func write(_ wording: Dialect.Wording, at endpoint: Endpoint?) -> ResponseMessage {
    let style = profile.dialect.style
    let fields = (wording.error == nil || wording.isBare ? style.bareFields : style.errorFields[endpoint]).merging(
      wording.fields)
    switch wording.body {
    case .page: return plainPage(wording)
    case .markup(let text):
      let type: HTTPFields = [.contentType: "text/html; charset=UTF-8"]
      return ResponseMessage(status: wording.status, fields: type.merging(fields), body: Array(text.utf8))
    case .empty: return ResponseMessage(status: wording.status, fields: style.jsonFields.merging(fields))
    case .json(let value): return json(value, status: wording.status, fields: fields)
    case .usual:
      if let error = wording.errorResponse { return json(error.json, status: wording.status, fields: fields) }
      return ResponseMessage(
        status: wording.status, fields: style.jsonFields.merging(fields), body: body(style.emptyBody))
    }
  }

  /// JSON as this server writes it, for an answer that grants what was asked.
  func grant(_ value: JSON, at endpoint: Endpoint, status: HTTPResponse.Status = .ok) -> ResponseMessage {
    json(value, status: status, fields: profile.dialect.style.successFields[endpoint])
  }

  func json(_ value: JSON, status: HTTPResponse.Status, fields: HTTPFields) -> ResponseMessage {
    let style = profile.dialect.style
    return ResponseMessage(
      status: status, fields: style.jsonFields.merging(fields), body: body(value.text(style.json)))
  }

  /// With a warning in front where the policy has PHP print them.
  private func body(_ text: String) -> [UInt8] {
    Array(((policy.phpWarnings ? profile.dialect.style.warning : "") + text).utf8)
  }
}

extension ResponseMessage {
  /// A page that itself says what was wrong, with the status and the fields of the refusal.
  func telling(_ wording: Dialect.Wording) -> ResponseMessage {
    var page = self
    page.head.status = wording.status
    page.head.headerFields = page.head.headerFields.merging(wording.fields)
    return page
  }
}

extension Refusal {
  /// What a challenge says is needed. RFC 6750 §3.
  fileprivate var requiredScope: Scope? {
    if case .scopeInsufficient(let required, _) = self { required } else { nil }
  }
}

extension EndpointExamination {
  func situation(at endpoint: Endpoint?) -> Situation {
    Situation(endpoint: endpoint, request: request, parameters: sent)
  }
}

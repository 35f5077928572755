import AuthorizationServer
import HTTPTypes
import OAuth

/// The answers that a server can give to one request of a step, derived from its checks, its words and its policy.
///
/// It is lenient: what depends on the values of a request counts as possible, and so does everything while an
/// interference is on.
struct ForeseenAnswers {
  let server: ForeseenServer
  let action: Step.Action

  /// The endpoints whose answer may be the last one; nil for a raw request, which may go anywhere.
  var endpoints: [Endpoint]? {
    switch action {
    case .request(.authorize, _), .request(.code, _), .consent: [.authorization, .login, .consent]
    case .request(.token, _), .request(.refresh, _), .clientCredentials: [.token]
    case .request(.me, _): [.me]
    case .request(.introspect, _): [.introspection]
    case .request(.revoke, _): [.revocation]
    case .raw, .together, .advance, .policy, .interference, .rewind: nil
    }
  }

  /// Where that is, in a word.
  var place: String { endpoints.flatMap(\.first).map { "at \($0.rawValue)" } ?? "anywhere" }

  /// What the server checks there.
  var checks: Set<Check> {
    let places = (endpoints ?? Endpoint.allCases).filter(server.profile.paths.offers)
    return places.reduce(into: Set(Check.everywhere)) { $0.formUnion(Known.checks(at: $1, of: server.profile)) }
  }

  func canRefuse(with kind: Refusal.Kind) -> Bool { checks.contains { $0.refusals.contains(kind) } }

  /// What the server can say, to everything it refuses there or for one reason.
  func messages(for kind: Refusal.Kind?) -> [KnownMessage] {
    if let kind { return Known.messages(of: server.profile)[kind] ?? [] }
    let kinds = Set(checks.flatMap(\.refusals))
    return Known.messages(of: server.profile).filter { kinds.contains($0.key) }.flatMap(\.value)
  }

  /// The statuses a message can come with; nil where a browser is answered, which may be sent on or shown a page.
  func statuses(of message: KnownMessage) -> Set<Int>? {
    guard let endpoints, endpoints.count == 1, let endpoint = endpoints.first else { return nil }
    let own = message.wording.status.code
    var statuses: Set<Int> = [own]
    if !message.wording.isStatusFixed {
      if server.policy.errorsAsOK { statuses = [HTTPResponse.Status.ok.code] }
      if server.policy.challengeForces401 { statuses.insert(HTTPResponse.Status.unauthorized.code) }
    }
    // What is refused there need not be told. RFC 7662 §2.2, RFC 7009 §2.2.
    if [.introspection, .revocation].contains(endpoint) { statuses.insert(HTTPResponse.Status.ok.code) }
    return statuses
  }

  /// The grant that is asked for; nil where the step asks for no tokens, or names the grant itself.
  var grant: (type: GrantType, part: Orders.Part)? {
    switch action {
    case .request(.token, let changes) where !changes.renames(.grantType): (.authorizationCode, .authorizationCode)
    case .request(.refresh, let changes) where !changes.renames(.grantType): (.refreshToken, .refreshToken)
    case .clientCredentials(let changes) where !changes.renames(.grantType): (.clientCredentials, .clientCredentials)
    default: nil
    }
  }

  /// What is the same for every file.
  private enum Known {
    private static let byProfile = Dictionary(grouping: KnownMessage.all, by: \.profile.name)
      .mapValues { Dictionary(grouping: $0, by: \.kind) }

    private static let checks = Dictionary(uniqueKeysWithValues: Profile.all.map { ($0.name, $0.checks) })

    static func messages(of profile: Profile) -> [Refusal.Kind: [KnownMessage]] { byProfile[profile.name] ?? [:] }

    static func checks(at endpoint: Endpoint, of profile: Profile) -> [Check] {
      checks[profile.name]?[endpoint] ?? []
    }
  }
}

extension RequestChanges {
  fileprivate func renames(_ parameter: ParameterName) -> Bool {
    parameters.contains { $0.name == parameter.text }
  }
}

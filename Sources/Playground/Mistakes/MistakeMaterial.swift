import AuthorizationServer
import OAuth
import OAuthClient

/// What mistakes are made of: the right request, the client, and values that lie about from before.
struct MistakeMaterial {
  let stage: Stage
  let client: OAuthClient
  let editor: RequestEditor
  /// Whose request it is, and how it proves that.
  let credentials: ClientCredentials
  private let timeline: Timeline

  init?(_ stage: Stage, _ walkthrough: Walkthrough) {
    guard let editor = walkthrough.editors[stage] else { return nil }
    self.stage = stage
    self.editor = editor
    client = walkthrough.client
    credentials =
      stage.sender == .resourceServer
      ? walkthrough.cast.resourceServer.credentials : walkthrough.client.configuration.credentials
    timeline = walkthrough.timeline
  }

  var configuration: ClientConfiguration { client.configuration }
  var isPublic: Bool { configuration.credentials.secret == nil }
  var asksForOpenID: Bool { configuration.scope.contains("openid") }

  /// How the server knows the client; nil for one that is not among the demonstration's.
  var registered: RegisteredClient? { Directory.demonstration.client(configuration.identifier) }

  var requiresPKCE: Bool { registered?.requiresPKCE ?? isPublic }

  /// What the client would send.
  func right(_ place: RequestEditor.Place, _ name: ParameterName) -> String? {
    editor.fields.first { $0.place == place && $0.name == name.text }?.original
  }

  /// A parameter of the right request, wherever it travels.
  var parameters: [(place: RequestEditor.Place, name: ParameterName, value: String)] {
    editor.fields.compactMap { field in
      guard field.place == .query || field.place == .form, let value = field.original else { return nil }
      return (field.place, ParameterName(field.name), value)
    }
  }

  /// Identifier and secret as the Basic scheme has them.
  var basic: String {
    BasicCredentials(identifier: credentials.identifier.text, secret: credentials.secret ?? "").headerValue
  }

  /// The form of the newest token request that redeemed a code.
  var redemption: Parameters? {
    exchange(ofLast: \.isRedemption)?.request.map { FormEncoding.readable($0.body) }
  }

  /// The refresh token that was replaced last, while its grant stands.
  var replacedRefreshToken: String? {
    let last = exchange(ofLast: \.isRotation)
    let end = exchange(ofLast: \.isEndOfGrant)
    guard let last, last.number > end?.number ?? 0 else { return nil }
    return last.request.flatMap { FormEncoding.readable($0.body)[.refreshToken] }
  }

  /// The newest exchange of ours in which the server changed something of a kind.
  private func exchange(ofLast isMeant: (Change) -> Bool) -> Exchange? {
    timeline.ownNewestFirst.first { $0.decision?.changes.contains(where: isMeant) == true }
  }

  var newestCode: CodeLife? { timeline.codes.newest }

  /// How long the client was told that its access token lives.
  var accessTokenLifetime: Duration? { client.accessToken?.expiresIn.map { .seconds($0) } }

  /// The demonstration's other confidential client.
  var otherClient: (identifier: String, secret: String) {
    configuration.identifier.text == "other-app" ? ("workshop-app", "workshop-secret") : ("other-app", "other-secret")
  }

  /// A verifier that belongs to another attempt: one that was sent before, or that of RFC 7636 appendix B.
  var otherVerifier: String {
    let current = client.attempt?.codeVerifier.text
    return newest(at: .token) {
      FormEncoding.readable($0.body)[.codeVerifier]
    } unlike: {
      $0 == current
    }
      ?? "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
  }

  /// A state that was used before.
  var otherState: String {
    let current = client.attempt?.state
    return newest(at: .authorization) {
      FormEncoding.readable($0.query)[.state]
    } unlike: {
      $0 == current
    } ?? "xyz"
  }

  /// What the newest request of ours to an endpoint says that says something else.
  private func newest(
    at endpoint: Endpoint, _ read: (RequestMessage) -> String?, unlike isCurrent: (String) -> Bool
  ) -> String? {
    for exchange in timeline.ownNewestFirst where exchange.decision?.endpoint == endpoint {
      if let value = exchange.request.flatMap(read), !isCurrent(value) { return value }
    }
    return nil
  }

  /// Another value in a field of the form.
  func wrongValue(
    _ name: String, about subject: ParameterName, _ title: String, to value: String, _ consequence: Consequence,
    _ story: String
  ) -> Mistake {
    Mistake(
      "\(subject).\(name)", stage, about: subject.text, title, [.set(.form, subject.text, to: value)], consequence,
      story)
  }

  /// The slips with a parameter, each with what comes of it.
  func slips(_ name: ParameterName, _ consequences: SlipConsequences) -> [Mistake] {
    guard let parameter = parameters.first(where: { $0.name == name }) else { return [] }
    return Slip.allCases.compactMap { slip in
      guard let alteration = slip.alteration(parameter.place, name.text, parameter.value) else { return nil }
      return Mistake(
        "\(name).\(slip.rawValue)", stage, about: name.text, slip.title(name.text), [alteration],
        consequences.of(slip), slip.story)
    }
  }
}

extension MistakeMaterial {
  var withoutCredentials: [Alteration] { leavingOut([.clientID, .clientSecret]) }

  /// The request with the right credentials of the other client.
  var asOtherClient: [Alteration] { asClient(otherClient.identifier, secret: otherClient.secret) }

  /// The request of another client, by the form; of one without a secret where there is none.
  func asClient(_ identifier: String, secret: String?) -> [Alteration] {
    let proof = secret.map { [Alteration.set(.form, ParameterName.clientSecret.text, to: $0)] }
    return leavingOut(secret == nil ? [.clientSecret] : [])
      + [.set(.form, ParameterName.clientID.text, to: identifier)] + (proof ?? [])
  }

  /// Leaves out the header and these parameters, as far as the right request has them.
  private func leavingOut(_ names: [ParameterName]) -> [Alteration] {
    let places = names.map { (RequestEditor.Place.form, $0.text) } + [(.header, "Authorization")]
    return places.filter { right($0, ParameterName($1)) != nil }.map { .leaveOut($0, $1) }
  }
}

extension Change {
  fileprivate var isRedemption: Bool {
    if case .authorizationCodeRedeemed = self { true } else { false }
  }

  fileprivate var isRotation: Bool {
    if case .refreshTokenRotated = self { true } else { false }
  }

  fileprivate var isEndOfGrant: Bool {
    if case .grantRevoked = self { true } else { false }
  }
}

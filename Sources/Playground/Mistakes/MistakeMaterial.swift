import AuthorizationServer
import OAuth
import OAuthClient

/// What mistakes are made of: the right request, the client, and values that lie about from before.
struct MistakeMaterial {
  let stage: Stage
  let client: OAuthClient
  let editor: RequestEditor
  private let timeline: Timeline

  init?(_ stage: Stage, _ walkthrough: Walkthrough) {
    guard let editor = walkthrough.editors[stage] else { return nil }
    self.stage = stage
    self.editor = editor
    client = walkthrough.client
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
    BasicCredentials(identifier: configuration.identifier.text, secret: configuration.credentials.secret ?? "")
      .headerValue
  }

  /// The form of the newest token request that redeemed a code.
  var redemption: Parameters? {
    timeline.exchanges.last { exchange in
      exchange.receiver == .authorizationServer
        && exchange.decision?.changes.contains { $0.isRedemption } == true
    }.flatMap { $0.request.map { FormEncoding.readable($0.body) } }
  }

  /// A verifier that belongs to another attempt: one that was sent before, or that of RFC 7636 appendix B.
  var otherVerifier: String {
    let current = client.attempt?.codeVerifier.text ?? ""
    let sent = sentForms(to: .token).compactMap { $0[.codeVerifier] }
    return sent.last { $0 != current } ?? "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
  }

  /// A state that was used before.
  var otherState: String {
    let current = client.attempt?.state ?? ""
    let sent = timeline.exchanges.lazy.filter { $0.decision?.endpoint == .authorization }
      .compactMap { $0.request.flatMap { FormEncoding.readable($0.query)[.state] } }
    return sent.last { $0 != current } ?? "xyz"
  }

  private func sentForms(to endpoint: Endpoint) -> [Parameters] {
    timeline.exchanges.filter { $0.decision?.endpoint == endpoint }
      .compactMap { $0.request.map { FormEncoding.readable($0.body) } }
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

extension Change {
  fileprivate var isRedemption: Bool {
    if case .authorizationCodeRedeemed = self { true } else { false }
  }
}

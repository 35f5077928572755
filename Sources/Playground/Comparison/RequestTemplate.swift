public import AuthorizationServer
public import OAuth
import OAuthClient

/// A pasted request with places for what only a walk brings: `code={{code}}`. They are those of scenarios.
public struct RequestTemplate: Sendable {
  private let template: Template

  /// - Throws: where the text stops to be a request, or asks for what nobody can fill in.
  public init(_ text: String) throws(PasteFault) {
    do throws(Template.UnknownPlace) {
      template = try Template(parsing: text)
    } catch {
      let before = text.firstRange(of: "{{\(error.name)}}").map { text[..<$0.lowerBound] } ?? ""
      throw PasteFault(line: 1 + before.count { $0.isNewline }, problem: error.problem)
    }
    _ = try PastedRequest.request(in: text)
  }

  /// The request as a client would send it that has gone as far as it must to fill in every place.
  ///
  /// - Parameters:
  ///   - walkthrough: at its start; it walks on a server that was made for this.
  ///   - server: tells what has to be asked for.
  /// - Returns: the request, and what could not be filled in, a sentence each.
  public func request(
    sentBy walkthrough: inout Walkthrough, on server: AuthorizationServer, by carrier: some Carrier
  ) throws(PasteFault) -> (request: RequestMessage, remarks: [String]) {
    var run = ScenarioRun(way(of: walkthrough, on: server))
    run.finish(&walkthrough, by: carrier)
    let values = TemplateValues(walkthrough)
    let missing = Template.Place.allCases.filter {
      $0.isIssued && template.places.contains($0) && values.value(of: $0).isEmpty
    }
    return (
      try PastedRequest.request(in: template.filled(values.value)),
      missing.map { "\(server.profile.name) issued none, so {{\($0.rawValue)}} is empty there" }
    )
  }

  /// The first stages, as far as they are needed: tokens come from a code that is used up then.
  private func way(of walkthrough: Walkthrough, on server: AuthorizationServer) -> Scenario {
    let needed = template.places.filter(\.isIssued)
    var steps = [Step.Action.request(.authorize, changes(of: walkthrough, on: server))]
    let owner = walkthrough.cast.resourceOwners.first?.username ?? ""
    let decision = ResourceOwnerDecision.allow.rawValue
    steps.append(.consent(ConsentChoice(username: owner, password: nil, decision: decision, scope: nil)))
    if needed.contains(where: { $0 != .code }) {
      steps.append(.request(.token, RequestChanges(parameters: [], headers: [])))
    }
    return Scenario(
      id: "compare", title: "", about: "", specifications: [], profiles: [server.profile.name],
      client: walkthrough.client.configuration.identifier,
      steps: needed.isEmpty ? [] : steps.map { Step(action: $0, expectations: [], line: 1) }, question: nil)
  }

  /// A refresh token has to be asked for where it does not come by itself. OpenID Connect Core §11.
  private func changes(of walkthrough: Walkthrough, on server: AuthorizationServer) -> RequestChanges {
    guard template.places.contains(.refreshToken), server.policy.refreshTokenIssuance == .offlineAccess else {
      return RequestChanges(parameters: [], headers: [])
    }
    let scope = "\(walkthrough.client.configuration.scope) offline_access"
    let change = RequestChanges.Change(name: ParameterName.scope.text, value: try? Template(parsing: scope))
    return RequestChanges(parameters: [change], headers: [])
  }
}

extension Template.Place {
  /// What a server gives out on the way; the rest a client has from the start.
  fileprivate var isIssued: Bool {
    switch self {
    case .code, .accessToken, .refreshToken, .idToken: true
    case .state, .nonce, .codeVerifier, .clientID, .clientSecret, .basic, .redirectURI, .port, .clientPort,
      .authorizePath, .tokenPath, .mePath, .introspectPath, .revokePath, .contentLength:
      false
    }
  }
}

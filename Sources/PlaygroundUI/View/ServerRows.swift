import AuthorizationServer
import OAuth
import Playground
import Terminal

/// The server in a few rows: the newest code with what it is bound to, tokens, who is signed in,
/// and what differs from the profile.
enum ServerRows {
  static func summary(of inspected: Inspected?) -> String {
    guard let inspected else { return "" }
    let tokens = inspected.count(of: "access tokens") + inspected.count(of: "refresh tokens")
    return "clients \(inspected.count(of: "clients")) · codes \(inspected.count(of: "codes")) · tokens \(tokens)"
  }

  static func rows(of model: Model, columns: Int) -> [StyledLine] {
    guard let inventory = model.inspected?.inventory else { return [StyledLine("looking into the server", .muted)] }
    var facts = FactRows()
    let now = model.serverTime
    if let code = inventory.codes.entries.first {
      let request = code.code.request
      facts.add("code", head(code.code.digest, code.condition(at: now)) + StyledLine("  \(code.code.resourceOwner)"))
      facts.add("  client", "\(request.client)   scope \(code.code.scope)")
      facts.add("  redirect", request.redirection.uri.text)
      facts.add("  PKCE", request.challenge.map { "\($0.methodName) \($0.challenge.text)" } ?? "none")
    } else {
      facts.add("code", StyledLine("none issued", .muted))
    }
    for token in inventory.accessTokens.entries.prefix(2) {
      facts.add("access", head(token.token.digest, token.condition(at: now)) + StyledLine("  \(token.token.client)"))
    }
    if let member = inventory.families.entries.first?.members.last {
      facts.add("refresh", head(member.token.digest, member.condition(at: now)))
    }
    for session in inventory.sessions.entries.prefix(2) {
      let since = session.session.authenticatedAt.map { "  since \($0.timeOfDay.prefix(8))" } ?? ""
      facts.add("session", (session.session.resourceOwner ?? "nobody") + since)
    }
    for guess in inventory.guesses.entries.prefix(2) {
      facts.add("failures", "\(InventoryFact.label(of: guess))  \(guess.count) of \(guess.limit) in a minute")
    }
    let changed = PolicySwitch.all.filter { $0.value(in: inventory.policy) != $0.value(in: inventory.profilePolicy) }
    for policySwitch in changed {
      facts.add("policy", "\(policySwitch.name) \(policySwitch.shown(policySwitch.value(in: inventory.policy)))")
    }
    return facts.rows(columns: columns)
  }

  private static func head(_ digest: TokenDigest, _ condition: Inventory.Condition) -> StyledLine {
    StyledLine("\(digest.beginning)…  ", .value) + condition.line()
  }
}

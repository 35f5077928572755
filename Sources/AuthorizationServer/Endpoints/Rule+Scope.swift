import OAuth

/// An examination of a request in which a client asks for a scope.
protocol ScopeExamination: ParameterExamination {
  var client: RegisteredClient? { get }
  /// What is asked for, and then what of it is possible.
  var scope: Scope? { get set }
  /// What counts where no scope was sent. RFC 6749 §3.3.
  func usualScope(_ policy: Policy) -> Scope
}

extension ScopeExamination {
  func usualScope(_ policy: Policy) -> Scope { policy.defaultScope }
}

extension Rule where Subject: ScopeExamination {
  /// RFC 6749 §3.3, appendix A.4.
  static var scopeWellFormed: Rule {
    Rule(.scopeWellFormed) { examination, circumstances throws(Refusal) in
      guard let sent = examination.parameters[.scope] else {
        let scope = examination.usualScope(circumstances.policy)
        examination.scope = scope
        return .found("not sent; the default is \(scope)")
      }
      do throws(Scope.Fault) {
        examination.scope = try circumstances.policy.scope(in: sent)
      } catch {
        throw .scopeMalformed(error)
      }
      return .found("\(sent)")
    }
  }

  /// What is unknown or not the client's is left out, and the token response says so; nothing left is an error.
  /// RFC 6749 §3.3; decision D4.
  static var scopeAllowed: Rule {
    Rule(.scopeAllowed) { examination, circumstances throws(Refusal) in
      let asked = established(examination.scope, by: .scopeWellFormed)
      let isDefault = examination.parameters[.scope] == nil
      guard circumstances.policy.defaultScopeExamined || !isDefault || asked.isEmpty else {
        return .found("\(asked), the default, whatever may be asked for, by policy")
      }
      let offered = circumstances.server.offeredScope
      let allowed =
        circumstances.policy.scopePerClient ? (examination.client?.scope ?? Scope()).intersection(offered) : offered
      let granted = asked.intersection(allowed)
      let isEnough = !granted.isEmpty || (asked.isEmpty && circumstances.policy.emptyScope)
      // Nobody asked for the default, so that nobody asked for too much.
      let isForgiven = circumstances.policy.unknownScope == .ignore || isDefault
      let isOpen = circumstances.policy.unknownScope != .refuseAll || asked.isEmpty
      guard isOpen, isEnough, granted == asked || isForgiven else {
        throw .scopeNotAllowed(asked: asked, allowed: allowed)
      }
      let usual = circumstances.policy.defaultScopeAdded ? examination.usualScope(circumstances.policy) : Scope()
      let added = usual.intersection(allowed).subtracting(granted)
      examination.scope = Scope(granted.tokens + added.tokens)
      if !added.isEmpty { return .found("\(granted); added, by policy: \(added)") }
      return granted == asked
        ? .found("\(asked)") : .found("\(granted); left out: \(asked.subtracting(granted))")
    }
  }
}

extension Policy {
  /// Programs in PHP bear spaces at either end.
  func scope(in text: String) throws(Scope.Fault) -> Scope {
    guard decoding.trimsScope else { return try Scope(parsing: text) }
    let isSpace: (Character) -> Bool = { $0.isASCII && $0.isWhitespace }
    return try Scope(
      parsing: String(text.trimmingPrefix(while: isSpace).reversed().trimmingPrefix(while: isSpace).reversed()))
  }
}

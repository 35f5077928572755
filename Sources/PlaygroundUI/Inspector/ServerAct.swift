import AuthorizationServer
import Playground

/// What can be done from the inspector with the entry under the cursor, or with the server.
public enum ServerAct: String, Hashable, Sendable, CaseIterable {
  case expire, delete, revoke, replay, signOut, forget, rotateKeys, takeBack
}

extension ServerAct {
  /// The change of the server that it stands for; for what it cannot be done with, why.
  func change(on fact: InventoryFact?) -> Result<ServerChange, ServerActObstacle> {
    if self == .rotateKeys { return .success(.rotateKeys) }
    guard let fact else { return .failure("there is nothing under the cursor") }
    switch (self, fact) {
    case (.expire, .code), (.expire, .accessToken), (.expire, .refreshToken), (.expire, .pushedRequest),
      (.expire, .device):
      return .success(.expire(fact.entry))
    case (.expire, _): return .failure("only codes and tokens expire")
    case (.delete, .key): return .failure("a key is replaced, not deleted")
    case (.delete, _): return .success(.delete(fact.entry))
    case (.revoke, .code), (.revoke, .accessToken), (.revoke, .refreshToken): return .success(.revoke(fact.entry))
    case (.revoke, _): return .failure("only tokens, and what a code produced, can be revoked")
    case (.signOut, .owner(let owner)): return .success(.signOut(resourceOwner: owner.resourceOwner.username))
    case (.signOut, .session(let session)):
      guard let owner = session.session.resourceOwner else { return .failure("nobody is signed in there") }
      return .success(.signOut(resourceOwner: owner))
    case (.signOut, _): return .failure("the cursor is on no user and no session")
    case (.forget, .consent), (.forget, .guess): return .success(.delete(fact.entry))
    case (.forget, .owner(let owner)):
      return .success(.withdrawConsents(resourceOwner: owner.resourceOwner.username, client: nil))
    case (.forget, .client(let client)):
      return .success(.withdrawConsents(resourceOwner: nil, client: client.identifier))
    case (.forget, _): return .failure("the cursor is on no consent and no wrong guesses")
    case (.replay, _), (.takeBack, _), (.rotateKeys, _): return .failure("that changes no entry")
    }
  }

  /// What it would do with this entry, in a few words.
  func title(on fact: InventoryFact) -> String {
    switch (self, fact) {
    case (.expire, _): "let it expire now"
    case (.delete, .owner): "remove the resource owner"
    case (.delete, .session): "end this session"
    case (.delete, _): "make the server forget it"
    case (.revoke, .code): "revoke what it produced"
    case (.revoke, .refreshToken): "revoke the whole family"
    case (.revoke, _): "revoke it"
    case (.replay, .accessToken): "send the request with it again"
    case (.replay, _): "redeem it again (replay)"
    case (.signOut, _): "sign out of every browser"
    case (.forget, .guess): "forget the wrong guesses"
    case (.forget, .consent): "forget it, end what it allowed"
    case (.forget, .client): "forget all that it was allowed"
    case (.forget, _): "forget all that was allowed"
    case (.rotateKeys, _): "sign with new keys"
    case (.takeBack, _): "take the last change back"
    }
  }
}

/// Why something cannot be done with an entry, as a sentence without a full stop.
struct ServerActObstacle: Error, Equatable, ExpressibleByStringLiteral {
  let sentence: String

  init(stringLiteral sentence: String) { self.sentence = sentence }
}

extension Model {
  /// Why an act is not possible now; nil when it is.
  func obstacle(to act: ServerAct) -> String? {
    switch act {
    case .rotateKeys: return nil
    case .takeBack: return walkthrough.timeline.obstacleToTakingBack
    case .replay:
      guard let digest = selectedFact?.digest else { return "only codes and tokens are sent again" }
      if walkthrough.errand != nil { return "a request is on its way" }
      return walkthrough.timeline.exchange(presenting: digest) == nil
        ? "no request with it is in the log, and the server keeps only digests" : nil
    case .expire, .delete, .revoke, .signOut, .forget:
      let fact = selectedFact
      if case .failure(let obstacle) = act.change(on: fact) { return obstacle.sentence }
      return fact.flatMap { self.obstacle(to: act, on: $0) }
    }
  }

  /// What speaks against it as the entry stands.
  private func obstacle(to act: ServerAct, on fact: InventoryFact) -> String? {
    switch (act, fact, fact.condition(at: serverTime)) {
    case (.expire, _, .active?), (.delete, _, _), (.forget, _, _): return nil
    case (.expire, _, .expired?): return "it has expired already"
    case (.expire, _, _): return "it is used up: nobody would notice"
    case (.revoke, _, .revoked?): return "it is revoked already"
    case (.revoke, .code(let code), _) where code.code.redeemedAt == nil: return "nothing came of it yet"
    case (.signOut, .owner(let owner), _) where owner.sessions == 0: return "nobody is signed in under that name"
    default: return nil
    }
  }

  /// The entry under the cursor of the inspector.
  var selectedFact: InventoryFact? {
    guard let inspected else { return nil }
    let state = lists[.view(.inspector), default: ListState()]
    // The usual case without going through the whole list.
    if state.query.isEmpty, let name = state.selected, let fact = inspected.fact(name) { return fact }
    return selected(in: .inspector).flatMap(inspected.fact)
  }
}

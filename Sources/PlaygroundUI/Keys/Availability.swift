import Playground
public import Terminal

extension Model {
  /// Whether a key has no meaning where somebody is.
  public func ignores(_ key: Key) -> Bool {
    switch key {
    case .control("c"), .mouse, .resized: return false
    case .paste where views.last == .token: return false
    default: break
    }
    let isTyping = overlay != nil || views.last.flatMap { lists[.view($0)]?.typing } != nil
    return !isTyping && surroundings.keyMap.command(for: key, in: scopes) == nil
  }

  /// How a sentence calls the key of a command.
  func key(_ command: Command) -> String { surroundings.keyMap.name(of: command) }

  /// The keys that scroll or select.
  var keysToMove: String {
    let keys = [key(.move(.up)), key(.move(.down))]
    return keys.joined(separator: keys == ["↑", "↓"] ? "" : " ")
  }

  /// The key that goes to the end of a list that grows: the one of a letter, for it is shorter.
  var keyToFollow: String {
    surroundings.keyMap.entry(of: .move(.last))?.keys.last?.description ?? key(.move(.last))
  }

  /// Why a command is not possible now; nil when it is.
  public func obstacle(to command: Command) -> String? {
    switch command {
    case .next: return obstacleToOpening
    case .newCode: return walkthrough.errand == nil ? nil : "a request is on its way"
    case .edit, .remove, .reset:
      guard focus == .request else { return "the cursor is not in the request: press \(key(.panel(.request)))" }
      return (editor?.fields.isEmpty ?? true) ? "there is nothing to change" : nil
    case .add: return walkthrough.current == .code ? "a page has the fields it has" : nil
    case .moveCredentials:
      return editor?.hasMovableCredentials == true ? nil : "this request has no client_id and secret to move"
    case .related:
      guard let refusal = Explanation.refusalName(in: exchange) else { return "nothing was refused" }
      return ScenarioLibrary.all.contains { $0.refusals.contains(refusal) } ? nil : "no scenario shows \(refusal)"
    case .menu(.question):
      if scenario.scenario.question == nil { return "this scenario asks nothing" }
      return scenario.isFinished ? nil : "the question comes when the last step is done"
    case .answer: return nil
    case .token(let action): return obstacle(to: action)
    case .act(let act): return obstacle(to: act)
    case .bend(let act): return obstacle(to: act)
    case .export: return walkthrough.timeline.exchanges.isEmpty ? "no exchange yet" : nil
    case .meddle(let act): return obstacle(to: act)
    case .view(.comparison): return views.last == .comparison || comparable != nil ? nil : obstacleToComparing
    case .copy(let kind): return obstacle(to: kind)
    case .editRaw:
      if walkthrough.errand != nil { return "a request is on its way" }
      return rawText == nil ? "the resource owner's answers are no request" : nil
    case .undo: return editor?.canUndo == true ? nil : "nothing to undo"
    case .redo: return editor?.canRedo == true ? nil : "nothing to redo"
    case .toggleDecision, .otherResourceOwner:
      return walkthrough.current == .code
        ? nil : "the resource owner is asked at stage 2: press \(key(.stage(offset: 1))) or \(key(.stage(offset: -1)))"
    case .expireNow:
      guard let code else { return "no code yet" }
      guard case .alive = code.condition(at: serverTime) else { return "the code is no longer alive" }
      return nil
    case .stage(let offset):
      let target = offset > 0 ? walkthrough.current.next : walkthrough.current.previous
      return target == nil ? "no stage there" : nil
    case .findNext, .findPrevious: return search == nil ? "nothing is searched for: \(key(.find))" : nil
    case .find:
      return views.last.map { content(of: $0).items.isEmpty } == true ? "there is no list to filter" : nil
    case .follow: return exchange == nil ? "no exchange yet" : nil
    case .openPager, .mouse, .pause, .advance, .codeLifetime, .panel, .nextPanel, .previousPanel, .move, .view,
      .menu, .play, .make,
      .zoom,
      .present, .secrets, .hints, .back, .quit, .quitNow, .suspend, .redraw:
      return nil
    }
  }
}

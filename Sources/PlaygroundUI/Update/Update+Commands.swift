import AuthorizationServer
import OAuth
import OAuthClient
import Playground
import Terminal

extension Model {
  /// Does what a command means where the cursor is.
  mutating func perform(_ command: Command) -> [Effect] {
    if let view = views.last, let effects = perform(command, in: view) { return effects }
    return performOnPanels(command)
  }

  private mutating func performOnPanels(_ command: Command) -> [Effect] {
    let row = requestRow
    switch command {
    case .next where focus == .server: show(.inspector)
    case .next: return focus.showsExchanges ? open() : takeNextStep()
    case .play(let id): return [.begin(scenario: id)]
    case .make(let mistake): return make(mistake)
    case .token(let action): return perform(token: action)
    case .act(let act): return carryOut(act)
    case .bend(let act): return carryOut(act)
    case .meddle(let act): return carryOut(act)
    case .newCode: return begin(.code, anew: true)
    case .stage(let offset):
      if let stage = offset > 0 ? walkthrough.current.next : walkthrough.current.previous { select(stage) }
    case .edit: beginEditing()
    case .add: overlay = .adding(LineEditor())
    case .remove: edit { $0.remove(row) }
    case .reset: edit { $0.reset(row) }
    case .moveCredentials: edit { $0.moveCredentials() }
    case .related: showRelated()
    case .answer(let number): answerQuestion(number)
    case .copy(let kind): return copied(kind).map { [.copy($0)] } ?? []
    case .openPager: return page()
    case .export(let kind): return [.save(exported(as: kind))]
    case .editRaw: return rawText.map { [.edit($0)] } ?? []
    case .mouse:
      usesMouse.toggle()
      let words = usesMouse ? "on; shift selects text" : "off; the terminal selects text"
      notice = Notice("the mouse is \(words)", isProblem: false)
      return [.mouse(usesMouse)]
    case .undo: edit { $0.undo() }
    case .redo: edit { $0.redo() }
    case .toggleDecision: toggleDecision()
    case .otherResourceOwner: changeResourceOwner()
    case .pause: return [.clock(clock.isPaused ? .resume : .pause)]
    case .advance: return [.clock(.advance(.seconds(10)))]
    case .expireNow: return code.map { [.clock(.advanceTo($0.expiresAt - interferences.clockSkew))] } ?? []
    case .codeLifetime: overlay = .answering(.codeLifetime, LineEditor())
    case .panel(let panel): focus = panel
    case .nextPanel: focus = focus.following(1, among: visitable)
    case .previousPanel: focus = focus.following(-1, among: visitable)
    case .move(let move): self.move(move)
    case .zoom: isZoomed.toggle()
    case .hints: showsHints.toggle()
    case .present: isPresenting.toggle()
    case .secrets: hidesSecrets.toggle()
    case .menu(let menu): overlay = .menu(menu, ListState())
    case .view(let view): show(view)
    case .find: find()
    case .findNext: moveToMatch(1)
    case .findPrevious: moveToMatch(-1)
    case .follow: follow()
    case .back: goBack()
    case .quit: return quit()
    case .quitNow: return [.quit(0)]
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    }
    return []
  }

  /// Every panel can be visited; those that have no room of their own take somebody else's.
  private var visitable: [Panel] { Panel.allCases }

  private mutating func goBack() {
    if search != nil {
      search = nil
    } else if isZoomed {
      isZoomed = false
    } else if isPresenting {
      isPresenting = false
    } else if chosenExchange != nil {
      chosenExchange = nil
    } else {
      focus = .request
    }
  }

  private mutating func quit() -> [Effect] {
    if hasSomethingToLeave {
      (isZoomed, isPresenting, search) = (false, false, nil)
      focus = .request
      return []
    }
    guard hasSomethingToLose else { return [.quit(0)] }
    overlay = .leaving
    return []
  }

  /// Whether q leads back to the request before it leads out.
  var hasSomethingToLeave: Bool {
    isZoomed || isPresenting || search != nil || (focus != .request && focus != .log)
  }

  /// A code or token that lives is gone when the program ends.
  private var hasSomethingToLose: Bool {
    if let code, case .alive = code.condition(at: serverTime) { return true }
    return walkthrough.client.accessToken != nil
  }

  mutating func select(_ stage: Stage) {
    walkthrough.select(stage)
    requestRow = 0
    scroll[.request] = nil
  }

  /// Changes the request of the stage and keeps the cursor on a row.
  mutating func edit(_ change: (inout RequestEditor) -> Void) {
    walkthrough.edit(walkthrough.current, change)
    requestRow = min(requestRow, max(0, (editor?.fields.count ?? 0) - 1))
  }

  private mutating func beginEditing() {
    guard let field = editor?.fields[requestRow] else { return }
    if field.place == .page, field.name == ParameterName.decision.text { return toggleDecision() }
    overlay = .editing(row: requestRow, LineEditor(field.value ?? field.original ?? ""))
  }

  private mutating func toggleDecision() {
    edit { editor in
      let other: ResourceOwnerDecision = editor.pageValues.decision == .allow ? .deny : .allow
      editor.override(.page, ParameterName.decision.text, with: other.rawValue)
    }
  }

  /// The next of the resource owners, with the right password.
  private mutating func changeResourceOwner() {
    walkthrough.changeResourceOwner()
    requestRow = min(requestRow, max(0, (editor?.fields.count ?? 0) - 1))
  }
}

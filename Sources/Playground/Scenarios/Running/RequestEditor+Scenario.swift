import AuthorizationServer
import OAuth

extension RequestEditor {
  /// Takes back every change.
  mutating func resetAll() {
    if framing != Framing() { frame(Framing()) }
    for index in fields.indices.reversed() where fields[index].condition != .unchanged { reset(index) }
  }

  mutating func apply(_ changes: RequestChanges, _ values: TemplateValues) {
    for change in changes.parameters {
      override(parameterPlace, change.name, with: change.value?.filled(values.value))
    }
    for change in changes.headers { override(.header, change.name, with: change.value?.filled(values.value)) }
  }

  /// The editor with a step's changes and no others.
  func right(but changes: RequestChanges, _ values: TemplateValues) -> RequestEditor {
    var editor = self
    editor.resetAll()
    editor.apply(changes, values)
    return editor
  }

  /// - Parameter cast: who plays the parts of the demonstration.
  mutating func apply(_ choice: ConsentChoice, _ cast: Cast) {
    let owner = choice.password == nil ? cast.resourceOwner(playing: choice.username) : nil
    override(.page, ParameterName.username.text, with: owner?.username ?? choice.username)
    override(.page, ParameterName.password.text, with: choice.password ?? owner?.password ?? "")
    override(.page, ParameterName.decision.text, with: choice.decision)
    override(.page, ParameterName.scope.text, with: choice.scope?.description)
  }
}

extension Walkthrough {
  /// The requests of a step that leads through no pages.
  func outgoing(_ action: Step.Action) -> [Outgoing] {
    let values = TemplateValues(self)
    switch action {
    case .request(let stage, let changes):
      return [editors[stage].flatMap { outgoing(stage, $0.right(but: changes, values)) }].compactMap(\.self)
    case .clientCredentials(let changes): return [outgoing(working: workerEditor.right(but: changes, values))]
    case .raw(let template):
      let octets = RawRequest.octets(template, filling: values.value)
      return [Outgoing(raw: octets, to: values.serverAuthority, during: current)]
    case .together(let actions): return actions.flatMap(outgoing)
    case .consent, .advance, .policy, .interference, .rewind: return []
    }
  }
}

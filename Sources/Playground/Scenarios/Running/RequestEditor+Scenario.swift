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

  /// - Parameter cast: who plays the parts of the demonstration.
  mutating func apply(_ choice: ConsentChoice, _ cast: Cast) {
    let owner = choice.password == nil ? cast.resourceOwner(playing: choice.username) : nil
    override(.page, ParameterName.username.text, with: owner?.username ?? choice.username)
    override(.page, ParameterName.password.text, with: choice.password ?? owner?.password ?? "")
    override(.page, ParameterName.decision.text, with: choice.decision)
    override(.page, ParameterName.scope.text, with: choice.scope?.description)
  }
}

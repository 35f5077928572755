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

  mutating func apply(_ choice: ConsentChoice) {
    override(.page, ParameterName.username.text, with: choice.username)
    override(.page, ParameterName.password.text, with: choice.password)
    override(.page, ParameterName.decision.text, with: choice.decision)
    override(.page, ParameterName.scope.text, with: choice.scope?.description)
  }
}

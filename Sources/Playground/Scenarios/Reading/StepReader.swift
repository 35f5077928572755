import AuthorizationServer
import HTTPTypes
import OAuth

/// Reads the steps of a scenario.
enum StepReader {
  static let names = ["authorize", "consent", "token", "me", "advance", "policy", "raw"]
  private static let longestAdvance = Double(10 * 366 * 86_400)

  static func steps(_ value: YAMLValue) throws(ScenarioFault) -> [Step] {
    let entries = try value.list(atMost: ScenarioReader.mostSteps)
    guard !entries.isEmpty else { throw value.fault("\(value.name) is empty; a scenario has at least one step") }
    var steps: [Step] = []
    for (index, entry) in entries.enumerated() {
      let named = YAMLValue(node: entry.node, name: "step \(index + 1)", file: entry.file, line: entry.line)
      steps.append(try step(YAMLMapping(named)))
    }
    return steps
  }

  private static func step(_ mapping: YAMLMapping) throws(ScenarioFault) -> Step {
    let actions = mapping.entries.filter { $0.key != "expect" }
    let known = names.joined(separator: ", ")
    if let unknown = actions.first(where: { !names.contains($0.key) }) {
      let hint = Suggestion.clause(for: unknown.key, among: names + ["expect"])
      throw unknown.value.fault("\(unknown.key.quoted) is no step\(hint) (there are: \(known))")
    }
    guard let action = actions.first else {
      throw mapping.value.fault("\(mapping.value.name) does nothing; it needs one of: \(known)")
    }
    guard actions.count == 1 else {
      throw actions[1].value.fault(
        "\(mapping.value.name) is both \(action.key) and \(actions[1].key); begin each step with a \"-\" of its own")
    }
    let kind = try self.action(action.key, action.value)
    guard let expected = mapping["expect"] else {
      return Step(action: kind, expectation: nil, line: mapping.value.line)
    }
    switch kind {
    case .advance, .policy: throw expected.fault("nothing can be expected of \(action.key), which sends no request")
    default: break
    }
    return Step(action: kind, expectation: try ExpectationReader.expectation(expected), line: mapping.value.line)
  }

  private static func action(_ name: String, _ value: YAMLValue) throws(ScenarioFault) -> Step.Action {
    switch name {
    case "authorize": return .authorize(try changes(value))
    case "consent": return .consent(try consent(value))
    case "token": return .token(try changes(value))
    case "me": return .me(try changes(value))
    case "advance": return .advance(try value.seconds(atMost: longestAdvance))
    case "policy": return .policy(try PolicyReader.settings(value))
    default: return .raw(try template(try value.text(), of: value))
    }
  }

  private static func changes(_ value: YAMLValue) throws(ScenarioFault) -> RequestChanges {
    if value.isNull { return RequestChanges(parameters: [], headers: []) }
    var parameters: [RequestChanges.Change] = []
    var headers: [RequestChanges.Change] = []
    for entry in try YAMLMapping(value).entries {
      if entry.key == "headers" {
        for header in try YAMLMapping(entry.value).entries { headers.append(try self.header(header)) }
      } else {
        parameters.append(try change(entry))
      }
    }
    return RequestChanges(parameters: parameters, headers: headers)
  }

  private static func change(_ entry: YAMLMapping.Entry) throws(ScenarioFault) -> RequestChanges.Change {
    let text = try entry.value.textOrNull()
    guard let text else { return RequestChanges.Change(name: entry.key, value: nil) }
    return RequestChanges.Change(name: entry.key, value: try template(text, of: entry.value, allowsLength: false))
  }

  private static func header(_ entry: YAMLMapping.Entry) throws(ScenarioFault) -> RequestChanges.Change {
    let change = try change(entry)
    guard let name = HTTPField.Name(entry.key) else {
      throw entry.value.fault(
        "\(entry.key.quoted) cannot be the name of a header; use raw for such a request")
    }
    // The field would silently put spaces in their place.
    let text = change.value?.filled { _ in "" } ?? ""
    guard HTTPField(name: name, value: text).value.hasSameOctets(as: text) else {
      throw entry.value.fault("\(entry.value.name) cannot stand in a header; use raw for such a request")
    }
    return change
  }

  private static func template(
    _ text: String, of value: YAMLValue, allowsLength: Bool = true
  ) throws(ScenarioFault) -> Template {
    let template: Template
    do throws(Template.UnknownPlace) {
      template = try Template(parsing: text)
    } catch {
      let known = Template.Place.allCases.map(\.rawValue)
      let hint = Suggestion.clause(for: error.name, among: known)
      throw value.fault(
        "\("{{\(error.name)}}".quoted) cannot be filled in\(hint) (there are: \(known.joined(separator: ", ")))"
      )
    }
    if !allowsLength && text.contains("{{\(Template.Place.contentLength.rawValue)}}") {
      throw value.fault("\"{{content_length}}\" can be filled in only in a raw request")
    }
    return template
  }

  private static func consent(_ value: YAMLValue) throws(ScenarioFault) -> ConsentChoice {
    let mapping = try YAMLMapping(value)
    try mapping.allowOnly(["as", "password", "decision", "scope"])
    let name = try mapping.required("as")
    let username = try name.text()
    let password = try mapping["password"]?.textOrNull()
    let known = Directory.demonstration.resourceOwners.map(\.username)
    guard password != nil || known.contains(username) else {
      let hint = Suggestion.clause(for: username, among: known)
      throw name.fault(
        "nobody is called \(username.quoted)\(hint) (there are: \(known.joined(separator: ", ")))")
    }
    return ConsentChoice(
      username: username, password: password, decision: try mapping["decision"]?.text() ?? "allow",
      scope: try scope(mapping["scope"]))
  }

  private static func scope(_ value: YAMLValue?) throws(ScenarioFault) -> Scope? {
    guard let value else { return nil }
    let tokens = try value.texts()
    do throws(Scope.Fault) {
      return tokens.isEmpty ? Scope() : try Scope(parsing: tokens.joined(separator: " "))
    } catch {
      throw value.fault(expected: "a list of scope tokens without spaces")
    }
  }
}

import AuthorizationServer
import OAuth

/// Reads the steps of a scenario.
struct StepReader {
  static let names = [
    "authorize", "consent", "token", "me", "refresh", "introspect", "revoke", "client-credentials", "raw", "together",
    "advance", "policy", "interference", "rewind",
  ]
  private static let namesTogether = [
    "token", "me", "refresh", "introspect", "revoke", "client-credentials", "raw",
  ]
  private static let longestAdvance = Double(10 * 366 * 86_400)
  private static let mostTogether = 20

  /// Those under which the scenario is played.
  let profiles: [String]

  func steps(_ value: YAMLValue) throws(FileFault) -> [Step] {
    let entries = try value.list(atMost: ScenarioReader.mostSteps)
    guard !entries.isEmpty else { throw value.fault("\(value.name) is empty; a scenario has at least one step") }
    var steps: [Step] = []
    var servers = profiles.compactMap(Profile.named).map(ForeseenServer.init)
    for (index, entry) in entries.enumerated() {
      let named = YAMLValue(node: entry.node, name: "step \(index + 1)", file: entry.file, line: entry.line)
      let step = try step(YAMLMapping(named), after: steps, on: servers)
      for index in servers.indices {
        let isTaken = step.profiles?.contains(servers[index].profile.name) != false
        servers[index].pass(isTaken ? step.action : nil)
      }
      steps.append(step)
    }
    for profile in profiles where steps.taken(under: profile).isEmpty {
      throw value.fault("no step is taken under \(profile.quoted)")
    }
    return steps
  }

  private func step(
    _ mapping: YAMLMapping, after steps: [Step], on servers: [ForeseenServer]
  ) throws(FileFault) -> Step {
    let entry = try self.entry(of: mapping, among: Self.names, besides: ["expect", "under"])
    let action = try action(entry.key, entry.value, after: steps)
    let under = try mapping["under"].map(taken)
    guard let expected = mapping["expect"] else {
      return Step(action: action, expectations: [], under: under, line: mapping.value.line)
    }
    guard action.sendsRequests else {
      throw expected.fault("nothing can be expected of \(entry.key), which sends no request")
    }
    var reader =
      under.map { ExpectationReader(profiles: $0, played: ("step", "under")) } ?? ExpectationReader(profiles: profiles)
    for server in servers {
      reader.foreseen[server.profile.name] = action.requests.map { ForeseenAnswers(server: server, action: $0) }
    }
    return Step(
      action: action, expectations: try expectations(expected, of: action, by: reader), under: under,
      line: mapping.value.line)
  }

  /// The profiles under which alone a step is taken.
  private func taken(_ value: YAMLValue) throws(FileFault) -> [String] {
    var names: [String] = []
    for entry in try value.list(atMost: 50) {
      names.append(try entry.word(among: profiles, called: "profile of this scenario"))
    }
    guard !names.isEmpty else { throw value.fault("\(value.name) is empty; name at least one profile") }
    return names
  }

  /// The one thing that a step does.
  private func entry(
    of mapping: YAMLMapping, among names: [String], besides others: [String] = []
  ) throws(FileFault) -> YAMLMapping.Entry {
    let actions = mapping.entries.filter { !others.contains($0.key) }
    let known = names.joined(separator: ", ")
    if let unknown = actions.first(where: { !names.contains($0.key) }) {
      let hint = Suggestion.clause(for: unknown.key, among: names + others)
      let problem = Self.names.contains(unknown.key) ? "cannot be one of several at once" : "is no step\(hint)"
      throw unknown.value.fault("\(unknown.key.quoted) \(problem) (there are: \(known))")
    }
    guard let action = actions.first else {
      throw mapping.value.fault("\(mapping.value.name) does nothing; it needs one of: \(known)")
    }
    guard actions.count == 1 else {
      throw actions[1].value.fault(
        "\(mapping.value.name) is both \(action.key) and \(actions[1].key); begin each step with a \"-\" of its own")
    }
    return action
  }

  private func action(_ name: String, _ value: YAMLValue, after steps: [Step]) throws(FileFault) -> Step.Action {
    switch name {
    case "consent": return .consent(try ChangesReader.consent(value))
    case "together": return .together(try together(value))
    case "advance": return .advance(try value.seconds(atMost: Self.longestAdvance))
    case "policy": return .policy(try PolicyReader.settings(value))
    case "interference": return .interference(try InterferenceReader.setting(value))
    case "rewind": return .rewind(to: try rewind(value, after: steps))
    default: return try request(name, value)
    }
  }

  /// What can also be sent together with others.
  private func request(_ name: String, _ value: YAMLValue) throws(FileFault) -> Step.Action {
    if let stage = Stage(rawValue: name) { return .request(stage, try ChangesReader.changes(value)) }
    if name == "raw" { return .raw(try ChangesReader.template(try value.text(), of: value)) }
    return .clientCredentials(try ChangesReader.changes(value))
  }

  private func together(_ value: YAMLValue) throws(FileFault) -> [Step.Action] {
    let entries = try value.list(atMost: Self.mostTogether)
    guard entries.count >= 2 else { throw value.fault(expected: "a list of at least two requests") }
    var actions: [Step.Action] = []
    for entry in entries {
      let only = try self.entry(of: try YAMLMapping(entry), among: Self.namesTogether)
      actions.append(try request(only.key, only.value))
    }
    return actions
  }

  private func rewind(_ value: YAMLValue, after steps: [Step]) throws(FileFault) -> Int {
    guard !steps.isEmpty else { throw value.fault("there is no step before this one to go back to") }
    let number = try value.integer(in: 1...steps.count)
    guard steps[number - 1].action.sendsRequests else {
      throw value.fault("step \(number) sends no request; go back to one that does")
    }
    guard steps[number - 1].profiles == nil else {
      throw value.fault("step \(number) is not taken under every profile; go back to one that is")
    }
    return number
  }

  /// One of each answer, where there are several.
  private func expectations(
    _ value: YAMLValue, of action: Step.Action, by reader: ExpectationReader
  ) throws(FileFault) -> [ProfiledExpectation] {
    guard case .together(let actions) = action else { return [try reader.expectation(value)] }
    let entries = try value.list(atMost: Self.mostTogether)
    guard entries.count == actions.count else {
      throw value.fault(
        "\(value.name) must be a list of \(actions.count) expectations, one for each answer, but it has "
          + "\(entries.count)")
    }
    var read: [ProfiledExpectation] = []
    for entry in entries { read.append(try reader.expectation(entry)) }
    return read
  }
}

extension Step.Action {
  /// Each of several at once, or the one.
  fileprivate var requests: [Step.Action] { if case .together(let actions) = self { actions } else { [self] } }
}

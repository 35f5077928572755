import AuthorizationServer
import OAuth
import Playground
import Terminal

/// Every switch of the server's policy: how it stands, what it bends, and why a server would bend it.
struct PolicyContent: ViewContent {
  let model: Model

  private var policy: Policy { model.inspected?.inventory.policy ?? Policy() }
  private var standard: Policy { model.inspected?.inventory.profilePolicy ?? Policy() }

  var heading: StyledLine {
    StyledLine("Policy  ", .title.bold)
      + StyledLine("every switch of the server, changed while it runs", .muted)
      + StyledLine("   profile \(model.inspected?.inventory.profile ?? "")", .muted)
  }

  var listTitle: StyledLine { "Switches" }
  var listShare: Int { 50 }

  var listNote: StyledLine {
    let changed = PolicySwitch.all.count { $0.value(in: policy) != $0.value(in: standard) }
    return StyledLine(
      changed == 0 ? "as the profile has them" : "\(changed) changed", changed == 0 ? .muted : .attention)
  }

  var items: [ListItem] {
    guard model.inspected != nil else { return [] }
    let (policy, standard) = (policy, standard)
    // Room for the mark of the cursor, that of a change, and a value.
    let list = model.viewLayout(self, model.lists[.view(.policy), default: ListState()]).list
    let columns = max(16, min(32, list.columns - 18))
    return PolicySwitch.groups.flatMap { group in
      [.heading(group.title)]
        + group.switches.map { policySwitch in
          let (value, usual) = (policySwitch.value(in: policy), policySwitch.value(in: standard))
          return ListItem(
            policySwitch.name, Self.line(policySwitch, value, isChanged: value != usual, columns: columns),
            words: "\(policySwitch.name) \(PolicyLesson.of(policySwitch.name)?.what ?? "") \(value.text)"
              + (value == usual ? "" : " changed"))
        }
    }
  }

  private static func line(_ policySwitch: PolicySwitch, _ value: JSON, isChanged: Bool, columns: Int) -> StyledLine {
    StyledLine(isChanged ? "• " : "  ", .attention) + StyledLine(policySwitch.name.padded(to: columns)) + " "
      + StyledLine(policySwitch.shown(value), isChanged ? .attention.bold : .value)
  }

  func detail(of name: String?, columns: Int) -> ViewDetail {
    guard let policySwitch = name.flatMap(PolicySwitch.named), let lesson = PolicyLesson.of(policySwitch.name) else {
      return ViewDetail()
    }
    let (value, usual) = (policySwitch.value(in: policy), policySwitch.value(in: standard))
    var rows = [StyledLine("NOW", .title.bold), "  " + StyledLine(policySwitch.shown(value), .value)]
    if value != usual {
      rows[1] += StyledLine("   the profile has \(policySwitch.shown(usual))", .attention)
    }
    rows += choices(of: policySwitch, value, usual, columns: columns)
    for (label, text) in [
      ("WHAT", lesson.what), ("WHY", lesson.why), ("STOPS", lesson.prevents), ("TRY", lesson.fix),
    ] {
      rows += [[], StyledLine(label, .title.bold)] + StyledLine(text).wrapped(to: columns - 2).map { "  " + $0 }
    }
    if !policySwitch.bends.isEmpty {
      rows += [[], StyledLine("BENDS", .title.bold)]
      rows += policySwitch.bends.flatMap { check in
        (StyledLine("\(check.rawValue)  ", .name) + StyledLine("\(check.title), \(check.specification)")).wrapped(
          to: columns - 2
        ).map { "  " + $0 }
      }
    }
    return ViewDetail(
      title: StyledLine(policySwitch.name), note: StyledLine(lesson.specification.description, .muted), rows: rows)
  }

  /// The values there are to choose from; for the others what they must be.
  private func choices(of policySwitch: PolicySwitch, _ value: JSON, _ usual: JSON, columns: Int) -> [StyledLine] {
    let choices = policySwitch.choices
    guard !choices.isEmpty else {
      return [[], StyledLine("VALUES", .title.bold)]
        + StyledLine(policySwitch.expectation).wrapped(to: columns - 2).map { "  " + $0 }
    }
    return [[], StyledLine("VALUES", .title.bold)]
      + choices.map { choice in
        let mark = choice == value ? StyledLine("  ► ", .accent) : StyledLine("    ")
        let note = choice == usual ? StyledLine("  the profile's", .muted) : []
        return mark + StyledLine(policySwitch.shown(choice), choice == value ? .value : .text) + note
      }
  }

  func footer(of name: String?) -> StyledLine {
    guard let policySwitch = name.flatMap(PolicySwitch.named) else { return "" }
    return StyledLine(" \(policySwitch.name): \(policySwitch.expectation)", .muted)
  }
}

extension PolicySwitch {
  /// What one key goes through; empty for what is typed.
  var choices: [JSON] {
    switch kind {
    case .boolean: [true, false]
    case .words(let words, _, _): words.map { .string($0) }
    case .seconds, .text: []
    }
  }

  /// A value as people read it.
  func shown(_ value: JSON) -> String {
    switch (kind, value) {
    case (.seconds, _): "\(value.text) s"
    case (.text, .string("")): "empty"
    default: value.string ?? value.text
    }
  }
}

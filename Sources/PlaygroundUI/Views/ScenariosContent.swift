import OAuth
import Playground
import Terminal

/// The scenarios to choose from, with what each one does and teaches.
struct ScenariosContent: ViewContent {
  let model: Model

  var heading: StyledLine {
    StyledLine("Scenarios", .title.bold)
      + StyledLine(
        "  \(ScenarioLibrary.all.count), with every server \(ScenarioLibrary.performances.count)", .muted)
  }

  var listTitle: StyledLine { "Choose" }

  var listNote: StyledLine {
    StyledLine("\(model.completed.count) of \(ScenarioLibrary.performances.count) done", .muted)
  }

  var items: [ListItem] {
    ScenarioLibrary.folders.flatMap { folder in
      [ListItem.heading(folder.title)]
        + folder.scenarios.flatMap(\.performances).map { item($0, words: folder.name) }
    }
  }

  private var isFiltered: Bool { model.lists[.view(.scenarios)]?.query.isEmpty == false }

  private func item(_ scenario: Scenario, words folder: String) -> ListItem {
    let isPlaying = model.scenario.scenario.name == scenario.name
    let mark = model.completed.contains(scenario.name) ? StyledLine("✓ ", .ok) : StyledLine("  ")
    // Below its title the server is enough; a filter may have left only the server's row.
    let title = isFiltered ? ": \(scenario.title)" : ""
    let text = scenario.name == scenario.id ? scenario.title : "  with \(scenario.profile)\(title)"
    return ListItem(
      scenario.name, mark + StyledLine(text, isPlaying ? Style(.text, .bold) : .text),
      words: ([
        scenario.id, scenario.profile, scenario.title, scenario.about, scenario.fix, scenario.source, folder,
      ] + scenario.refusals).joined(separator: " "))
  }

  func detail(of name: String?, columns: Int) -> ViewDetail {
    guard let scenario = name.flatMap(ScenarioLibrary.scenario(named:)) else { return ViewDetail() }
    var rows = StyledLine(scenario.title, .title.bold).wrapped(to: columns) + [[]]
    rows += StyledLine(scenario.about).wrapped(to: columns) + [[]]
    if !scenario.fix.isEmpty {
      rows += (StyledLine("Fix  ", .title.bold) + StyledLine(scenario.fix)).wrapped(to: columns) + [[]]
    }
    var facts = FactRows()
    facts.add("from", StyledLine(scenario.source))
    if let folder = ScenarioLibrary.folder(of: scenario.id) {
      facts.add("folder", StyledLine(folder.name, .value) + StyledLine(", \(folder.title)", .muted))
    }
    facts.add("profile", scenario.profile)
    facts.add("client", scenario.client.text)
    facts.add("see", StyledLine(scenario.specifications.map(\.description).joined(separator: ", ")))
    rows += facts.rows(columns: columns)
    rows += [[], StyledLine("Steps", .title.bold)]
    rows += scenario.steps.enumerated().map { index, step in
      StyledLine("\(index + 1) ".leftPadded(to: 3), .muted) + StyledLine(step.title)
    }
    return ViewDetail(title: StyledLine(scenario.name), rows: rows)
  }

  func footer(of name: String?) -> StyledLine {
    StyledLine(" \(model.key(.next)) starts it anew: the server's state, clock and policy are as at its start then")
  }
}

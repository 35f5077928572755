import OAuth
import Playground
import Terminal

/// The scenarios to choose from, with what each one does and teaches.
struct ScenariosContent: ViewContent {
  let model: Model

  var heading: StyledLine {
    StyledLine("Scenarios", .title.bold) + StyledLine("  \(ScenarioLibrary.all.count)", .muted)
  }

  var listTitle: StyledLine { "Choose" }

  var listNote: StyledLine {
    StyledLine("\(model.completed.count) of \(ScenarioLibrary.all.count) done", .muted)
  }

  var items: [ListItem] {
    ScenarioLibrary.all.map { scenario in
      let isDone = model.completed.contains(scenario.id)
      let isPlaying = model.scenario.scenario.id == scenario.id
      let mark = isDone ? StyledLine("✓ ", .ok) : StyledLine("  ")
      let line = mark + StyledLine(scenario.title, isPlaying ? Style(.text, .bold) : .text)
      return ListItem(scenario.id, line, words: words(of: scenario))
    }
  }

  private func words(of scenario: Scenario) -> String {
    let folder = ScenarioLibrary.folder(of: scenario.id)
    return ([scenario.id, scenario.title, scenario.about, folder?.name ?? ""] + scenario.refusals)
      .joined(separator: " ")
  }

  func detail(of name: String?, columns: Int) -> ViewDetail {
    guard let scenario = name.flatMap(ScenarioLibrary.scenario) else { return ViewDetail() }
    var rows = StyledLine(scenario.about).wrapped(to: columns) + [[]]
    if let folder = ScenarioLibrary.folder(of: scenario.id) {
      rows += [
        StyledLine("folder   ", .name) + StyledLine(folder.name, .value) + StyledLine(", \(folder.title)", .muted)
      ]
    }
    rows += [StyledLine("profile  ", .name) + StyledLine(scenario.profiles.joined(separator: ", "), .value)]
    rows += [StyledLine("client   ", .name) + StyledLine(scenario.client.text, .value)]
    if !scenario.specifications.isEmpty {
      let sections = scenario.specifications.map(\.description).joined(separator: ", ")
      rows += [StyledLine("see      ", .name) + StyledLine(sections)]
    }
    rows += [[], StyledLine("Steps", .title.bold)]
    rows += scenario.steps.enumerated().map { index, step in
      StyledLine("\(index + 1) ".leftPadded(to: 3), .muted) + StyledLine(step.title)
    }
    return ViewDetail(title: StyledLine(scenario.id), rows: rows)
  }

  func footer(of name: String?) -> StyledLine {
    " ↵ starts it anew: the server's state, clock and policy are as at its start then"
  }
}

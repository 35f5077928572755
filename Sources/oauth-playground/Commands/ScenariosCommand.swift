import ArgumentParser
import OAuth
import Playground

/// Lists what can be run.
struct ScenariosCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scenarios", abstract: "List the built-in scenarios.")

  @OptionGroup var shared: SharedOptions

  func run() {
    let width = ScenarioLibrary.all.map(\.id.count).max() ?? 0
    for scenario in ScenarioLibrary.all {
      switch shared.format {
      case .text:
        Output.line(scenario.id + String(repeating: " ", count: width - scenario.id.count + 2) + scenario.title)
      case .json: Output.line(scenario.summary.text)
      }
    }
  }
}

extension Scenario {
  fileprivate var summary: JSON {
    .object([
      .init("scenario", .string(id)), .init("title", .string(title)), .init("about", .string(about)),
      .init("spec", .array(specifications.map { .string($0.description) })),
      .init("profile", .string(profile)), .init("client", .string(client.text)),
      .init("steps", .integer(Int64(steps.count))),
    ])
  }
}

import ArgumentParser
import OAuth
import Playground

/// Lists what can be run.
struct ScenariosCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scenarios", abstract: "List the built-in scenarios, by the folder they lie in.")

  @OptionGroup var shared: SharedOptions

  func run() {
    let width = ScenarioLibrary.all.map(\.id.count).max() ?? 0
    let folderWidth = ScenarioLibrary.folders.map(\.name.count).max() ?? 0
    for folder in ScenarioLibrary.folders {
      for scenario in folder.scenarios {
        switch shared.format {
        case .text:
          Output.line(scenario.id.padded(to: width) + folder.name.padded(to: folderWidth) + scenario.title)
        case .json: Output.line(scenario.summary(in: folder).text)
        }
      }
    }
  }
}

extension Scenario {
  fileprivate func summary(in folder: ScenarioLibrary.Folder) -> JSON {
    .object([
      .init("scenario", .string(id)), .init("folder", .string(folder.name)), .init("title", .string(title)),
      .init("about", .string(about)), .init("fix", .string(fix)), .init("source", .string(source)),
      .init("spec", .array(specifications.map { .string($0.description) })),
      .init("profiles", .array(profiles.map(JSON.string))), .init("client", .string(client.text)),
      .init("steps", .integer(Int64(steps.count))),
    ])
  }
}

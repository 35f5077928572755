import ArgumentParser
import AuthorizationServer
import OAuth
import Playground

/// Lists the servers that can be imitated, and tells where one departs from another.
struct ProfilesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profiles", abstract: "List the servers that can be imitated, or show where one departs from another.",
    discussion: """
      With a name: its addresses, switches, orders of checks and words, where they differ from strict.

        oauth-playground profiles
        oauth-playground profiles wp-oauth --diff strict
      """)

  @Argument(help: ArgumentHelp("Which server to show.", valueName: "name"))
  var name: String?

  @Option(help: ArgumentHelp("The server to compare it with (default: strict).", valueName: "name"))
  var diff: String?

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if name == nil, diff != nil { throw ValidationError("--diff compares with a server: name the one to compare") }
  }

  func run() throws {
    guard let name else { return list() }
    let comparison = ProfileComparison(
      try Profile.known(name), with: try Profile.known(diff ?? Profile.strict.name))
    switch shared.format {
    case .text: for line in comparison.lines { Output.line(PrintableText.line(line)) }
    case .json: Output.line(comparison.json.text)
    }
  }

  private func list() {
    let width = Profile.all.map(\.name.count).max() ?? 0
    for profile in Profile.all {
      switch shared.format {
      case .text: Output.line(profile.name.padded(to: width) + profile.summary)
      case .json:
        Output.line(
          JSON.object([.init("profile", .string(profile.name)), .init("summary", .string(profile.summary))]).text)
      }
    }
  }
}

extension ProfileComparison {
  fileprivate var json: JSON {
    let sections = Section.allCases.map { section in
      JSON.Member(
        "\(section)",
        .array(
          self[section].map { difference in
            let sides: [(String, String?)] = [
              ("subject", difference.subject), ("this", difference.this), ("other", difference.other),
              ("matters", difference.meaning),
            ]
            return .object(sides.map { .init($0.0, $0.1.map(JSON.string) ?? .null) })
          }))
    }
    return .object([.init("profile", .string(this.name)), .init("comparedWith", .string(other.name))] + sections)
  }
}

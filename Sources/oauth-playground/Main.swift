import ArgumentParser

/// The program and its commands.
@main
struct OAuthPlayground: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "oauth-playground",
    abstract: "Learn OAuth 2.0 by running it, watching it and breaking it.",
    discussion:
      "Everything happens on loopback. Exit status: 0 as expected, 1 an expectation failed, 2 bad usage or input.",
    version: "0.1.0",
    subcommands: [
      WalkCommand.self, ServeCommand.self, RunCommand.self, ScenariosCommand.self, ProfilesCommand.self,
      ExplainCommand.self,
      DiagnoseCommand.self, CompareCommand.self,
    ],
    defaultSubcommand: WalkCommand.self)

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      Ending.because(error)
    }
  }
}

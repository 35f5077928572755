import ArgumentParser
import AuthorizationServer
import Playground

/// How the output is written.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}

/// Options that several commands share.
struct SharedOptions: ParsableArguments {
  @Option(help: ArgumentHelp("What to print: text, or one JSON object a line.", valueName: "text|json"))
  var format = OutputFormat.text
}

extension Profile {
  static func known(_ name: String) throws(ProgramFault) -> Profile {
    guard let profile = named(name) else { throw .unknown(name, "profile", known: all.map(\.name)) }
    return profile
  }
}

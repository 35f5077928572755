import OAuth
import Playground

/// Finds scenarios by what somebody typed.
enum ScenarioFile {
  /// One with each of its servers, or with the one that its name says, or all those of a folder.
  static func performances(_ argument: String) throws(ProgramFault) -> [Scenario] {
    if let scenario = ScenarioLibrary.scenario(named: argument) {
      return argument == scenario.id ? scenario.performances : [scenario]
    }
    var scenarios: [Scenario] = []
    for file in try ScenarioFolder.files(in: argument) ?? [argument] { scenarios += try scenario(file).performances }
    return scenarios
  }

  /// A name without slash and dot is a built-in scenario; everything else is a file.
  static func scenario(_ argument: String) throws(ProgramFault) -> Scenario {
    if let scenario = ScenarioLibrary.scenario(named: argument) { return scenario }
    let octets = try InputFile.octets(
      of: argument, limit: ScenarioReader.largestFile, missing: missing(argument))
    do throws(FileFault) {
      return try ScenarioReader.scenario(in: octets, file: argument)
    } catch {
      throw ProgramFault(error.description)
    }
  }

  private static func missing(_ path: String) -> String {
    let hint = Suggestion.clause(for: path, among: ScenarioLibrary.all.map(\.id))
    return "no such file, and no built-in scenario of that name\(hint)"
  }
}

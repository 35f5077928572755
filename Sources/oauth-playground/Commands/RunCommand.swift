import ArgumentParser
import AuthorizationServer
import Loopback
import OAuth
import Playground

/// Runs scenarios without a terminal.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run scenarios and compare what comes with what they expect.",
    usage: "oauth-playground run <file|id> ... [options]")

  @Argument(
    help: ArgumentHelp("A scenario file, a folder of them, or the name of a built-in scenario.", valueName: "file|id"))
  var scenarios: [String]

  @OptionGroup var shared: SharedOptions

  @Option(
    help: ArgumentHelp(
      "The server to imitate instead of the scenario's own; several times for several. Nothing is expected then but what "
        + "the scenario expects of every server.", valueName: "name"))
  var profile: [String] = []

  @Option(help: "Makes all random values reproducible.")
  var seed: UInt64?

  @Option(
    help: ArgumentHelp(
      "Also write the run to a file: transcript=FILE, har=FILE, or curl=FILE for a script.", valueName: "kind=file"))
  var export: [String] = []

  /// Everything is read before anything is sent.
  func run() throws {
    var read: [Scenario] = []
    for argument in scenarios { read += try ScenarioFile.performances(argument) }
    var named: [String] = []
    for name in profile where !named.contains(name) { named.append(try Profile.known(name).name) }
    var exports: [ExportFile] = []
    for argument in export { exports.append(try ExportFile(argument)) }
    var failed = 0
    let runs = named.isEmpty ? read : read.filter { $0.profile == $0.profiles[0] }.flatMap { named.map($0.played) }
    for scenario in runs {
      let run = try Self.run(scenario, seed: seed, format: shared.format)
      for export in exports { try export.append(run) }
      if !run.isMet { failed += 1 }
    }
    if runs.count > 1, shared.format == .text {
      let noun = Set(runs.map(\.id)).count == runs.count ? "scenarios" : "runs"
      Output.line("\(runs.count) \(noun): \(runs.count - failed) passed, \(failed) failed")
    }
    if failed > 0 { throw ExitCode.expectationFailed }
  }

  private static func run(_ scenario: Scenario, seed: UInt64?, format: OutputFormat) throws -> ScenarioRun {
    let profile = try Profile.known(scenario.profile)
    let carrier: PremisesCarrier
    do throws(ListenerError) {
      carrier = try PremisesCarrier(profile: profile, seed: seed)
    } catch {
      throw ProgramFault(error.description)
    }
    defer { carrier.premises.close() }
    guard var walkthrough = carrier.premises.walkthrough(scenario.client) else {
      throw ProgramFault("\(scenario.client) has no redirection URI and cannot play in a scenario")
    }
    let report = RunReport(scenario)
    var run = ScenarioRun(scenario)
    if format == .text { report.heading.forEach(Output.line) }
    run.finish(&walkthrough, by: carrier) { result in
      switch format {
      case .text: report.lines(result).forEach(Output.line)
      case .json: Output.line(report.line(result))
      }
    }
    switch format {
    case .text: ([report.summary(run)] + report.advice).forEach(Output.line)
    case .json: Output.line(report.line(run))
    }
    return run
  }
}

import ArgumentParser
import AuthorizationServer
import OAuth
import Playground

/// Tells what a server would make of a pasted request, without sending it.
struct DiagnoseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diagnose",
    abstract: "Tell which checks a pasted curl command, HTTP request or URL would pass and fail.",
    discussion: "Nothing is sent. The exit status is 1 if the request would be refused.")

  @Argument(help: ArgumentHelp("The file with the request; - reads standard input.", valueName: "file|-"))
  var file: String

  @Option(help: "Which server to imitate.")
  var profile: String?

  @Option(help: ArgumentHelp("A file with clients, resource owners and policy switches.", valueName: "file"))
  var config: String?

  @Flag(help: "Write secrets, codes and tokens in full.")
  var showSecrets = false

  func run() throws {
    let configuration = try Configuration.read(from: config)
    let profile = try Profile.known(profile ?? configuration.profile ?? Profile.strict.name)
    let request = try PastedFile.read(file, PastedRequest.request)
    var server = AuthorizationServer(
      issuer: Issuer("http://127.0.0.1:\(Premises.usualServerPort)"), profile: profile,
      directory: configuration.directory(clientPort: Premises.usualClientPort),
      random: Live.random(seed: nil, for: .server))
    server.policy = configuration.policy(of: profile)
    let diagnosis = Diagnosis(of: request, on: server, at: Live.machineTime())
    for line in DiagnosisText(diagnosis, showSecrets ? .none : .shortened).lines { Output.line(line) }
    if diagnosis.decision.refusal != nil { throw ExitCode.expectationFailed }
  }
}

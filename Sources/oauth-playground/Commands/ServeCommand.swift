import ArgumentParser
import AuthorizationServer
import Loopback
import OAuth
import Playground

/// Serves the authorization server for other programs and logs every exchange.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Serve the authorization server for your own client, and log every request.",
    usage: "oauth-playground serve [options]")

  @Option(help: "Which server to imitate.")
  var profile: String?

  @Option(help: ArgumentHelp("A file with clients, resource owners and policy switches.", valueName: "file"))
  var config: String?

  @Option(help: ArgumentHelp("The loopback address: 127.0.0.1 or ::1.", valueName: "address"))
  var host = "127.0.0.1"

  @Option(help: "The port; 0 takes any free one.")
  var port = Premises.usualServerPort

  @OptionGroup var shared: SharedOptions

  @Option(help: ArgumentHelp("Approve every authorization request at once in this name.", valueName: "user"))
  var approve: String?

  @Option(help: "Makes all random values reproducible, and so guessable.")
  var seed: UInt64?

  @Flag(help: "Let other programs move the clock, change the policy and more, below /.playground/.")
  var control = false

  @Flag(help: "Write secrets, codes and tokens in full.")
  var showSecrets = false

  func run() throws {
    let log = ExchangeLog(shared.format, redaction)
    let plan = try plan()
    let termination = Termination()
    let premises: Premises
    do throws(ListenerError) {
      premises = try Premises(plan, publish: log.write)
    } catch {
      throw ProgramFault(error.advice)
    }
    log.announce(premises.host.server)
    let signal = termination.wait()
    premises.close()
    log.close()
    throw ExitCode(128 + signal)
  }

  private var redaction: Redaction { showSecrets ? .none : .shortened }

  private func plan() throws(ProgramFault) -> Premises.Plan {
    let configuration = try Configuration.read(from: config)
    let profile = try Profile.known(profile ?? configuration.profile ?? Profile.strict.name)
    if let approve {
      let known = configuration.directory(clientPort: Premises.usualClientPort).resourceOwners.map(\.username)
      guard known.contains(approve) else { throw .unknown(approve, "resource owner", known: known) }
    }
    let address = host == "localhost" ? "127.0.0.1" : host
    return Premises.Plan(
      profile: profile, address: address, serverPort: port, clientPort: nil, seed: seed,
      control: control ? redaction : nil,
      configuration: configuration, approvesAs: approve)
  }
}

extension ListenerError {
  /// With what can be done about it.
  fileprivate var advice: String {
    switch self {
    case .portInUse: "\(description); choose another with --port, or any free one with --port 0"
    default: description
    }
  }
}

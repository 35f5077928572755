import ArgumentParser
import AuthorizationServer
import Loopback
import OAuth
import Playground
import PlaygroundUI
import Terminal

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The terminal program: server, client and browser in one process, stepped through by keys.
struct WalkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "walk", abstract: "Step through authorize, code, token and me in the terminal.")

  @Option(help: "Which server to imitate.")
  var profile: String?

  @Option(help: ArgumentHelp("The scenario to play: an id or a file.", valueName: "id|file"))
  var scenario = "happy-path"

  @Option(help: ArgumentHelp("A file with clients, resource owners and policy switches.", valueName: "file"))
  var config: String?

  @Option(help: "Which of the clients to be; the scenario's own otherwise.")
  var client: String?

  @Option(help: "The authorization server's port; 0 takes any free one.")
  var port = Premises.usualServerPort

  @Option(help: "The port of the client's redirection endpoint; 0 takes any free one.")
  var clientPort: Int?

  @Option(help: "Makes all random values reproducible, and so guessable.")
  var seed: UInt64?

  @Flag(help: "Draw with ASCII characters only.")
  var ascii = false

  @Option(help: ArgumentHelp("How many colours to use.", valueName: "auto|never|16|256"))
  var color = "auto"

  func run() throws {
    let scenario = try ScenarioFile.scenario(scenario)
    let configuration = try Configuration.read(from: config)
    let profile = try Profile.known(profile ?? configuration.profile ?? scenario.profile)
    let player = try player(of: scenario, in: configuration)
    let capabilities = Capabilities.Options(colour: try colours, ascii: ascii)
    let mailbox = Mailbox()
    let premises = try open(profile, configuration, player, mailbox)
    defer { premises.close() }
    guard let walkthrough = premises.walkthrough(player.identifier) else {
      throw ProgramFault("client \(player.identifier) has no redirection URI")
    }
    let display = try NcursesDisplay.opened(capabilities)
    mailbox.attach(display.wakeup)
    let model = Model(
      walkthrough: walkthrough, scenario: ScenarioRun(scenario.played(under: profile.name)),
      clock: premises.host.clock, machineTime: Live.machineTime(), size: display.size,
      surroundings: surroundings(premises, display))
    let console = TerminalConsole(display, environment: Live.environment)
    let parties = Parties.live(premises, mailbox, machineTime: Live.machineTime)
    var loop = EventLoop(
      display: display, mailbox: mailbox, engine: Engine(parties: parties, console: console, model: model))
    let status = loop.run()
    console.close()
    throw ExitCode(status)
  }

  private var colours: Capabilities.Options.Colour {
    get throws(ProgramFault) {
      guard let colours = Capabilities.Options.Colour(rawValue: color) else {
        throw .unknown(color, "number of colours", known: Capabilities.Options.Colour.allCases.map(\.rawValue))
      }
      return colours
    }
  }

  /// The client to play: one that has somewhere to send the browser back to.
  private func player(
    of scenario: Scenario, in configuration: Configuration
  ) throws(ProgramFault) -> RegisteredClient {
    let directory = configuration.directory(clientPort: clientPort ?? Premises.usualClientPort)
    let players = directory.clients.filter { !$0.redirectionURIs.isEmpty }
    let name = client ?? scenario.client.text
    if let player = players.first(where: { $0.identifier.text == name }) { return player }
    // The scenario's own client may be one that the configuration has replaced.
    if client == nil, let first = players.first { return first }
    throw .unknown(name, "client with a redirection URI", known: players.map(\.identifier.text))
  }

  private func open(
    _ profile: Profile, _ configuration: Configuration, _ player: RegisteredClient, _ mailbox: Mailbox
  ) throws(ProgramFault) -> Premises {
    // A client of the file says by its redirection URI where it listens.
    let ownPort = configuration.clients == nil ? nil : player.redirectionURIs.first?.loopbackParts()?.port
    var plan = Premises.Plan(
      profile: profile, serverPort: port, clientPort: clientPort ?? ownPort ?? Premises.usualClientPort,
      fallsBack: true, seed: seed)
    plan.drawnSeed = Live.drawSeed()
    plan.configuration = configuration
    do throws(ListenerError) {
      return try Premises(plan) { mailbox.post(.exchanged($0)) }
    } catch {
      throw ProgramFault(error.description)
    }
  }

  private func surroundings(_ premises: Premises, _ display: NcursesDisplay) -> Surroundings {
    let taken = premises.portsTaken.map { "port \($0) is taken, a free one is used instead" }
    return Surroundings(
      serverAuthority: "127.0.0.1:\(premises.serverPort)", clientAuthority: "127.0.0.1:\(premises.clientPort ?? 0)",
      profile: premises.profile.name, charset: display.capabilities.charset,
      mouse: display.usesMouse, notices: taken + [display.notice].compactMap(\.self))
  }
}

extension NcursesDisplay {
  fileprivate static func opened(_ capabilities: Capabilities.Options) throws(ProgramFault) -> NcursesDisplay {
    do throws(DisplayError) {
      return try open(Options(environment: Live.environment, capabilities: capabilities))
    } catch {
      throw ProgramFault("\(error.description) The commands serve and run need no screen.")
    }
  }
}

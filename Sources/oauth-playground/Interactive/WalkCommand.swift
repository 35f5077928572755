import ArgumentParser
import AuthorizationServer
import OAuth
import Playground
import PlaygroundUI
import Terminal

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The terminal program: server, client and browser in one process, stepped through by keys, by lines or by a script.
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

  @OptionGroup var looks: LookOptions

  @Flag(help: "Lines instead of a screen: for pipes, CI and screen readers. ACCESSIBLE=1 means the same.")
  var plain = false

  @Option(help: ArgumentHelp("Play keys from a file, and save what is to be seen.", valueName: "file"))
  var script: String?

  @Option(help: ArgumentHelp("The size of the script's screen.", valueName: "columns x rows"))
  var size: String?

  @Option(
    help: ArgumentHelp("A file with other keys; keys.yaml in the configuration folder otherwise.", valueName: "file"))
  var keys: String?

  func run() throws {
    let environment = Live.environment
    let script = try script.map { try ScriptFile.script($0) }
    let size = try checkedSize()
    let looks = try looks.checked()
    let keyMap = try PersonalKeyMap.find(keys, script == nil ? environment : [:])
    let time = script.map { _ in ScriptedTime() }
    let walk = try open(time)
    defer { walk.premises.close() }
    let audience = Audience(walk: walk, looks: looks, keyMap: keyMap, environment: environment)
    if let script, let time { throw ExitCode(try audience.play(script, time, size, asksForLines: plain)) }
    throw ExitCode(try audience.play(asksForLines: plain))
  }

  private func checkedSize() throws(ProgramFault) -> Size? {
    guard let size else { return nil }
    guard script != nil else { throw ProgramFault("--size is for --script; a terminal has the size it has") }
    guard let read = Size(script: size) else {
      throw ProgramFault("\(JSON.string(size).text) is no size (expected COLUMNSxROWS, as in 120x36)")
    }
    return read
  }

  private func open(_ time: ScriptedTime?) throws(ProgramFault) -> Walk {
    let scenario = try ScenarioFile.scenario(scenario)
    let configuration = try Configuration.read(from: config)
    let profile = try Profile.known(profile ?? configuration.profile ?? scenario.profile)
    let player = try player(of: scenario, in: configuration)
    // A client of the file says by its redirection URI where it listens.
    let ownPort = configuration.clients == nil ? nil : player.redirectionURIs.first?.loopbackParts()?.port
    var plan = Premises.Plan(
      profile: profile, serverPort: port, clientPort: clientPort ?? ownPort ?? Premises.usualClientPort,
      fallsBack: true, seed: seed)
    plan.drawnSeed = Live.drawSeed()
    plan.configuration = configuration
    if let time { plan.follow(time) }
    return try Walk(scenario.played(under: profile.name), client: player.identifier, plan)
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
}

extension Premises.Plan {
  /// Everything that two runs could differ in is made the same.
  fileprivate mutating func follow(_ time: ScriptedTime) {
    let still = ContinuousClock.now
    seed = seed ?? 1
    keepsUsualNames = true
    machineTime = { time.now }
    stopwatch = { still }
  }
}

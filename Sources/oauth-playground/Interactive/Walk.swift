import AuthorizationServer
import Loopback
import OAuth
import Playground
import PlaygroundUI
import Terminal

/// A scenario, the parties that play it, and the server behind them: what is played, whoever watches.
struct Walk {
  let premises: Premises
  let mailbox: Mailbox
  let machineTime: @Sendable () -> Instant
  private let walkthrough: Walkthrough
  private let scenario: Scenario

  /// - Throws: a client that cannot play, or a port that cannot be had.
  init(
    _ scenario: Scenario, client identifier: ClientIdentifier, _ plan: Premises.Plan
  ) throws(ProgramFault) {
    let mailbox = Mailbox()
    do throws(ListenerError) {
      premises = try Premises(plan) { mailbox.post(.exchanged($0)) }
    } catch {
      throw ProgramFault(error.description)
    }
    guard let walkthrough = premises.walkthrough(identifier) else {
      premises.close()
      throw ProgramFault("client \(identifier) has no redirection URI")
    }
    self.walkthrough = walkthrough
    self.scenario = scenario
    self.mailbox = mailbox
    machineTime = plan.machineTime
  }

  /// The model at its start.
  func model(
    size: Size, charset: Charset, keyMap: KeyMap = .standard, mouse: Bool = false, isDrawn: Bool = true,
    notices: [String] = []
  ) -> Model {
    Model(
      walkthrough: walkthrough, scenario: ScenarioRun(scenario), clock: premises.host.clock,
      machineTime: machineTime(), size: size,
      surroundings: Surroundings(
        serverAuthority: premises.serverAuthority, clientAuthority: premises.clientAuthority,
        charset: charset, keyMap: keyMap, mouse: mouse, isDrawn: isDrawn,
        notices: notices))
  }

  func engine(_ console: any Console, _ model: Model) -> Engine {
    Engine(parties: .live(premises, mailbox, machineTime: machineTime), console: console, model: model)
  }

  /// What was asked for and could not be had.
  var portNotices: [String] { premises.portsTaken.map { "port \($0) is taken, a free one is used instead" } }
}

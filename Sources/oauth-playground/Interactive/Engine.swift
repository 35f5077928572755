import AuthorizationServer
import OAuth
import Playground
import PlaygroundUI
import Terminal

/// Message, update, effects: what the screen, plain lines and scripts have in common.
struct Engine {
  let parties: Parties
  let console: any Console
  private(set) var model: Model
  /// How many requests of ours are without an answer.
  private var awaited = 0
  private var wantsInventory = false

  init(parties: Parties, console: any Console, model: Model) {
    self.parties = parties
    self.console = console
    self.model = model
  }

  /// Nothing more comes of what was told so far.
  var isSettled: Bool { awaited == 0 && !console.isLent }

  /// Tells the model everything, and whatever comes of it; the exit status once somebody leaves. The server is looked
  /// into once for all, however many of the messages ask for it.
  mutating func process(_ messages: [Message]) -> Int32? {
    if let status = tell(messages) { return status }
    guard wantsInventory else { return nil }
    wantsInventory = false
    return tell([.inspected(parties.inspect())])
  }

  private mutating func tell(_ messages: [Message]) -> Int32? {
    for message in messages {
      if case .answered = message { awaited -= 1 }
      for effect in model.update(message, at: parties.machineTime()) {
        if case .quit(let status) = effect { return status }
        if let answer = perform(effect), let status = tell([answer]) { return status }
      }
    }
    return nil
  }

  /// What the model is to be told at once; nil for what is answered later, or never.
  private mutating func perform(_ effect: Effect) -> Message? {
    switch effect {
    case .send(let dispatch):
      awaited += 1
      parties.send(dispatch)
      return nil
    case .clock(let change): return .clockChanged(parties.changeClock(change))
    case .rewind(let moment): return .clockChanged(parties.rewind(moment))
    case .change(let change): return parties.change(change)
    case .takeBackChange: return parties.takeBackChange()
    case .inspect:
      wantsInventory = true
      return nil
    case .diagnose(let request): return .diagnosed(parties.diagnose(request))
    case .compare(let subject, let profile): return parties.compare(subject, profile)
    case .interfere(let setting): return .interfering(parties.interfere(setting))
    case .listInterferences: return .interfering(parties.interferences())
    case .begin(let scenario): return parties.begin(scenario)
    case .copy(let copied): return console.copy(copied)
    case .save(let exported): return ExportedFile.save(exported)
    case .edit(let text): return console.edit(text)
    case .page(let title, let text): return console.page(text, title: title)
    case .mouse(let isOn): return console.setMouse(isOn)
    case .suspend: return console.suspend()
    case .redraw:
      console.redraw()
      return nil
    case .quit: return nil
    }
  }
}

/// What the effects of the model on server and client are done with.
struct Parties {
  let machineTime: () -> Instant
  let send: (Dispatch) -> Void
  let changeClock: (ClockChange) -> ServerClock
  let interfere: (InterferenceSetting?) -> [InterferenceSetting]
  let interferences: () -> [InterferenceSetting]
  let change: (ServerChange) -> Message
  let takeBackChange: () -> Message
  let inspect: () -> Inventory
  let rewind: (Moment.Number) -> ServerClock
  let begin: (String) -> Message?
  let diagnose: (RequestMessage) -> Diagnosis
  let compare: (ComparisonSubject, String) -> Message?
}

extension Parties {
  /// Those behind the listeners.
  static func live(
    _ premises: Premises, _ mailbox: Mailbox, machineTime: @escaping @Sendable () -> Instant
  ) -> Parties {
    Parties(
      machineTime: machineTime,
      send: { dispatch in
        premises.send(dispatch) { mailbox.post(.answered(dispatch.number, $0)) }
      },
      changeClock: { change in premises.host.setClock { change.apply(to: &$0, at: $1) } },
      interfere: { setting in
        premises.host.interfere(setting)
        return premises.host.interferences
      },
      interferences: { premises.host.interferences },
      change: { change in .changed { () throws(ServerChangeFault) in try premises.host.change(change) } },
      takeBackChange: { .changed { () throws(ServerChangeFault) in try premises.host.takeBackChange() } },
      inspect: { premises.host.inventory },
      rewind: { premises.host.rewind(to: $0) },
      begin: { premises.begin($0) },
      diagnose: { Diagnosis(of: $0, on: premises.host.server, at: premises.host.serverTime) },
      compare: { subject, name in
        Profile.named(name).flatMap { premises.host.compare(subject, with: $0) }.map(Message.compared)
      })
  }
}

extension Premises {
  /// A scenario of the library from its start; nil if no client can play it.
  fileprivate func begin(_ name: String) -> Message? {
    guard let scenario = ScenarioLibrary.scenario(named: name), let profile = Profile.named(scenario.profile) else {
      return nil
    }
    restart(as: profile)
    return walkthrough(scenario.client).map { .begun(scenario: name, $0, host.clock) }
  }
}

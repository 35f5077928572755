import AuthorizationServer
import HTTPTypes
import OAuth
import OAuthClient
import Playground
import Synchronization
import Terminal

@testable import PlaygroundUI

/// A learner before a screen: keys go in, the model's effects are carried out in memory, and the screen comes out.
/// The machine's time stands still until it is moved.
final class Rig {
  private(set) var model: Model
  let host: PlaygroundHost
  private(set) var exitStatus: Int32?
  private(set) var effects: [Effect] = []
  private let time: MovedTime
  private let published: Published
  private var requests = 0

  static let start = Instant(seconds: 1_795_262_400)  // 2026-11-21T12:00:00Z

  init(
    _ columns: Int = 80, _ rows: Int = 24, scenario: String = "happy-path", under profile: String? = nil,
    charset: Charset = .utf8, keyMap: KeyMap = .standard
  ) {
    let time = MovedTime(Self.start)
    let published = Published()
    let written = Self.scenario(scenario)
    let scenario = written.played(under: profile ?? written.profile)
    let server = Self.server(scenario)
    host = PlaygroundHost(server: server, machineTime: { time.now }, publish: { published.add($0) })
    self.time = time
    self.published = published
    model = Model(
      walkthrough: Self.walkthrough(scenario, server, at: time.now),
      scenario: ScenarioRun(scenario), clock: host.clock, machineTime: time.now,
      size: Size(columns: columns, rows: rows),
      surroundings: Surroundings(
        serverAuthority: "127.0.0.1:8414", clientAuthority: "127.0.0.1:8252", charset: charset, keyMap: keyMap))
  }

  var lines: [String] { model.view().lines }
  var screen: String { lines.joined(separator: "\n") }

  /// Presses keys by their names and carries out what follows until nothing is on its way.
  @discardableResult
  func press(_ names: String...) -> Rig {
    for name in names {
      guard let key = Key(name: name) else { preconditionFailure("\(name) is no key") }
      handle(.key(key))
    }
    return self
  }

  /// Presses a key several times before anything that follows is carried out, as a fast typist does.
  func pressAtOnce(_ key: Key, times: Int) {
    let effects = (0..<times).flatMap { _ in model.update(.key(key), at: time.now) }
    for effect in effects { perform(effect) }
  }

  @discardableResult
  func type(_ text: String) -> Rig {
    for character in text { handle(.key(.character(character))) }
    return self
  }

  /// Opens a view by its own key.
  @discardableResult
  func open(_ view: ViewKind) -> Rig {
    guard let key = model.surroundings.keyMap.entry(of: .view(view))?.keys.first else {
      preconditionFailure("\(view) has no key")
    }
    handle(.key(key))
    return self
  }

  func pass(_ duration: Duration) {
    time.advance(duration)
    handle(.ticked)
  }

  /// Somebody else's request.
  func receive(_ request: RequestMessage, as party: Party = .authorizationServer) {
    _ = carry(request, octets: request.octets, to: party, dispatch: nil)
  }

  /// Octets of somebody else that the listener refused.
  func receive(malformed octets: [UInt8], problem: String) {
    requests += 1
    host.record(
      .init(
        party: .authorizationServer, number: requests, requestBytes: octets,
        responseBytes: Array("HTTP/1.1 400 Bad Request\r\n\r\n".utf8), peerPort: 40_000 + requests,
        duration: .milliseconds(1), problem: (problem, 400)))
    for exchange in published.take() { handle(.exchanged(exchange)) }
  }

  func handle(_ message: Message) {
    for effect in model.update(message, at: time.now) { perform(effect) }
  }

  private func perform(_ effect: Effect) {
    effects.append(effect)
    switch effect {
    case .send(let dispatch):
      let party: Party = dispatch.authority == "127.0.0.1:8252" ? .client : .authorizationServer
      guard let message = dispatch.message ?? Self.message(dispatch) else {
        return handle(.answered(dispatch.number, .failure(CarrierFailure("octets as they are need a wire"))))
      }
      let response = carry(message, octets: dispatch.octets, to: party, dispatch: dispatch)
      let lost = CarrierFailure("the connection was closed before a whole response came (0 bytes came)")
      handle(.answered(dispatch.number, response.map { .success($0) } ?? .failure(lost)))
    case .clock(let change): handle(.clockChanged(host.setClock { change.apply(to: &$0, at: $1) }))
    case .interfere(let setting):
      host.interfere(setting)
      handle(.interfering(host.interferences))
    case .listInterferences: handle(.interfering(host.interferences))
    case .change(let change): handle(.changed { () throws(ServerChangeFault) in try host.change(change) })
    case .takeBackChange: handle(.changed { () throws(ServerChangeFault) in try host.takeBackChange() })
    case .inspect: handle(.inspected(host.inventory))
    case .quit(let status): exitStatus = status
    case .rewind(let moment):
      handle(.clockChanged(host.rewind(to: moment)))
    case .diagnose(let request): handle(.diagnosed(Diagnosis(of: request, on: host.server, at: host.now)))
    case .compare(let subject, let name):
      Profile.named(name).flatMap { host.compare(subject, with: $0) }.map { handle(.compared($0)) }
    case .begin(let id): begin(id)
    case .suspend, .redraw, .copy, .save, .page, .edit, .mouse: break
    }
  }

  /// Octets that are sent as they are, as far as they are a request.
  private static func message(_ dispatch: Dispatch) -> RequestMessage? {
    var message = try? PastedRequest.request(in: String(decoding: dispatch.octets, as: UTF8.self))
    message?.head.authority = dispatch.authority
    return message
  }

  private func begin(_ name: String) {
    let scenario = Self.scenario(name)
    host.restart(with: Self.server(scenario))
    handle(.begun(scenario: name, Self.walkthrough(scenario, host.server, at: time.now), host.clock))
  }

  private static func scenario(_ name: String) -> Scenario {
    guard let scenario = ScenarioLibrary.scenario(named: name) else { preconditionFailure("no scenario \(name)") }
    return scenario
  }

  private static func walkthrough(_ scenario: Scenario, _ server: AuthorizationServer, at now: Instant) -> Walkthrough {
    guard let configuration = ClientConfiguration.demonstration(scenario.client, of: server, port: 8252) else {
      preconditionFailure("no client \(scenario.client)")
    }
    let client = OAuthClient(configuration: configuration, random: .seeded(1, stream: 2))
    return Walkthrough(client: client, among: Cast(of: server, with: configuration), at: now)
  }

  private static func server(_ scenario: Scenario) -> AuthorizationServer {
    guard let profile = Profile.named(scenario.profile) else { preconditionFailure("no profile \(scenario.profile)") }
    return AuthorizationServer(
      issuer: Issuer("http://127.0.0.1:8414"), profile: profile, directory: .demonstration,
      random: .seeded(1, stream: 1), signingKeys: SigningKeys { algorithm, _ in .ofRFC7515(algorithm) })
  }

  private func carry(
    _ request: RequestMessage, octets: [UInt8], to party: Party, dispatch: Dispatch?
  ) -> ResponseMessage? {
    requests += 1
    if let dispatch { host.expect(dispatch, fromPort: 40_000 + requests) }
    time.advance(host.hold(request, as: party, number: requests))
    let response = host.respond(to: request, as: party, number: requests)
    host.record(
      .init(
        party: party, number: requests, requestBytes: octets,
        responseBytes: response.map { Array("HTTP/1.1 \($0.head.status.code)\r\n\r\n".utf8) + $0.body } ?? [],
        peerPort: 40_000 + requests, duration: .milliseconds(2), problem: nil))
    for exchange in published.take() { handle(.exchanged(exchange)) }
    return response
  }
}

/// A machine's time that is moved by hand.
final class MovedTime: Sendable {
  private let instant: Mutex<Instant>

  init(_ instant: Instant) { self.instant = Mutex(instant) }

  var now: Instant { instant.withLock { $0 } }

  func advance(_ duration: Duration) { instant.withLock { $0 = $0 + duration } }
}

private final class Published: Sendable {
  private let exchanges = Mutex<[Exchange]>([])

  func add(_ exchange: Exchange) { exchanges.withLock { $0.append(exchange) } }

  func take() -> [Exchange] {
    exchanges.withLock { exchanges in
      defer { exchanges = [] }
      return exchanges
    }
  }
}

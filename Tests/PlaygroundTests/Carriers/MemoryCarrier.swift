import AuthorizationServer
import HTTPTypes
import OAuth
import OAuthClient
import Playground
import Synchronization
import Testing

/// The beginning of every test.
let dawn = Instant(seconds: 1_800_000_000)

/// Keeps what a host publishes.
final class Published: Sendable {
  private let exchanges = Mutex<[Exchange]>([])

  func append(_ exchange: Exchange) { exchanges.withLock { $0.append(exchange) } }

  func take() -> [Exchange] {
    exchanges.withLock { exchanges in
      defer { exchanges = [] }
      return exchanges
    }
  }
}

/// Calls the host directly: everything but the network.
final class MemoryCarrier: Carrier {
  let host: PlaygroundHost
  private let published = Published()
  private let sent = Mutex(0)
  /// Requests of one of our parties that get no answer.
  let isCutOff: @Sendable (Dispatch) -> Bool

  init(
    seed: UInt64 = 1, profile: Profile = .strict, control: Redaction? = nil,
    configure: (inout AuthorizationServer) -> Void = { _ in },
    isCutOff: @escaping @Sendable (Dispatch) -> Bool = { _ in false }
  ) {
    var server = AuthorizationServer.lesson(seed: seed, profile: profile)
    configure(&server)
    var clock = ServerClock()
    clock.pause(at: dawn)
    host = PlaygroundHost(
      server: server, clock: clock, control: control, machineTime: { dawn }, publish: published.append)
    self.isCutOff = isCutOff
  }

  var now: Instant { host.now }

  func advance(by duration: Duration) {
    _ = host.setClock { clock, _ in clock.advance(by: duration) }
  }

  func bend(_ settings: [PolicySetting]) { host.bend(settings) }

  func rewind(to moment: Moment.Number) { _ = host.rewind(to: moment) }

  func interfere(_ setting: InterferenceSetting?) { host.interfere(setting) }

  /// One after the other: here it is known who comes first.
  func sendTogether(_ dispatches: [Dispatch]) -> [Result<ResponseMessage, CarrierFailure>] { dispatches.map(send) }

  func takeExchanges() -> [Exchange] { published.take() }

  /// By the control interface, which has to be there.
  func rotateKeys() {
    let request = RequestMessage(
      head: HTTPRequest(
        method: .post, scheme: "http", authority: "127.0.0.1:8414", path: "/.playground/rotate-keys"), body: [])
    #expect(host.respond(to: request, as: .authorizationServer, number: -1)?.head.status == .ok)
  }

  func send(_ dispatch: Dispatch) -> Result<ResponseMessage, CarrierFailure> {
    if isCutOff(dispatch) { return .failure(CarrierFailure("the cable was cut")) }
    let number = sent.withLock { sent in
      sent += 1
      return sent
    }
    host.expect(dispatch, fromPort: 50_000 + number)
    let message = dispatch.message ?? RequestMessage(wire: dispatch.octets)
    let party: Party = dispatch.authority == "127.0.0.1:8252" ? .client : .authorizationServer
    #expect(host.hold(message, as: party, number: number) == .zero)
    let response = host.respond(to: message, as: party, number: number)
    host.record(
      .init(
        party: party, number: number, requestBytes: dispatch.octets, responseBytes: [], peerPort: 50_000 + number,
        duration: .milliseconds(1), problem: nil))
    return response.map { .success($0) } ?? .failure(CarrierFailure("the connection was closed without an answer"))
  }

  /// A walkthrough of a demonstration client.
  func walkthrough(
    _ client: String = "workshop-app", configure: (inout ClientConfiguration) -> Void = { _ in }
  ) throws -> Walkthrough {
    try .demonstration(client, of: host.server, at: now, configure: configure)
  }

  /// Begins a stage and carries whatever follows from it.
  func play(_ stage: Stage, _ walkthrough: inout Walkthrough) {
    var next = walkthrough.begin(stage, at: now)
    while let dispatch = next {
      let result = send(dispatch)
      for exchange in takeExchanges() { walkthrough.record(exchange) }
      next = walkthrough.answered(dispatch.number, result, at: now)
    }
  }
}

extension AuthorizationServer {
  /// The server of every test: its values come from a seed, its keys are those of RFC 7515.
  static func lesson(seed: UInt64 = 1, profile: Profile = .strict) -> AuthorizationServer {
    AuthorizationServer(
      issuer: Issuer("http://127.0.0.1:8414"), profile: profile, directory: .demonstration,
      random: .seeded(seed, stream: 1),
      signingKeys: SigningKeys { algorithm, ordinal in ordinal == 0 ? .ofRFC7515(algorithm) : .generate(algorithm) })
  }
}

extension Walkthrough {
  static func demonstration(
    _ name: String, of server: AuthorizationServer, at now: Instant,
    configure: (inout ClientConfiguration) -> Void = { _ in }
  ) throws -> Walkthrough {
    let identifier = try #require(ClientIdentifier(name))
    var configuration = try #require(ClientConfiguration.demonstration(identifier, of: server, port: 8252))
    configure(&configuration)
    let client = OAuthClient(configuration: configuration, random: .seeded(1, stream: 2))
    return Walkthrough(client: client, among: Cast(of: server, with: configuration), at: now)
  }
}

extension RequestMessage {
  /// A request as text, for carriers that have no parser.
  init(wire: [UInt8]) {
    let text = String(decoding: wire, as: UTF8.self)
    let end = text.firstRange(of: "\r\n\r\n")?.lowerBound ?? text.endIndex
    let lines = text[..<end].split(separator: "\r\n")
    let words = lines[0].split(separator: " ")
    var fields = HTTPFields()
    var host: String?
    for line in lines.dropFirst() {
      let name = String(line.prefix { $0 != ":" })
      let value = String(line.dropFirst(name.count + 1).drop { $0 == " " })
      if name == "Host" { host = value }
      if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) }
    }
    self.init(
      head: HTTPRequest(
        method: HTTPRequest.Method(String(words[0])) ?? .get, scheme: "http", authority: host, path: String(words[1]),
        headerFields: fields),
      body: Array(text[end...].dropFirst(1).utf8.drop { $0 == 13 || $0 == 10 }))
  }
}

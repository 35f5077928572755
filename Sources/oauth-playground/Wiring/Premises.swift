import AuthorizationServer
import HTTPTypes
import Loopback
import OAuth
import OAuthClient
import Playground
import Synchronization

/// The two listeners, the host behind them, and the transport to reach them:
/// everything a playground needs of the machine.
final class Premises: Sendable {
  let host: PlaygroundHost
  let profile: Profile
  /// Where the authorization server really listens.
  let serverPort: Int
  /// Where the client's redirection endpoint really listens; nil without one.
  let clientPort: Int?
  /// What the server and the redirection endpoint are called in URLs: `127.0.0.1:8414`.
  let serverAuthority: String
  let clientAuthority: String
  /// What was asked for and taken already, where a free port was used instead.
  let portsTaken: [Int]

  private let listeners: [Listener]
  private let transport = Transport()
  private let routes: [String: Int]
  private let clientName: Int
  private let plan: Plan
  private let issuer: String

  static let usualServerPort = 8414
  static let usualClientPort = Directory.usualClientPort

  /// - Parameter publish: is told each exchange before its sender has the response; it must not block for long.
  init(_ plan: Plan, publish: @escaping @Sendable (Exchange) -> Void) throws(ListenerError) {
    let reception = Reception()
    let server = try Self.open(plan, plan.serverPort, .authorizationServer, reception)
    let client: Opened?
    do throws(ListenerError) {
      client = try plan.clientPort.map { port throws(ListenerError) in try Self.open(plan, port, .client, reception) }
    } catch {
      server.listener.close()
      throw error
    }
    profile = plan.profile
    self.plan = plan
    listeners = [server.listener] + (client.map { [$0.listener] } ?? [])
    serverPort = server.listener.port
    clientPort = client?.listener.port
    portsTaken = [server.taken, client?.taken].compactMap(\.self)
    let serverName = plan.keepsUsualNames ? Self.usualServerPort : serverPort
    clientName = plan.keepsUsualNames ? Self.usualClientPort : clientPort ?? Self.usualClientPort
    let shownAddress = plan.address.contains(":") ? "[\(plan.address)]" : plan.address
    var routes = ["\(shownAddress):\(serverName)": serverPort]
    if let clientPort { routes["\(shownAddress):\(clientName)"] = clientPort }
    self.routes = routes
    serverAuthority = "\(shownAddress):\(serverName)"
    clientAuthority = "\(shownAddress):\(clientName)"
    issuer = "http://\(serverAuthority)"
    host = PlaygroundHost(
      server: Self.server(plan, plan.profile, issuer: issuer, clientPort: clientName), clock: plan.clock,
      control: plan.control, machineTime: plan.machineTime, publish: publish)
    reception.open(host)
  }

  /// Puts the server back to its start, as another profile if need be.
  func restart(as profile: Profile) {
    host.restart(with: Self.server(plan, profile, issuer: issuer, clientPort: clientName))
  }

  private static func server(
    _ plan: Plan, _ profile: Profile, issuer: String, clientPort: Int
  ) -> AuthorizationServer {
    let reserve = KeyReserve(startingWith: Live.signingKeys(seed: plan.seed))
    for algorithm in SigningAlgorithm.allCases { reserve.fill(algorithm, upTo: 0) }
    var server = AuthorizationServer(
      issuer: Issuer(issuer), profile: profile, directory: plan.configuration.directory(clientPort: clientPort),
      random: Live.random(seed: plan.seed ?? plan.drawnSeed, for: .server),
      signingKeys: SigningKeys(makingBy: reserve.key))
    server.approvesAs = plan.approvesAs
    server.policy = plan.configuration.policy(of: profile)
    return server
  }

  private struct Opened {
    let listener: Listener
    let taken: Int?
  }

  private static func open(
    _ plan: Plan, _ port: Int, _ party: Party, _ reception: Reception
  ) throws(ListenerError) -> Opened {
    let service = reception.service(for: party)
    do throws(ListenerError) {
      return Opened(listener: try listener(plan, port, service), taken: nil)
    } catch {
      guard plan.fallsBack, case .portInUse = error else { throw error }
      return Opened(listener: try listener(plan, 0, service), taken: port)
    }
  }

  private static func listener(_ plan: Plan, _ port: Int, _ service: Service) throws(ListenerError) -> Listener {
    try .open(host: plan.address, port: port, now: plan.stopwatch, service: service)
  }

  /// A walk of a client of the directory, which talks to this server; nil for one without a redirection URI.
  func walkthrough(_ identifier: ClientIdentifier) -> Walkthrough? {
    ClientConfiguration.demonstration(identifier, of: host.server, port: clientName).map { configuration in
      let client = OAuthClient(
        configuration: configuration, random: Live.random(seed: plan.seed ?? plan.drawnSeed, for: .client))
      return Walkthrough(client: client, among: Cast(of: host.server, with: configuration), at: host.now)
    }
  }

  /// Sends a request of ours. The completion is called once, on the transport's thread.
  func send(
    _ dispatch: Dispatch, completion: @escaping @Sendable (Result<ResponseMessage, CarrierFailure>) -> Void
  ) {
    let (address, port) = destination(of: dispatch)
    transport.send(dispatch.octets, to: port, host: address, connected: announce(dispatch)) { result in
      completion(result.map(\.message).mapError { CarrierFailure($0.description) })
    }
  }

  /// The same, waiting for the answer.
  func sendAndWait(_ dispatch: Dispatch) -> Result<ResponseMessage, CarrierFailure> {
    let (address, port) = destination(of: dispatch)
    do throws(TransportFailure) {
      let answer = try transport.sendAndWait(dispatch.octets, to: port, host: address, connected: announce(dispatch))
      return .success(answer.message)
    } catch {
      return .failure(CarrierFailure(error.description))
    }
  }

  /// Several at once: all are sent before any answer is waited for.
  func sendTogether(_ dispatches: [Dispatch]) -> [Result<ResponseMessage, CarrierFailure>] {
    let sendings = dispatches.map { dispatch in
      let (address, port) = destination(of: dispatch)
      return Transport.Sending(dispatch.octets, to: port, host: address, connected: announce(dispatch))
    }
    return transport.sendTogether(sendings).map { result in
      result.map(\.message).mapError { CarrierFailure($0.description) }
    }
  }

  /// Ends everything that is under way and waits until it has ended.
  func close() {
    transport.close()
    for listener in listeners { listener.close() }
  }

  private func announce(_ dispatch: Dispatch) -> @Sendable (Int) -> Void {
    { [host] in host.expect(dispatch, fromPort: $0) }
  }

  /// Our own parties by their names; everybody else at the port that the authority says.
  private func destination(of dispatch: Dispatch) -> (address: String, port: Int) {
    let authority = dispatch.authority
    let colon = authority.lastIndex(of: ":").flatMap { authority[$0...].contains("]") ? nil : $0 }
    let name = colon.map { String(authority[..<$0]) } ?? authority
    let address = name == "localhost" ? "127.0.0.1" : String(name.filter { $0 != "[" && $0 != "]" })
    let port = colon.map { String(authority[$0...].dropFirst()).asciiNumber ?? 0 } ?? 80
    return (address, routes[authority] ?? port)
  }
}

extension WireAnswer {
  fileprivate var message: ResponseMessage {
    ResponseMessage(status: head.status, fields: head.headerFields, body: body)
  }
}

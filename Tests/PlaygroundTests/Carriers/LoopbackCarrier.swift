import AuthorizationServer
import HTTPTypes
import Loopback
import OAuth
import Playground
import Synchronization

/// The same over real HTTP: two listeners on free ports that answer under the names of the usual ones.
final class LoopbackCarrier: Carrier, Sendable {
  let host: PlaygroundHost
  private let published: Published
  private let listeners: [Listener]
  private let transport = Transport()
  private let ports: [String: Int]

  var serverPort: Int { listeners[0].port }

  init(profile: Profile = .strict, configure: (inout AuthorizationServer) -> Void = { _ in }) throws {
    var server = AuthorizationServer.lesson(profile: profile)
    configure(&server)
    var clock = ServerClock()
    clock.pause(at: dawn)
    let published = Published()
    let host = PlaygroundHost(server: server, clock: clock, machineTime: { dawn }, publish: published.append)
    listeners = try [Party.authorizationServer, .client].map { party in
      try Listener.open(
        port: 0,
        service: Service(
          hold: { host.hold(RequestMessage(head: $0.head, body: $0.body), as: party, number: $0.number) },
          respond: { request in
            let message = RequestMessage(head: request.head, body: request.body)
            guard let response = host.respond(to: message, as: party, number: request.number) else {
              return ResponseToSend(head: HTTPResponse(status: .serviceUnavailable), delivery: .none)
            }
            return ResponseToSend(head: response.head, body: response.body)
          },
          record: { wire in
            host.record(
              .init(
                party: party, number: wire.number, requestBytes: wire.requestBytes, responseBytes: wire.responseBytes,
                peerPort: wire.peerPort, duration: wire.duration,
                problem: wire.problem.map { ($0.description, $0.status.code) }))
          }))
    }
    ports = ["127.0.0.1:8414": listeners[0].port, "127.0.0.1:8252": listeners[1].port]
    self.host = host
    self.published = published
  }

  func close() {
    transport.close()
    for listener in listeners { listener.close() }
  }

  var now: Instant { host.now }

  func advance(by duration: Duration) {
    _ = host.setClock { clock, _ in clock.advance(by: duration) }
  }

  func bend(_ settings: [PolicySetting]) { host.bend(settings) }

  func interfere(_ setting: InterferenceSetting?) { host.interfere(setting) }

  func rewind(to moment: Moment.Number) { _ = host.rewind(to: moment) }

  func sendTogether(_ dispatches: [Dispatch]) -> [Result<ResponseMessage, CarrierFailure>] {
    let sendings = dispatches.map { dispatch in
      Transport.Sending(dispatch.octets, to: ports[dispatch.authority] ?? 1) { [host] in
        host.expect(dispatch, fromPort: $0)
      }
    }
    return transport.sendTogether(sendings).map { result in
      result.map(Self.message).mapError { CarrierFailure($0.description) }
    }
  }

  private static func message(_ answer: WireAnswer) -> ResponseMessage {
    ResponseMessage(status: answer.head.status, fields: answer.head.headerFields, body: answer.body)
  }

  func takeExchanges() -> [Exchange] { published.take() }

  func send(_ dispatch: Dispatch) -> Result<ResponseMessage, CarrierFailure> {
    send(dispatch.octets, to: ports[dispatch.authority] ?? 1) { [host] in host.expect(dispatch, fromPort: $0) }
  }

  func send(
    _ octets: [UInt8], to port: Int, connected: @escaping @Sendable (Int) -> Void = { _ in }
  ) -> Result<ResponseMessage, CarrierFailure> {
    do throws(TransportFailure) {
      let answer = try transport.sendAndWait(octets, to: port, connected: connected)
      return .success(Self.message(answer))
    } catch {
      return .failure(CarrierFailure(error.description))
    }
  }

  /// Sends without waiting and tells the status; 0 where no answer came.
  func send(_ octets: [UInt8], to port: Int, completion: @escaping @Sendable (Int) -> Void) {
    transport.send(octets, to: port) { result in
      switch result {
      case .success(let answer): completion(answer.head.status.code)
      case .failure: completion(0)
      }
    }
  }
}

import HTTPTypes
import Loopback
import OAuth
import Playground
import Synchronization

/// Stands between the listeners and the host, which can be made only when the ports are known.
final class Reception: Sendable {
  private let host = Mutex<PlaygroundHost?>(nil)

  /// From here on requests are answered.
  func open(_ host: PlaygroundHost) {
    self.host.withLock { $0 = host }
  }

  func service(for party: Party) -> Service {
    Service(
      hold: { request in
        let message = RequestMessage(head: request.head, body: request.body)
        return self.host.withLock { $0 }?.hold(message, as: party, number: request.number) ?? .zero
      },
      respond: { request in
        guard let host = self.host.withLock({ $0 }) else {
          return ResponseToSend(head: HTTPResponse(status: .serviceUnavailable))
        }
        let message = RequestMessage(head: request.head, body: request.body)
        guard let response = host.respond(to: message, as: party, number: request.number) else {
          return ResponseToSend(head: HTTPResponse(status: .serviceUnavailable), delivery: .none)
        }
        return ResponseToSend(head: response.head, body: response.body)
      },
      record: { exchange in self.host.withLock { $0 }?.record(.init(exchange, by: party)) })
  }
}

extension PlaygroundHost.WireRecord {
  fileprivate init(_ exchange: WireExchange, by party: Party) {
    self.init(
      party: party, number: exchange.number, requestBytes: exchange.requestBytes,
      responseBytes: exchange.responseBytes, peerPort: exchange.peerPort, duration: exchange.duration,
      problem: exchange.problem.map { (sentence: $0.description, status: $0.status.code) })
  }
}

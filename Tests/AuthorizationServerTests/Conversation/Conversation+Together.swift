import AuthorizationServer
import OAuth
import Synchronization

extension Conversation {
  /// Sends one request many times at the same instant, from as many tasks.
  func sendTogether(_ request: RequestMessage, times: Int) async -> [Answer] {
    let shared = Shared(server)
    let instant = now
    let answers = await withTaskGroup { group in
      for _ in 0..<times { group.addTask { shared.state.withLock { $0.respond(to: request, at: instant) } } }
      return await group.reduce(into: [Answer]()) { $0.append($1) }
    }
    server = shared.state.withLock(\.self)
    return answers
  }

  /// A server behind a lock, as a listener holds it.
  private final class Shared: Sendable {
    let state: Mutex<AuthorizationServer>

    init(_ server: AuthorizationServer) {
      state = Mutex(server)
    }
  }
}

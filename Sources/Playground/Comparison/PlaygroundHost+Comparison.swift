public import AuthorizationServer
import OAuth

extension PlaygroundHost {
  /// What this server and another one with the same memory make of a request. Both answer from copies.
  ///
  /// A request of ours that was answered is compared as things stood before it; somebody else's, as they stand now.
  /// - Returns: nil for what is no request.
  public func compare(_ subject: ComparisonSubject, with profile: Profile) -> RequestComparison? {
    guard let request = subject.request else { return nil }
    let (server, at, remarks) = withState { state, now -> (AuthorizationServer, Instant, [String]) in
      guard case .exchange(let exchange) = subject else { return (state.server, now, []) }
      guard let past = state.server(before: exchange) else {
        return (state.server, now, ["exchange \(exchange.number) came from outside: both servers are as they are now"])
      }
      return (past, exchange.at, ["both servers are as they were before exchange \(exchange.number)"])
    }
    return RequestComparison(
      .init(request, to: server), .init(request, to: server.recast(as: profile)), at: at, remarks: remarks)
  }
}

extension PlaygroundHost.State {
  fileprivate func server(before exchange: Exchange) -> AuthorizationServer? {
    exchange.dispatch.flatMap { number in dispatched.last { $0.number == number }?.server }
  }
}

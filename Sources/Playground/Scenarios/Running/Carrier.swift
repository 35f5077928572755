public import AuthorizationServer
public import OAuth

/// Whoever takes requests to the parties of a playground and brings back the answers, waiting for each.
public protocol Carrier {
  /// The server's time.
  var now: Instant { get }

  /// Moves the server's clock.
  func advance(by duration: Duration)

  /// Changes the server's policy.
  func bend(_ settings: [PolicySetting])

  /// Lets something go wrong, that many times.
  func interfere(_ setting: InterferenceSetting?)

  /// Puts the server back to a moment.
  func rewind(to moment: Moment.Number)

  func send(_ dispatch: Dispatch) -> Result<ResponseMessage, CarrierFailure>

  /// Sends all of them before waiting for any answer.
  func sendTogether(_ dispatches: [Dispatch]) -> [Result<ResponseMessage, CarrierFailure>]

  /// What was exchanged since the last call, in its order.
  func takeExchanges() -> [Exchange]
}

import HTTPTypes
import OAuth

extension PlaygroundHost.State {
  /// Whether an interference is due; it is used up then.
  mutating func takes(_ interference: Interference) -> Bool {
    guard let left = interferences[interference], left > 0 else { return false }
    interferences[interference] = left - 1
    return true
  }
}

extension PlaygroundHost.Pending {
  static func aborted(_ request: RequestMessage, at instant: Instant) -> Self {
    Self(
      at: instant, request: request, response: ResponseMessage(status: .init(code: 0)), decision: nil,
      problem: "The connection was closed without an answer, because somebody asked for it.")
  }
}

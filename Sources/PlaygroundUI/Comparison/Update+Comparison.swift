import OAuth
import Playground
import Terminal

extension Model {
  /// What can be put to another server: the request under the cursor, or else the exchange that is shown.
  var comparable: ComparisonSubject? {
    if let draft = draftUnderCursor { return .draft(draft) }
    guard let exchange, exchange.isComparable else { return nil }
    return .exchange(exchange)
  }

  /// Why there is nothing to compare.
  var obstacleToComparing: String {
    guard let exchange else { return "no request yet" }
    return exchange.request == nil ? "exchange \(exchange.number) is no request" : "that request went to the client"
  }

  func compare(with profile: String?) -> [Effect] {
    guard comparison == nil, let compared, let profile else { return [] }
    return [.compare(compared, with: profile)]
  }
}

extension Exchange {
  /// Whether it is a request to the server.
  var isComparable: Bool { receiver == .authorizationServer && request != nil }
}

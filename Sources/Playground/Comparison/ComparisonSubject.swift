public import OAuth

/// What somebody compares while a server runs: the request that is made, or one that was answered.
public enum ComparisonSubject: Equatable, Sendable {
  case draft(RequestMessage)
  case exchange(Exchange)

  public var request: RequestMessage? {
    switch self {
    case .draft(let request): request
    case .exchange(let exchange): exchange.request
    }
  }
}

public import OAuthClient

/// The exchanges in causal order. The oldest are forgotten beyond a bound, so that a flood of requests cannot fill the memory.
public struct Timeline: Equatable, Sendable {
  public static let bound = 10_000
  /// Octets of requests and responses that are kept at the most.
  public static let octetBound = 64 * 1024 * 1024

  public private(set) var exchanges: [Exchange] = []
  public internal(set) var codes = CodeLives()
  /// The exchanges that count: not those that were undone by going back.
  public internal(set) var path = ExchangePath()
  /// The ways that were left by going back, oldest first.
  public internal(set) var branches: [Branch] = []
  private var octets = 0
  /// How many exchanges there have been, forgotten ones included.
  public private(set) var total = 0

  public init() {}

  public mutating func append(_ exchange: Exchange) {
    // A tenth is dropped at once: dropping one by one would move the whole array for every exchange.
    octets += exchange.octets
    while exchanges.count >= Self.bound || (octets > Self.octetBound && !exchanges.isEmpty) {
      let dropped = exchanges.prefix(max(1, exchanges.count / 10))
      octets -= dropped.reduce(0) { $0 + $1.octets }
      exchanges.removeFirst(dropped.count)
    }
    exchanges.append(exchange)
    total += 1
    path.append(exchange.number)
    codes.observe(exchange)
  }

  public mutating func annotate(_ number: Int, with judgement: Judgement) {
    if let index = exchanges.lastIndex(where: { $0.number == number }) { exchanges[index].judgement = judgement }
  }

  public func exchange(number: Int) -> Exchange? { exchanges.last { $0.number == number } }

  /// What became of a dispatch of ours.
  public func exchange(of dispatch: Dispatch.Number) -> Exchange? { exchanges.last { $0.dispatch == dispatch } }
}

extension Exchange {
  /// How much there is to keep.
  fileprivate var octets: Int { requestBytes.count + responseBytes.count }
}

/// Where each exchange stands, counted from the first there ever was: to look one up among thousands in no time.
struct ExchangeIndex: Equatable, Sendable {
  private var places: [Int: Int] = [:]
  private var dispatched: [Dispatch.Number: Int] = [:]
  private var count = 0
  /// The numbers of those that were no stranger's.
  private(set) var own: [Int] = []

  mutating func append(_ exchange: Exchange) {
    places[exchange.number] = count
    if let dispatch = exchange.dispatch { dispatched[dispatch] = count }
    if exchange.sender != .external { own.append(exchange.number) }
    count += 1
  }

  mutating func forget(_ exchange: Exchange) {
    places[exchange.number] = nil
    if let dispatch = exchange.dispatch { dispatched[dispatch] = nil }
    if own.first == exchange.number { own.removeFirst() }
  }

  func place(of number: Int) -> Int? { places[number] }

  func place(ofDispatch dispatch: Dispatch.Number) -> Int? { dispatched[dispatch] }
}

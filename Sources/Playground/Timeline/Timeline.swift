public import AuthorizationServer
import OAuth
import OAuthClient

/// The exchanges in causal order. The oldest are forgotten beyond a bound,
/// so that a flood of requests cannot fill the memory.
public struct Timeline: Equatable, Sendable {
  public static let bound = 10_000
  /// Octets of requests and responses that are kept at the most.
  static let octetBound = 64 * 1024 * 1024

  public private(set) var exchanges: [Exchange] = []
  public internal(set) var codes = CodeLives()
  /// The exchanges that count: not those that were undone by going back.
  public internal(set) var path = ExchangePath()
  /// The ways that were left by going back, oldest first.
  public internal(set) var branches: [Branch] = []
  /// What was changed in the server by hand, in its order.
  public private(set) var notes: [Note] = []
  private var presentations = Presentations()
  /// The codes as they were before each change that can still be taken back.
  var codesBefore: [CodeLives] = []
  private var octets = 0
  private var index = ExchangeIndex()
  /// How many exchanges there have been, forgotten ones included.
  public private(set) var total = 0

  /// A change in its place among the exchanges.
  public struct Note: Equatable, Sendable {
    public let change: NotedChange
    /// The number of the exchange it came after; 0 before the first.
    public let after: Int
  }

  private static let noteBound = 200

  public init() {}

  public mutating func append(_ exchange: Exchange) {
    // A tenth is dropped at once: dropping one by one would move the whole array for every exchange.
    octets += exchange.octets
    while exchanges.count >= Self.bound || (octets > Self.octetBound && !exchanges.isEmpty) {
      let dropped = exchanges.prefix(max(1, exchanges.count / 10))
      octets -= dropped.reduce(0) { $0 + $1.octets }
      for exchange in dropped { index.forget(exchange) }
      exchanges.removeFirst(dropped.count)
      presentations.forget(before: exchanges.first?.number ?? .max)
    }
    exchanges.append(exchange)
    index.append(exchange)
    total += 1
    path.append(exchange.number)
    codes.observe(exchange.decision?.changes ?? [], at: exchange.at)
    presentations.observe(exchange)
    if let decision = exchange.decision, !AuthorizationServer.isQuestion(to: decision.endpoint) { codesBefore = [] }
  }

  /// Takes in what somebody did to the server by hand.
  public mutating func append(_ change: NotedChange) {
    if notes.count == Self.noteBound { notes.removeFirst() }
    notes.append(Note(change: change, after: exchanges.last?.number ?? 0))
    if change.isUndone {
      if let before = codesBefore.popLast() { codes = before }
    } else {
      if codesBefore.count == ChangeHistory.bound { codesBefore.removeFirst() }
      codesBefore.append(codes)
      codes.observe(change.changes, at: change.at)
    }
  }

  /// Why the last change by hand cannot be taken back; nil where it can.
  /// The host, who sees every request, has the last word.
  public var obstacleToTakingBack: String? {
    guard codesBefore.isEmpty else { return nil }
    return notes.last?.change.isUndone == false ? ChangeHistory.requestsCame : ChangeHistory.nothingChanged
  }

  /// The request that presented a code or token to be redeemed, used or opened with; nil where none is remembered. One
  /// that was accepted is preferred.
  public func exchange(presenting digest: TokenDigest) -> Exchange? {
    presentations[digest].flatMap { exchange(number: $0) }
  }

  mutating func annotate(_ number: Int, with judgement: Judgement) {
    if let place = place(of: number) { exchanges[place].judgement = judgement }
  }

  public func exchange(number: Int) -> Exchange? { place(of: number).map { exchanges[$0] } }

  /// What became of a dispatch of ours.
  public func exchange(of dispatch: Dispatch.Number) -> Exchange? {
    index.place(ofDispatch: dispatch).map { exchanges[$0 - forgotten] }
  }

  /// Those that were no stranger's, the newest first.
  public var ownNewestFirst: some Sequence<Exchange> {
    index.own.reversed().lazy.compactMap { exchange(number: $0) }
  }

  /// Where the exchange stands in `exchanges`.
  public func place(of number: Int) -> Int? { index.place(of: number).map { $0 - forgotten } }

  private var forgotten: Int { total - exchanges.count }
}

extension Exchange {
  /// How much there is to keep.
  fileprivate var octets: Int { requestBytes.count + responseBytes.count }
}

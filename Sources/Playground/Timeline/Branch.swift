/// A way that was taken and then left by going back to a moment before it.
public struct Branch: Equatable, Sendable {
  /// Counted from 1.
  public let number: Int
  public let path: ExchangePath
}

extension Timeline {
  /// How many branches are remembered; the oldest goes first.
  static let branchBound = 20

  /// Whether an exchange does not count any more, because somebody went back to before it.
  public func isUndone(_ exchange: Exchange) -> Bool { !path.contains(exchange.number) }

  /// The exchanges of a path that are still kept.
  public func exchanges(on path: ExchangePath) -> [Exchange] { exchanges.filter { path.contains($0.number) } }

  mutating func rewind(to moment: Moment) {
    if path != moment.path {
      if branches.count == Self.branchBound { branches.removeFirst() }
      branches.append(Branch(number: (branches.last?.number ?? 0) + 1, path: path))
    }
    path = moment.path
    codes = moment.codes
    codesBefore = []
  }

  /// What differs between a branch that was left and the way things went instead.
  public func comparison(with branch: Branch) -> BranchComparison {
    BranchComparison(of: exchanges(on: branch.path), with: exchanges(on: path))
  }
}

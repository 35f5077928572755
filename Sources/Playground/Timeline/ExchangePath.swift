/// The exchanges that led to where things stand, by their numbers:
/// all of them, but for those that were undone by going back.
public struct ExchangePath: Equatable, Sendable {
  private(set) var ranges: [ClosedRange<Int>] = []

  public var last: Int? { ranges.last?.upperBound }

  public func contains(_ number: Int) -> Bool { ranges.contains { $0.contains(number) } }

  /// Numbers are handed out in their order; an old one changes nothing.
  mutating func append(_ number: Int) {
    guard let last = ranges.last else {
      ranges = [number...number]
      return
    }
    if number == last.upperBound + 1 {
      ranges[ranges.count - 1] = last.lowerBound...number
    } else if number > last.upperBound {
      ranges.append(number...number)
    }
  }

  /// Whether this path led to where the other one goes on from.
  public func isBeginning(of other: ExchangePath) -> Bool {
    guard let last = ranges.last else { return true }
    guard other.ranges.count >= ranges.count, other.ranges.prefix(ranges.count - 1).elementsEqual(ranges.dropLast())
    else { return false }
    let counterpart = other.ranges[ranges.count - 1]
    return counterpart.lowerBound == last.lowerBound && counterpart.upperBound >= last.upperBound
  }
}

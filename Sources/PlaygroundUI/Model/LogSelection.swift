import Playground

/// Which exchanges the log shows. Remembered: to look through thousands takes longer than a frame.
struct LogSelection: Equatable {
  private(set) var filter = ""
  /// The numbers of those that the filter lets through, in their order; empty where nothing is filtered.
  private(set) var numbers: [Int] = []
  /// How many exchanges have been looked at.
  private var seen = 0

  /// What the client says of its own exchanges comes a little later than they do.
  private static let unsettled = 8

  var words: [Substring] { filter.lowercased().split(separator: " ") }

  mutating func filter(by text: String) {
    (filter, numbers, seen) = (text, [], 0)
  }

  mutating func keepUp(with timeline: Timeline) {
    let words = words
    guard !words.isEmpty else { return }
    let exchanges = timeline.exchanges
    let start = max(0, exchanges.count - max(0, timeline.total - seen) - Self.unsettled)
    let first = exchanges.first?.number ?? .max
    let next = start < exchanges.count ? exchanges[start].number : .max
    numbers.removeAll { $0 < first || $0 >= next }
    numbers += exchanges[start...].filter { exchange in
      let text = LogPanel.words(of: exchange).lowercased()
      return words.allSatisfy { text.contains($0) }
    }.map(\.number)
    seen = timeline.total
  }
}

/// The exchanges that the log shows, in their order.
struct LoggedExchanges: RandomAccessCollection {
  private let timeline: Timeline
  /// Nil is all of them.
  private let numbers: [Int]?

  init(_ timeline: Timeline, as selection: LogSelection) {
    self.timeline = timeline
    numbers = selection.words.isEmpty ? nil : selection.numbers
  }

  var startIndex: Int { 0 }
  var endIndex: Int { numbers?.count ?? timeline.exchanges.count }

  subscript(place: Int) -> Exchange {
    numbers.flatMap { timeline.exchange(number: $0[place]) } ?? timeline.exchanges[place]
  }

  func place(of number: Int) -> Int? {
    guard let numbers else { return timeline.place(of: number) }
    return numbers.lastIndex(of: number)
  }
}

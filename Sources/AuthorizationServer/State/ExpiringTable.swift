import HeapModule
public import OAuth

/// A table that forgets each entry at its instant, so that the server does not grow with what has long expired.
public struct ExpiringTable<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    var value: Value
    var forgetAt: Instant
    /// Counts insertions, so that of two entries that are due at once the older goes first.
    let ordinal: Int
  }

  private struct Deadline: Comparable, Sendable {
    let instant: Instant
    let ordinal: Int
    let key: Key

    static func < (left: Deadline, right: Deadline) -> Bool {
      left.instant == right.instant ? left.ordinal < right.ordinal : left.instant < right.instant
    }
  }

  private var entries: [Key: Entry] = [:]
  private var deadlines = Heap<Deadline>()
  private var insertions = 0
  private var recent = RecentKeys<Key>()

  private let bound: Int

  /// - Parameter bound: how many entries are kept at the most; what would be forgotten first goes first. For what
  ///   anybody can fill without signing in.
  public init(atMost bound: Int = .max) {
    self.bound = bound
  }

  public var count: Int { entries.count }

  public var values: [Value] { entries.values.map(\.value) }

  /// When an entry is forgotten.
  func deadline(of key: Key) -> Instant? { entries[key]?.forgetAt }

  public subscript(key: Key) -> Value? { entries[key]?.value }

  /// The entries that came last, the newest first, and until when each is kept. The cost is that of what is asked for,
  /// however many entries there are.
  ///
  /// - Parameter limit: at most ``ServerLimits/inventory``.
  public func newest(_ limit: Int, at now: Instant) -> [(key: Key, value: Value, forgetAt: Instant)] {
    recent.newest(limit) { key in
      entries[key].flatMap { $0.forgetAt > now ? (key, $0.value, $0.forgetAt) : nil }
    }
  }

  /// - Returns: what had to go for it.
  @discardableResult
  public mutating func insert(_ value: Value, for key: Key, forgetAt instant: Instant) -> [Key] {
    insertions += 1
    if entries[key] == nil { recent.note(key) }
    entries[key] = Entry(value: value, forgetAt: instant, ordinal: insertions)
    deadlines.insert(Deadline(instant: instant, ordinal: insertions, key: key))
    var evicted: [Key] = []
    while entries.count > bound, let first = deadlines.popMin() {
      guard entries[first.key]?.ordinal == first.ordinal else { continue }
      entries[first.key] = nil
      evicted.append(first.key)
    }
    // An entry that is set again and again leaves its old deadlines behind.
    if deadlines.count > 4 * entries.count + 1000 {
      deadlines = Heap(
        entries.map { Deadline(instant: $0.value.forgetAt, ordinal: $0.value.ordinal, key: $0.key) })
    }
    return evicted
  }

  /// Changes an entry in place; does nothing where there is none.
  public mutating func update(_ key: Key, _ change: (inout Value) -> Void) {
    guard let index = entries.index(forKey: key) else { return }
    change(&entries.values[index].value)
  }

  /// Keeps an entry at least until `instant`.
  public mutating func keep(_ key: Key, until instant: Instant) {
    guard let entry = entries[key], entry.forgetAt < instant else { return }
    insert(entry.value, for: key, forgetAt: instant)
  }

  public mutating func remove(_ key: Key) {
    entries[key] = nil
  }

  /// Forgets what is due; the cost is that of what is forgotten, not of what is kept.
  public mutating func sweep(at now: Instant) {
    while let next = deadlines.min, next.instant <= now {
      deadlines.removeMin()
      if let entry = entries[next.key], entry.ordinal == next.ordinal { entries[next.key] = nil }
    }
  }
}

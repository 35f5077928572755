/// The keys that came into a table last, in their order; a bounded number of them.
struct RecentKeys<Key: Hashable & Sendable>: Sendable {
  private static var bound: Int { 2 * ServerLimits.inventory }

  private var keys: [Key] = []

  /// Half of them go at once: one by one would move the others every time.
  mutating func note(_ key: Key) {
    if keys.count == Self.bound { keys.removeFirst(Self.bound / 2) }
    keys.append(key)
  }

  /// What stands behind the last keys, the newest first; a key behind which nothing stands any more is passed over.
  func newest<Value>(_ limit: Int, _ value: (Key) -> Value?) -> [Value] {
    var seen: Set<Key> = []
    var values: [Value] = []
    for key in keys.reversed() where values.count < limit && seen.insert(key).inserted {
      if let value = value(key) { values.append(value) }
    }
    return values
  }
}

/// What two lists have in common, side by side. Nil where a list has nothing to set beside the other's element.
enum Alignment<Element> {
  typealias Pair = (left: Element?, right: Element?)

  /// Keeps the order of both lists.
  static func inOrder(_ left: [Element], _ right: [Element], by key: (Element) -> String) -> [Pair] {
    let changes = right.map(key).difference(from: left.map(key))
    let removed = Set(changes.removals.map(\.offset))
    let inserted = Set(changes.insertions.map(\.offset))
    var pairs: [Pair] = []
    var (l, r) = (0, 0)
    while l < left.count || r < right.count {
      if l < left.count, removed.contains(l) {
        pairs.append((left[l], nil))
        l += 1
      } else if r < right.count, inserted.contains(r) {
        pairs.append((nil, right[r]))
        r += 1
      } else if l < left.count, r < right.count {
        pairs.append((left[l], right[r]))
        (l, r) = (l + 1, r + 1)
      } else {
        break
      }
    }
    return pairs
  }

  /// By what they are called: the left list's order, and what only the right one has behind it.
  static func byName(_ left: [Element], _ right: [Element], name: (Element) -> String) -> [Pair] {
    var rest = right
    let pairs: [Pair] = left.map { element in
      let index = rest.firstIndex { name($0) == name(element) }
      return (element, index.map { rest.remove(at: $0) })
    }
    return pairs + rest.map { (nil, $0) }
  }
}

extension CollectionDifference.Change {
  fileprivate var offset: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}

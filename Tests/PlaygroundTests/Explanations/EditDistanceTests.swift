import Testing

@testable import Playground

@Suite struct `The distance between two words` {
  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("abc", "abc", 0), ("abc", "abd", 1), ("abc", "ab", 1),
    ("abc", "xabc", 1), ("ab", "ba", 1), ("grant", "grnat", 1), ("kitten", "sitting", 3), ("ca", "abc", 3),
  ])
  func `counts what must be put in, taken out, replaced or exchanged`(_ left: String, _ right: String, _ count: Int) {
    #expect(EditDistance.between(Array(left.utf8), Array(right.utf8)) == count)
    #expect(EditDistance.between(Array(right.utf8), Array(left.utf8)) == count)
  }
}

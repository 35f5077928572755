extension RequestComparison {
  /// A part of a line.
  public struct Piece: Equatable, Sendable {
    public let text: String
    /// Whether the other side has something else in its place.
    public let differs: Bool
  }

  public enum Place: Sendable {
    case left, right
  }
}

extension RequestComparison.Row {
  public subscript(place: RequestComparison.Place) -> RequestComparison.Line? { place == .left ? left : right }

  /// The line of a side in parts; empty where it has none. A line that stands alone differs as a whole.
  public func pieces(_ place: RequestComparison.Place) -> [RequestComparison.Piece] {
    guard let line = self[place] else { return [] }
    guard let other = self[place == .left ? .right : .left] else { return [.init(text: line.text, differs: true)] }
    guard differs, line.text != other.text else { return [.init(text: line.text, differs: false)] }
    let (words, others) = (line.text.comparedWords, other.text.comparedWords)
    let head = zip(words, others).prefix { $0 == $1 }.count
    let tail = zip(words[head...].reversed(), others[head...].reversed()).prefix { $0 == $1 }.count
    let end = words.count - tail
    return [(words[..<head], false), (words[head..<end], true), (words[end...], false)].compactMap { words, differs in
      words.isEmpty ? nil : .init(text: words.joined(), differs: differs)
    }
  }
}

extension String {
  /// Runs of letters and digits, and everything else sign by sign: a word differs as a whole.
  fileprivate var comparedWords: [String] {
    var words: [String] = []
    var endsInWord = false
    for character in self {
      let isPart = character.isLetter || character.isNumber
      if isPart, endsInWord { words[words.count - 1].append(character) } else { words.append(String(character)) }
      endsInWord = isPart
    }
    return words
  }
}

/// One line of text being edited: a plain value, whatever draws it.
public struct LineEditor: Hashable, Sendable {
  /// More than this many characters are not taken in.
  public static let limit = 16_384

  private var characters: [Character]
  /// How many characters stand before the cursor.
  public private(set) var cursor: Int

  public init(_ text: String = "") {
    characters = Array(text.prefix(Self.limit))
    cursor = characters.count
  }

  public var text: String { String(characters) }
  public var isEmpty: Bool { characters.isEmpty }
  public var textBeforeCursor: String { String(characters[..<cursor]) }
  public var textAfterCursor: String { String(characters[cursor...]) }

  /// Applies a key; false when it is not an editing key, so that the caller may use it.
  @discardableResult
  public mutating func apply(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .paste(let text): insert(text)
    case .backspace, .control("h"): delete(from: cursor - 1, to: cursor)
    case .delete, .control("d"): delete(from: cursor, to: cursor + 1)
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(characters.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = characters.count
    case .alt("b"): cursor = wordStart
    case .alt("f"): cursor = wordEnd
    case .control("w"): delete(from: wordStart, to: cursor)
    case .alt("d"): delete(from: cursor, to: wordEnd)
    case .control("u"): delete(from: 0, to: cursor)
    case .control("k"): delete(from: cursor, to: characters.count)
    default: return false
    }
    return true
  }

  /// Puts text at the cursor as one edit. Line ends are left out: the text stays one line.
  public mutating func insert(_ text: String) {
    let room = max(0, Self.limit - characters.count)
    let line = text.filter { !$0.isNewline }.prefix(room)
    // A mark or a joiner may merge with its neighbour, so the characters are counted anew on both sides.
    let before = Array(textBeforeCursor + line)
    characters = Array(String(before) + textAfterCursor)
    cursor = min(before.count, characters.count)
  }

  private mutating func delete(from start: Int, to end: Int) {
    let range = max(0, start)..<min(characters.count, end)
    characters.removeSubrange(range)
    cursor = range.lowerBound
  }

  private var wordStart: Int {
    var index = cursor
    while index > 0, characters[index - 1].isWhitespace { index -= 1 }
    while index > 0, !characters[index - 1].isWhitespace { index -= 1 }
    return index
  }

  private var wordEnd: Int {
    var index = cursor
    while index < characters.count, characters[index].isWhitespace { index += 1 }
    while index < characters.count, !characters[index].isWhitespace { index += 1 }
    return index
  }
}

import Terminal
import Testing

@Suite struct `Editing a line` {
  /// The text after some keys, with the cursor drawn as a bar.
  private func after(_ keys: [Key], from text: String = "") -> String {
    var editor = LineEditor(text)
    for key in keys {
      let isEditing = editor.apply(key)
      #expect(isEditing)
    }
    return editor.textBeforeCursor + "|" + editor.textAfterCursor
  }

  @Test func `typing inserts at the cursor`() {
    #expect(after([.character("a"), .character("b"), .left, .character("x")]) == "ax|b")
  }

  @Test func `the cursor stops at both ends`() {
    #expect(after([.left, .left, .left], from: "ab") == "|ab")
    #expect(after([.right], from: "ab") == "ab|")
    #expect(after([.home, .right], from: "ab") == "a|b")
    #expect(after([.control("a"), .control("e")], from: "ab") == "ab|")
  }

  @Test func `deleting at an end does nothing`() {
    #expect(after([.delete], from: "ab") == "ab|")
    #expect(after([.home, .backspace], from: "ab") == "|ab")
    #expect(after([.backspace], from: "ab") == "a|")
    #expect(after([.home, .delete], from: "ab") == "|b")
    #expect(after([.backspace, .delete]) == "|")
  }

  @Test func `words and halves are cut`() {
    let text = "openid profile  email"
    #expect(after([.control("w")], from: text) == "openid profile  |")
    #expect(after([.control("w"), .control("w")], from: text) == "openid |")
    #expect(after([.alt("b"), .control("u")], from: text) == "|email")
    #expect(after([.home, .alt("f"), .control("k")], from: text) == "openid|")
    #expect(after([.home, .alt("d")], from: text) == "| profile  email")
    #expect(after([.home, .control("w")], from: text) == "|openid profile  email")
  }

  @Test func `a paste is one edit without line ends`() {
    #expect(after([.paste("a\r\nb\nc\u{2028}d")], from: "x") == "xabcd|")
  }

  @Test func `a mark that joins its neighbour keeps the cursor in place`() {
    #expect(after([.character("e"), .character("\u{301}"), .character("x")]) == "e\u{301}x|")
    #expect(after([.character("e"), .character("\u{301}"), .backspace]) == "|")
    #expect(after([.home, .character("e")], from: "\u{301}x") == "e\u{301}|x")
  }

  @Test func `the length is limited`() {
    var editor = LineEditor(String(repeating: "a", count: LineEditor.limit + 5))
    editor.insert("more")
    #expect(editor.text.count == LineEditor.limit)
  }

  @Test(arguments: [Key.enter, .escape, .up, .tab, .function(1), .control("c"), .unknown("x")])
  func `other keys are left to the caller`(key: Key) {
    var editor = LineEditor("ab")
    let before = editor
    let isEditing = editor.apply(key)
    #expect(!isEditing)
    #expect(editor == before)
  }
}

import Terminal
import Testing

@Suite struct `Names of keys` {
  @Test(arguments: [
    (Key.character("a"), "a"), (.character("A"), "A"), (.character("?"), "?"), (.character("-"), "-"),
    (.character("é"), "é"), (.character("漢"), "漢"), (.character(" "), "space"), (.character("↵"), "U+21B5"),
    (.character("\u{301}"), "U+301"), (.character("↑"), "U+2191"), (.enter, "↵"), (.escape, "esc"), (.tab, "tab"),
    (.backTab, "shift-tab"), (.up, "↑"), (.down, "↓"), (.left, "←"), (.right, "→"), (.home, "Home"), (.end, "End"),
    (.pageUp, "PgUp"), (.pageDown, "PgDn"), (.insert, "Ins"), (.delete, "Del"), (.backspace, "backspace"),
    (.function(1), "F1"), (.function(12), "F12"), (.control("c"), "ctrl-c"), (.control(" "), "ctrl-space"),
    (.control("\\"), "ctrl-\\"), (.alt("b"), "alt-b"), (.alt("B"), "alt-B"), (.alt("-"), "alt--"),
    (.paste("two\nlines"), "paste:two\nlines"), (.paste(""), "paste:"), (.resized(.standard), "resize:80x24"),
    (.mouse(MouseEvent(.press, button: 1, at: Position(column: 12, row: 3))), "mouse:press:1@12,3"),
    (.mouse(MouseEvent(.wheelDown, button: 0, at: Position(column: 0, row: 0))), "mouse:wheel-down:0@0,0"),
    (.unknown("kUP5"), "unknown:kUP5"),
  ])
  func `a key has a name and is read back from it`(key: Key, name: String) {
    #expect(key.description == name)
    #expect(Key(name: name) == key)
  }

  @Test(arguments: [
    ("enter", Key.enter), ("Return", .enter), ("up", .up), ("page-down", .pageDown), ("PGDN", .pageDown),
    ("f5", .function(5)), ("Ctrl-C", .control("c")), ("escape", .escape), ("delete", .delete),
  ])
  func `long names are read too`(name: String, key: Key) {
    #expect(Key(name: name) == key)
  }

  @Test(arguments: [
    "", "ab", " ", "\u{1b}", "ctrl-", "ctrl-ab", "alt-", "F0", "F64", "Fx", "U+", "U+110000", "U+61+62", "resize:80",
    "resize:axb", "resize:-1x2", "mouse:press", "mouse:jump:1@2,3", "hyper-x",
  ])
  func `what is no name of a key is refused`(name: String) {
    #expect(Key(name: name) == nil)
  }
}

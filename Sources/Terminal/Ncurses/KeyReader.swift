internal import CNcurses

/// Reads what ncurses decoded from the terminal and names it as keys. Holds the part of a paste that has arrived.
struct KeyReader {
  private static let pasteBegin: Int32 = 0x2000
  private static let pasteEnd: Int32 = 0x2001
  /// More than this many characters of one paste are dropped.
  private static let pasteLimit = 1_000_000

  private var paste: String?

  /// Whether a paste has begun and not ended.
  var isPasting: Bool { paste != nil }

  /// Teaches ncurses the sequences terminals send that terminfo leaves out: both forms of the arrows, and pasting.
  static func defineKeys() {
    let sequences: [(Int32, [String])] = [
      (KEY_UP, ["[A", "OA"]), (KEY_DOWN, ["[B", "OB"]), (KEY_RIGHT, ["[C", "OC"]), (KEY_LEFT, ["[D", "OD"]),
      (KEY_HOME, ["[H", "OH", "[1~", "[7~"]), (KEY_END, ["[F", "OF", "[4~", "[8~"]), (KEY_BTAB, ["[Z"]),
      (KEY_IC, ["[2~"]), (KEY_DC, ["[3~"]), (KEY_PPAGE, ["[5~"]), (KEY_NPAGE, ["[6~"]),
      (KEY_F0 + 1, ["OP", "[11~"]), (KEY_F0 + 2, ["OQ", "[12~"]), (KEY_F0 + 3, ["OR", "[13~"]),
      (KEY_F0 + 4, ["OS", "[14~"]), (pasteBegin, ["[200~"]), (pasteEnd, ["[201~"]),
    ]
    for (code, forms) in sequences {
      for form in forms { define_key("\u{1b}" + form, code) }
    }
  }

  /// Everything that has arrived. Bytes that wait inside ncurses cannot be seen by poll, so this reads to the end.
  mutating func readAll() -> [Key] {
    var keys: [Key] = []
    while let read = Self.read() {
      if let key = key(for: read) { keys.append(key) }
    }
    return keys
  }

  /// Ends a paste whose end never came.
  mutating func abandonPaste() -> Key? {
    defer { paste = nil }
    return paste.map(Self.pasted)
  }

  /// Terminals send the Enter key's byte where the text had a line end.
  private static func pasted(_ text: String) -> Key {
    .paste(String(text.map { $0 == "\r" || $0 == "\r\n" ? "\n" : $0 }))
  }

  private enum Read {
    case code(Int32)
    case scalar(UInt32)
  }

  private static func read() -> Read? {
    var value: wint_t = 0
    switch wget_wch(oap_stdscr(), &value) {
    case OK: return .scalar(value)
    case KEY_CODE_YES: return .code(Int32(bitPattern: value))
    default: return nil
    }
  }

  private mutating func key(for read: Read) -> Key? {
    switch (read, paste) {
    case (.code(Self.pasteBegin), nil):
      paste = ""
      return nil
    case (.code(Self.pasteEnd), let text?):
      paste = nil
      return Self.pasted(text)
    case (.scalar(let value), let text?):
      if text.utf8.count < Self.pasteLimit, let scalar = Unicode.Scalar(value) {
        paste?.unicodeScalars.append(scalar)
      }
      return nil
    case (.code, _?), (.code(Self.pasteEnd), nil): return nil
    case (.code(let code), nil): return Self.key(code: code)
    case (.scalar(27), nil): return keyAfterEscape()
    case (.scalar(let value), nil): return Self.key(scalar: value)
    }
  }

  /// Escape and a character in one burst are what the Alt key sends.
  private mutating func keyAfterEscape() -> Key {
    switch Self.read() {
    case .scalar(let value)?:
      if let scalar = Unicode.Scalar(value), value > 32, value != 127 { return .alt(Character(scalar)) }
      unget_wch(wchar_t(bitPattern: value))
      return .escape
    case .code(let code)?:
      ungetch(code)
      return .escape
    case nil:
      return .escape
    }
  }

  private static func key(scalar value: UInt32) -> Key? {
    switch value {
    case 0: .control(" ")
    case 8, 127: .backspace
    case 9: .tab
    case 10, 13: .enter
    case 27: .escape
    case 1...26: .control(Character(Unicode.Scalar(UInt8(value) + 96)))
    case 28...31: .control(Character(Unicode.Scalar(UInt8(value) + 64)))
    case 0x80...0x9F: .unknown("U+" + String(value, radix: 16, uppercase: true))
    default: Unicode.Scalar(value).map { .character(Character($0)) }
    }
  }

  private static func key(code: Int32) -> Key? {
    switch code {
    case KEY_UP: .up
    case KEY_DOWN: .down
    case KEY_LEFT: .left
    case KEY_RIGHT: .right
    case KEY_HOME, KEY_A1: .home
    case KEY_END, KEY_C1: .end
    case KEY_PPAGE, KEY_A3: .pageUp
    case KEY_NPAGE, KEY_C3: .pageDown
    case KEY_IC: .insert
    case KEY_DC: .delete
    case KEY_BACKSPACE: .backspace
    case KEY_ENTER: .enter
    case KEY_BTAB: .backTab
    case KEY_RESIZE: nil
    case KEY_MOUSE: mouseKey()
    case (KEY_F0 + 1)...(KEY_F0 + 63): .function(Int(code - KEY_F0))
    default: key(named: keyname(code).map { String(cString: $0) } ?? "\(code)")
    }
  }

  private static func key(named name: String) -> Key {
    switch name {
    case "kLFT5": .alt("b")
    case "kRIT5": .alt("f")
    default: .unknown(name)
    }
  }

  private static func mouseKey() -> Key? {
    var event = MEVENT()
    guard getmouse(&event) == OK else { return nil }
    let place = Position(column: Int(event.x), row: Int(event.y))
    let meanings: [(mmask_t, MouseEvent.Action, Int)] = [
      (OAP_BUTTON1_PRESSED, .press, 1), (OAP_BUTTON2_PRESSED, .press, 2), (OAP_BUTTON3_PRESSED, .press, 3),
      (OAP_BUTTON1_RELEASED, .release, 1), (OAP_BUTTON2_RELEASED, .release, 2), (OAP_BUTTON3_RELEASED, .release, 3),
      (OAP_WHEEL_UP, .wheelUp, 0), (OAP_WHEEL_DOWN, .wheelDown, 0),
    ]
    return meanings.first { event.bstate & $0.0 != 0 }.map { .mouse(MouseEvent($0.1, button: $0.2, at: place)) }
  }
}

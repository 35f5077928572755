/// Names of keys, as hints show them and as scripts and key maps write them.
extension Key: CustomStringConvertible {
  public var description: String {
    switch self {
    case .character(let character): Self.name(of: character)
    case .function(let number): "F\(number)"
    case .control(let character): "ctrl-" + Self.name(of: character)
    case .alt(let character): "alt-" + Self.name(of: character)
    case .paste(let text): "paste:" + text
    case .mouse(let event):
      "mouse:\(event.action.rawValue):\(event.button)@\(event.position.column),\(event.position.row)"
    case .resized(let size): "resize:\(size)"
    case .unknown(let name): "unknown:" + name
    case .enter, .escape, .tab, .backTab, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .insert, .delete,
      .backspace:
      Self.named.first { $0.key == self }?.names[0] ?? ""
    }
  }

  /// Reads a name back; also the long names (`enter`, `up`, `page-down`), without regard to case. Nil for no key.
  public init?(name: String) {
    if let key = Self.byName[name.lowercased()] {
      self = key
    } else if name.count == 1, let character = name.first, Self.isPlain(character) {
      self = .character(character)
    } else if let rest = name.suffix(afterPrefix: "ctrl-") {
      guard let character = Self.character(named: rest) else { return nil }
      self = .control(Character(character.lowercased()))
    } else if let rest = name.suffix(afterPrefix: "alt-") {
      guard let character = Self.character(named: rest) else { return nil }
      self = .alt(character)
    } else if let key = Key(tagged: name) {
      self = key
    } else {
      return nil
    }
  }

  private init?(tagged name: String) {
    if let character = Self.character(named: name) {
      self = .character(character)
    } else if let number = name.suffix(afterPrefix: "f").flatMap({ Int($0) }), (1...63).contains(number) {
      self = .function(number)
    } else if let text = name.suffix(afterPrefix: "paste:") {
      self = .paste(text)
    } else if let size = name.suffix(afterPrefix: "resize:").flatMap(Size.init(name:)) {
      self = .resized(size)
    } else if let event = name.suffix(afterPrefix: "mouse:").flatMap(MouseEvent.init(name:)) {
      self = .mouse(event)
    } else if let text = name.suffix(afterPrefix: "unknown:") {
      self = .unknown(text)
    } else {
      return nil
    }
  }
}

extension Key {
  /// The first name is the one shown.
  private static let named: [(key: Key, names: [String])] = [
    (.enter, ["↵", "enter", "return"]), (.escape, ["esc", "escape"]), (.tab, ["tab"]), (.backTab, ["shift-tab"]),
    (.up, ["↑", "up"]), (.down, ["↓", "down"]), (.left, ["←", "left"]), (.right, ["→", "right"]),
    (.home, ["Home", "home"]), (.end, ["End", "end"]),
    (.pageUp, ["PgUp", "pgup", "page-up"]), (.pageDown, ["PgDn", "pgdn", "page-down"]),
    (.insert, ["Ins", "ins", "insert"]), (.delete, ["Del", "del", "delete"]), (.backspace, ["backspace"]),
  ]

  private static let byName: [String: Key] = Dictionary(
    named.flatMap { entry in entry.names.map { ($0.lowercased(), entry.key) } }, uniquingKeysWith: { first, _ in first }
  )

  /// A character as itself, unless it would be invisible or be read as the name of another key.
  private static func name(of character: Character) -> String {
    if character == " " { return "space" }
    if isPlain(character) { return String(character) }
    return "U+" + character.unicodeScalars.map { String($0.value, radix: 16, uppercase: true) }.joined(separator: "+")
  }

  private static func isPlain(_ character: Character) -> Bool {
    let visible = VisibleText(String(character))
    return visible.glyphs.count == 1 && visible.string == String(character) && byName[String(character)] == nil
      && character != " "
  }

  private static func character(named name: String) -> Character? {
    if name == "space" { return " " }
    if name.count == 1, let character = name.first, isPlain(character) { return character }
    guard let codes = name.suffix(afterPrefix: "u+") else { return nil }
    var text = String.UnicodeScalarView()
    for code in codes.split(separator: "+", omittingEmptySubsequences: false) {
      guard let value = UInt32(code, radix: 16), let scalar = Unicode.Scalar(value) else { return nil }
      text.append(scalar)
    }
    return text.isEmpty || String(text).count != 1 ? nil : Character(String(text))
  }
}

extension Size {
  fileprivate init?(name: String) {
    let parts = name.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let columns = parts[0], let rows = parts[1], columns >= 0, rows >= 0 else { return nil }
    self.init(columns: columns, rows: rows)
  }
}

extension MouseEvent {
  /// `press:1@12,3`
  fileprivate init?(name: String) {
    let parts = name.split(whereSeparator: { ":@,".contains($0) })
    guard parts.count == 4, let action = Action(rawValue: String(parts[0])), let button = Int(parts[1]),
      let column = Int(parts[2]), let row = Int(parts[3])
    else { return nil }
    self.init(action, button: button, at: Position(column: column, row: row))
  }
}

extension String {
  /// What follows a prefix, compared without regard to case.
  fileprivate func suffix(afterPrefix prefix: String) -> String? {
    guard lowercased().hasPrefix(prefix) else { return nil }
    return String(dropFirst(prefix.count))
  }
}

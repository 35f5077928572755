import OAuth
import Playground
import Terminal

extension Model {
  /// Keys while something lies over the panels.
  mutating func pressOverlay(_ key: Key) -> [Effect] {
    switch overlay {
    case .leaving:
      overlay = nil
      return key == .character("y") || key == .character("q") || key == .enter ? [.quit(0)] : []
    case .help(let window): pressHelp(key, window)
    case .editing(let row, let line): pressEditing(key, row, line)
    case .adding(let line): pressAdding(key, line)
    case nil: break
    }
    return []
  }

  private mutating func pressHelp(_ key: Key, _ window: ScrollWindow) {
    let (count, visible) = (HelpView.rows(surroundings.charset).count, HelpView.visibleRows(in: size))
    switch KeyMap.standard.command(for: key) {
    case .move(let move)?:
      overlay = .help(window.scrolled(by: move.rows(page: visible, all: count), of: count, visible: visible))
    case .help?, .back?, .quit?, .quitNow?, .next?: overlay = nil
    default: break
    }
  }

  private mutating func pressEditing(_ key: Key, _ row: Int, _ line: LineEditor) {
    var line = line
    if key == .escape {
      overlay = nil
    } else if key == .enter {
      overlay = nil
      edit { $0.set(row, to: line.text) }
    } else {
      _ = line.apply(key)
      overlay = .editing(row: row, line)
    }
  }

  private mutating func pressAdding(_ key: Key, _ line: LineEditor) {
    var line = line
    if key == .escape {
      overlay = nil
    } else if key == .enter {
      add(line.text)
    } else {
      _ = line.apply(key)
      overlay = .adding(line)
    }
  }

  /// `name=value` becomes a parameter, `Name: value` a header field.
  private mutating func add(_ text: String) {
    guard let place = editor?.parameterPlace else { return }
    let mark = text.firstIndex { $0 == "=" || $0 == ":" }
    guard let mark, mark != text.startIndex else {
      notice = Notice("write name=value for a parameter, or Name: value for a header field", isProblem: true)
      return
    }
    let name = String(text[..<mark])
    let value = String(text[text.index(after: mark)...])
    if text[mark] == "=" {
      edit { $0.add(place, name, value) }
    } else if RequestEditor.isFieldName(name) {
      edit { $0.add(.header, name, String(value.drop { $0 == " " })) }
    } else {
      notice = Notice("\(name) cannot be the name of a header field", isProblem: true)
      return
    }
    overlay = nil
    focus = .request
    requestRow = max(0, (editor?.fields.count ?? 1) - 1)
  }
}

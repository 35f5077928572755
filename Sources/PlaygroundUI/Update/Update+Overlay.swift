import AuthorizationServer
import OAuth
import Playground
import Terminal

extension Model {
  /// Keys while something lies over the panels.
  mutating func pressOverlay(_ key: Key) -> [Effect] {
    switch overlay {
    case .leaving:
      switch key {
      case "y", "q": return [.quit(0)]
      case "n", .escape: overlay = nil
      default: break
      }
    case .menu(let menu, let state): return press(key, in: menu, state)
    case .answering(let prompt, let line): return pressAnswering(key, prompt, line)
    case .editing(let row, let line): pressEditing(key, row, line)
    case .adding(let line): pressAdding(key, line)
    case nil: break
    }
    return []
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

  private mutating func pressAnswering(_ key: Key, _ prompt: Prompt, _ line: LineEditor) -> [Effect] {
    var line = line
    switch key {
    case .paste(let text) where prompt == .paste:
      // Whole, with its lines: a field of one line would lose where they end.
      overlay = nil
      return diagnose(line.text + text)
    case .escape: overlay = nil
    case .enter:
      overlay = nil
      return answer(prompt, line.text)
    default:
      _ = line.apply(key)
      overlay = .answering(prompt, line)
    }
    return []
  }

  mutating func answer(_ prompt: Prompt, _ text: String) -> [Effect] {
    switch prompt {
    case .token: takeToken(text)
    case .claim: answerClaim(text)
    case .search(let panel): search(for: text, in: panel)
    case .paste: return diagnose(text)
    case .logFilter: filterLog(by: text)
    case .codeLifetime:
      return answer("codeLifetime", text)
    case .policySwitch(let name): return answer(name, text)
    case .interference(let interference): return answer(interference, text)
    }
    return []
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

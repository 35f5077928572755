import AuthorizationServer
import OAuth
import Playground

extension Model {
  /// The same as by keys, in the order of a sentence: what first, and then how.
  mutating func fulfil(_ wish: Wish) -> [Effect] {
    notice = nil
    switch wish {
    case .command(let command):
      if let obstacle = obstacle(to: command) {
        notice = Notice("not now: \(obstacle)", isProblem: true)
        return []
      }
      return perform(command)
    case .set(let name, let value): set(name, to: value)
    case .reset(let name):
      guard let row = row(named: name) else { break }
      edit { $0.reset(row) }
    case .advance(let duration): return [.clock(.advance(duration))]
    case .bend(let settings): return [.change(.bend(settings))]
    }
    return []
  }

  /// Where a field stands in the request of the stage; the names of header fields know no case.
  func row(named name: String) -> Int? {
    let fields = editor?.fields ?? []
    return fields.firstIndex { $0.name.hasSameOctets(as: name) }
      ?? fields.firstIndex { $0.place == .header && $0.name.asciiLowercased == name.asciiLowercased }
  }

  private mutating func set(_ name: String, to value: String?) {
    if let row = row(named: name) {
      edit { editor in
        if let value { editor.set(row, to: value) } else { editor.remove(row) }
      }
    } else if let value, let place = editor?.parameterPlace {
      edit { $0.add(place, name, value) }
    }
  }
}

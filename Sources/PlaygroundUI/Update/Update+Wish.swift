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
    case .open(let view):
      leave()
      show(view)
    case .compare(let number, let profile):
      leave()
      show(.comparison)
      compared = walkthrough.timeline.exchange(number: number).map(ComparisonSubject.exchange)
      choose(entry: profile)
      return notice == nil ? compare(with: selected(in: .comparison)) : []
    case .choose(let entry): choose(entry: entry)
    case .read(let reading): return views.last.map { [.page(title: $0.title, read($0, reading))] } ?? []
    case .answer(let text):
      guard case .answering(let prompt, _) = overlay else { break }
      overlay = nil
      return answer(prompt, text)
    case .leave: leave()
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

  private mutating func leave() {
    for view in views { lists[.view(view)]?.filter = "" }
    (views, overlay) = ([], nil)
    focus = .request
  }

  private mutating func choose(entry: String) {
    guard let view = views.last else { return }
    let names = items(of: view).compactMap(\.name)
    let numbered = entry.asciiNumber.flatMap { names.indices.contains($0 - 1) ? names[$0 - 1] : nil }
    guard let name = numbered ?? names.first(where: { $0 == entry }) else {
      let near = entry.asciiNumber == nil ? Suggestion.clause(for: entry, among: names) : ""
      notice = Notice("\(view.title) has no entry \(JSON.string(entry).text)\(near)", isProblem: true)
      return
    }
    lists[.view(view), default: ListState()].selected = name
  }

  private func read(_ view: ViewKind, _ reading: Wish.Reading) -> String {
    let lines =
      switch reading {
      case .list: PlainReport.list(of: view, in: self)
      case .entry: PlainReport.entry(of: view, in: self)
      case .heading: [PlainReport.heading(of: view, in: self)]
      }
    return lines.joined(separator: "\n")
  }
}

import AuthorizationServer
import OAuth
import Playground
import Terminal

/// Everything the server knows and remembers, and what can be done to it.
struct InspectorContent: ViewContent {
  let model: Model

  var heading: StyledLine {
    return StyledLine("Server inspector  ", .title.bold)
      + StyledLine("http://\(model.surroundings.serverAuthority)", .accent)
      + StyledLine("  profile \(model.inspected?.inventory.profile ?? "")  clock \(clock)", .muted)
  }

  /// Not the time itself: where nothing counts down, nobody would draw it anew.
  private var clock: String {
    let skew = SkewWords.of(model.interferences).map { ", wrong: \($0)" } ?? ""
    if let heldAt = model.clock.heldAt { return "held at \(heldAt.timeOfDay.prefix(8))" + skew }
    return (model.clock.offset == .zero ? "real" : "\(TimeLeft(model.clock.offset).text) ahead") + skew
  }

  var listTitle: StyledLine { "State" }

  var items: [ListItem] {
    let columns = listColumns
    let now = model.serverTime
    return (model.inspected?.sections ?? []).flatMap { section in
      [heading(of: section, columns: columns)]
        + section.rows.map { row in
          ListItem(row.name, row.fact.line(at: now, columns: columns), words: row.words)
        }
    }
  }

  private func heading(of section: Inspected.Section, columns: Int) -> ListItem {
    let count = section.count > section.rows.count ? "\(section.rows.count) of \(section.count)" : "\(section.count)"
    let title = section.title.uppercased()
    let gap = max(1, columns - title.count - count.count - 1)
    return ListItem(
      nil, StyledLine(title, .title.bold) + StyledLine(String(repeating: " ", count: gap) + count, .muted),
      words: section.title)
  }

  /// The room for a line: without the frame and the mark of the cursor.
  private var listColumns: Int {
    model.viewLayout(self, model.lists[.view(.inspector), default: ListState()]).list.columns - 4
  }

  func detail(of name: String?, columns: Int) -> ViewDetail {
    guard let inspected = model.inspected else { return ViewDetail() }
    guard let fact = name.flatMap(inspected.fact) else {
      return ViewDetail(rows: StyledLine("Nothing is selected.", .muted).wrapped(to: columns))
    }
    let detail = FactDetail(fact: fact, inventory: inspected.inventory, model: model)
    let rows = detail.rows(columns: columns) + acts(on: fact) + changes(columns: columns)
    return ViewDetail(title: detail.title, note: detail.note, rows: rows)
  }

  /// What can be done now, each with its key.
  private func acts(on fact: InventoryFact) -> [StyledLine] {
    let keyMap = model.surroundings.keyMap
    let possible = ServerAct.allCases.filter { model.obstacle(to: $0) == nil }
    let rows = possible.compactMap { act -> StyledLine? in
      guard let key = keyMap.entry(of: .act(act))?.keys.first else { return nil }
      return StyledLine("  \(model.surroundings.charset.name(of: key))  ", .accent) + StyledLine(act.title(on: fact))
    }
    return [[], StyledLine("CHANGE THE SERVER", .title.bold)] + rows
  }

  private func changes(columns: Int) -> [StyledLine] {
    let notes = model.walkthrough.timeline.notes.suffix(5).reversed()
    guard !notes.isEmpty else { return [] }
    var rows = FactRows()
    for note in notes { rows.add(String(note.change.at.timeOfDay.prefix(8)), StyledLine(note.change.sentence)) }
    return [[], StyledLine("LAST CHANGES", .title.bold)] + rows.rows(columns: columns - 2).map { "  " + $0 }
  }

  func footer(of name: String?) -> StyledLine {
    guard let inspected = model.inspected else { return " looking into the server" }
    let counted = ["codes", "access tokens", "refresh tokens", "sessions"].map { "\($0) \(inspected.count(of: $0))" }
    return StyledLine(" \(counted.joined(separator: " · "))", .muted)
  }
}

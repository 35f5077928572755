import Playground
import Terminal

/// One line of a menu: a command, its key, what it does, and why it is not possible now.
struct MenuItem: Equatable {
  let command: Command
  let name: String
  let keys: String
  let title: String
  var obstacle: String?
  /// The heading it stands under.
  var heading: String?
  var scope = Scope.everywhere
}

extension Model {
  /// What a menu offers at this moment, filtered and in order.
  func choices(of menu: Menu, matching query: String) -> [MenuItem] {
    switch menu {
    case .help:
      let words = query.lowercased().split(separator: " ")
      return helpItems.filter { item in
        let text = "\(item.keys) \(item.title) \(item.name)".lowercased()
        return words.allSatisfy { text.contains($0) }
      }
    case .copy:
      return CopyKind.allCases.enumerated().map { index, kind in
        MenuItem(
          command: .copy(kind), name: kind.rawValue, keys: "\(index + 1)", title: kind.title,
          obstacle: obstacle(to: .copy(kind)))
      }
    case .question:
      return (scenario.scenario.question?.answers ?? []).enumerated().map { index, answer in
        MenuItem(command: .answer(index + 1), name: "\(index + 1)", keys: "\(index + 1)", title: answer)
      }
    case .palette: return FuzzyMatch.best(of: paletteItems, for: query) { "\($0.name) \($0.title)" }
    }
  }

  /// Every key that works below this menu, what is nearest to the cursor first.
  private var helpItems: [MenuItem] {
    let entries = surroundings.keyMap.reachable(in: scopes).filter { !$0.keys.isEmpty }
    var groups: [CommandEntry.Group] = []
    for scope in scopes {
      for entry in entries where entry.scope == scope && !groups.contains(entry.group) { groups.append(entry.group) }
    }
    return groups.flatMap { group in
      entries.filter { $0.group == group }.map { item($0, heading: group.title) }
    }
  }

  /// Every command by name, those that are possible first.
  private var paletteItems: [MenuItem] {
    let named = surroundings.keyMap.entries.filter { !$0.command.isMovement }.map { item($0, heading: nil) }
    let scenarios = ScenarioLibrary.all.map {
      MenuItem(command: .play(scenario: $0.id), name: "play \($0.id)", keys: "", title: $0.title)
    }
    let mistakes = mistakes.map {
      MenuItem(command: .make(mistake: $0.name), name: "break \($0.name)", keys: "", title: $0.title)
    }
    let all = named + scenarios + mistakes
    return all.filter { $0.obstacle == nil } + all.filter { $0.obstacle != nil }
  }

  private func item(_ entry: CommandEntry, heading: String?) -> MenuItem {
    let isHere = scopes.contains(entry.scope) || entry.scope.isOnPanels
    return MenuItem(
      command: entry.command, name: entry.name,
      keys: entry.keys.map(surroundings.charset.name).joined(separator: " "), title: entry.title,
      obstacle: isHere ? obstacle(to: entry.command) : entry.scope.elsewhere, heading: heading, scope: entry.scope)
  }
}

extension Scope {
  /// Whether the palette can go there by itself.
  var isOnPanels: Bool {
    switch self {
    case .panels, .panel: true
    case .everywhere, .searching, .view: false
    }
  }

  /// Why a command of this scope is not possible where one is.
  fileprivate var elsewhere: String {
    switch self {
    case .everywhere, .panels, .panel: ""
    case .searching: "while a text is searched for"
    case .view(let kind): "in the view \(kind.title.lowercased())"
    }
  }
}

extension Command {
  /// Moving the cursor and what else would make no sense from a list.
  var isMovement: Bool {
    switch self {
    case .move, .menu(.palette), .next, .back, .findNext, .findPrevious: true
    default: false
    }
  }
}

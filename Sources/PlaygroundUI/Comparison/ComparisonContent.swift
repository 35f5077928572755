import AuthorizationServer
import HTTPTypes
import OAuth
import Playground
import Terminal

/// The servers to put a request to, and then what the other one made of it, beside this one. Nothing is sent.
struct ComparisonContent: ViewContent {
  let model: Model

  var heading: StyledLine {
    StyledLine("Compare  ", .title.bold) + StyledLine(request) + StyledLine("   nothing is sent", .muted)
  }

  private var request: String {
    guard let subject = model.compared, let request = subject.request else { return "no request" }
    let line = "\(request.head.method.rawValue) \(model.redaction.target(request.path))"
    guard case .exchange(let exchange) = subject else { return "\(line), as things stand" }
    return "\(line), exchange \(exchange.number)"
  }

  // MARK: The list

  var listTitle: StyledLine { "With" }
  var listShare: Int { model.comparison == nil ? 45 : 0 }

  var items: [ListItem] {
    guard model.comparison == nil else { return [] }
    let columns = Profile.all.map(\.name.count).max() ?? 0
    return Profile.all.map { profile in
      ListItem(
        profile.name,
        StyledLine("\(profile.name.padded(to: columns))  ", .value) + StyledLine(profile.summary, .muted))
    }
  }

  // MARK: The text

  func detail(of name: String?, columns: Int) -> ViewDetail {
    guard let comparison = model.comparison else { return detail(of: name.flatMap(Profile.named), columns) }
    let isBeside = model.surroundings.isDrawn && columns >= ComparisonPage.roomForTwo
    return ViewDetail(
      title: StyledLine("\(comparison.left.profile) and \(comparison.right.profile)"),
      note: comparison.isSame ? StyledLine("the same", .ok) : StyledLine("≠", .attention.bold),
      rows: ComparisonPage(comparison, model.redaction).rows(columns: columns, isBeside: isBeside))
  }

  private func detail(of profile: Profile?, _ columns: Int) -> ViewDetail {
    guard let profile else { return ViewDetail() }
    var rows = StyledLine(profile.summary).wrapped(to: columns)
    if !profile.notes.isEmpty { rows += [[], StyledLine("What to know about it", .title.bold)] }
    rows += profile.notes.flatMap { note in
      (StyledLine(note.subject.map { "\($0)  " } ?? "", .name) + StyledLine(note.text)).hanging(by: 4, columns: columns)
    }
    return ViewDetail(title: StyledLine(profile.name), rows: rows)
  }

  func footer(of name: String?) -> StyledLine {
    model.comparison == nil
      ? StyledLine(" \(model.key(.next)) puts the request to this server, too")
      : StyledLine(" \(model.keysToMove) scroll   \(model.key(.back)) chooses another server")
  }
}

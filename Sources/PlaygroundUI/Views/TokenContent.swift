import OAuth
import OAuthClient
import Playground
import Terminal

/// A signed token part by part, the checks its recipient has to make, and what can be done to it.
struct TokenContent: ViewContent {
  let model: Model
  private let token: InspectedToken?

  init(model: Model) {
    self.model = model
    token = model.inspectedToken
  }

  var heading: StyledLine {
    let title = StyledLine("JWT inspector  ", .title.bold)
    guard let token else { return title }
    let origin = token.seen.exchange.map { "of exchange \($0)" } ?? "typed by hand"
    return title + result(token) + StyledLine("  \(token.seen.kind.rawValue)", .accent)
      + StyledLine(" \(origin)", .muted)
      + StyledLine(token.place.of > 1 ? "  \(token.place.number) of \(token.place.of)" : "", .muted)
  }

  var listTitle: StyledLine { token?.isChanged == true ? StyledLine("Token, changed", .attention) : "Token" }
  var listNote: StyledLine { StyledLine(token.map { "\($0.text.utf8.count) octets" } ?? "", .muted) }
  var listShare: Int { token == nil ? 0 : 55 }

  var items: [ListItem] {
    guard let token else { return [] }
    let headers = members(token.reading.header, .header)
    let claims = members(token.reading.payload, .payload)
    let verdicts = token.verdicts
    let width = min(16, verdicts.map { $0.check.label.count }.max() ?? 0)
    let checks = verdicts.map { verdict in
      ListItem(
        TokenRow.check(verdict.check).name,
        verdict.mark + StyledLine(verdict.check.label.padded(to: width) + "  ") + StyledLine(verdict.found, .muted),
        words: "\(verdict.check.label) \(verdict.found)")
    }
    let tamperings = token.tamperings.map { tampering in
      ListItem(TokenRow.tampering(tampering.name).name, StyledLine("  \(tampering.title)"))
    }
    return [("Header", headers), ("Payload", claims), ("Checks", checks), ("Tamper with it", tamperings)]
      .flatMap { heading, items in items.isEmpty ? [] : [ListItem.heading(heading)] + items }
  }

  private func members(_ part: Result<JSON, TokenFault>, _ place: ClaimLesson.Part) -> [ListItem] {
    switch part {
    case .failure(let fault):
      return [ListItem(TokenRow.member(place, "").name, StyledLine("  ✗ \(fault.sentence)", .error))]
    case .success(let object):
      guard case .object(let members) = object else { return [] }
      let width = min(16, members.map(\.name.displayColumns).max() ?? 0)
      let room = columns - width - 4
      let said = members.map { member in
        (member: member, meaning: TokenDetail.meaning(member, place, token?.recipient))
      }
      let style: Style = place == .header ? .accent : .value
      let column = Self.column(said, in: room)
      return said.map { member, meaning in
        let name = StyledLine("  \(member.name.padded(to: width))  ", .name)
        return ListItem(
          TokenRow.member(place, member.name).name,
          name + self.said(member, meaning, style, column: column, in: room),
          words: "\(member.name) \(member.value.text) \(meaning)")
      }
    }
  }

  /// How wide the values are beside which a meaning has room.
  private static func column(_ said: [(member: JSON.Member, meaning: String)], in room: Int) -> Int {
    said.filter { !$0.meaning.isEmpty }
      .map { (TokenDetail.value($0.member.value).displayColumns, $0.meaning.displayColumns) }
      .filter { $0 + 2 + $1 <= room }.map(\.0).max() ?? 0
  }

  /// Value and meaning where there is room for both; else the one that says more: of a time the time of day.
  private func said(
    _ member: JSON.Member, _ meaning: String, _ style: Style, column: Int, in room: Int
  ) -> StyledLine {
    let value = TokenDetail.value(member.value)
    for width in [column, value.displayColumns] where width >= value.displayColumns {
      let both = StyledLine(value.padded(to: width), style) + StyledLine(meaning.isEmpty ? "" : "  \(meaning)", .muted)
      if both.columns <= room { return both }
    }
    return TokenDetail.isTime(member)
      ? StyledLine(meaning, style) : StyledLine(value, style).shortened(to: room, at: .middle)
  }

  /// The width of a row of the list.
  private var columns: Int {
    max(8, ViewLayout(model.size, share: listShare, inDetail: false, hints: true).list.columns - 4)
  }

  func detail(of name: String?, columns: Int) -> ViewDetail {
    guard let token else { return nothing(columns) }
    let detail = TokenDetail(token: token, redaction: model.redaction, columns: columns)
    return name.flatMap(TokenRow.init).map(detail.of) ?? ViewDetail(rows: detail.raw)
  }

  func footer(of name: String?) -> StyledLine {
    guard let token else { return StyledLine(" \(model.key(.token(.take))) type one or paste it") }
    let count = token.verdicts.count { $0.outcome == .failed }
    if token.isChanged {
      return StyledLine(" changed: \(count) checks fail   \(model.key(.token(.undo))) undoes it", .attention)
    }
    return " checked here, with the published keys of the server"
  }

  /// `RS256 · valid ✓`, or the first check that fails.
  private func result(_ token: InspectedToken) -> StyledLine {
    let verdicts = token.verdicts
    let failed = verdicts.filter { $0.outcome == .failed }
    if let first = failed.first {
      let others = failed.count > 1 ? " and \(failed.count - 1) more" : ""
      return StyledLine("✗ \(first.check.label)\(others)", .error)
    }
    let isOpen = verdicts.contains { $0.check == .signature && $0.outcome == .open }
    return isOpen
      ? StyledLine("signature unknown: \(model.key(.token(.fetchKeys))) fetches the keys", .attention)
      : StyledLine("valid ✓", .ok)
  }

  private func nothing(_ columns: Int) -> ViewDetail {
    let text: [StyledLine] = [
      "No signed token was seen yet.", [],
      "Ask for the scope openid and redeem the code: the answer holds an ID token.",
      "With the policy accessTokenFormat jwt the access token is one, too.", [],
      StyledLine(model.key(.token(.take)), .accent) + " takes one from elsewhere: type it or paste it.",
    ]
    return ViewDetail(title: "No token", rows: text.flatMap { $0.columns == 0 ? [[]] : $0.wrapped(to: columns) })
  }
}

/// What a row of the list is about; its name is what the cursor remembers.
enum TokenRow: Equatable {
  case member(ClaimLesson.Part, String)
  case check(TokenCheck)
  case tampering(String)

  var name: String {
    switch self {
    case .member(let part, let name): "\(part.rawValue).\(name)"
    case .check(let check): "check.\(check.rawValue)"
    case .tampering(let name): "tamper.\(name)"
    }
  }

  init?(_ name: String) {
    let place = name.prefix { $0 != "." }
    let rest = String(name.dropFirst(place.count + 1))
    switch place {
    case "check":
      guard let check = TokenCheck(rawValue: rest) else { return nil }
      self = .check(check)
    case "tamper": self = .tampering(rest)
    default:
      guard let part = ClaimLesson.Part(rawValue: String(place)) else { return nil }
      self = .member(part, rest)
    }
  }
}

extension TokenCheck {
  /// The claim where there is one, and else the check's own name.
  var label: String { subject ?? rawValue }
}

extension TokenVerdict {
  var mark: StyledLine {
    switch outcome {
    case .passed: StyledLine("✓ ", .ok)
    case .failed: StyledLine("✗ ", .error)
    case .open: StyledLine("· ", .muted)
    }
  }
}

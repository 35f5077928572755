import OAuth
import Playground
import Terminal

/// What is said beside a row of the JWT inspector.
struct TokenDetail {
  let token: InspectedToken
  let redaction: Redaction
  let columns: Int

  func of(_ row: TokenRow) -> ViewDetail {
    switch row {
    case .member(let part, let name): member(part, name)
    case .check(let check): self.check(check)
    case .tampering(let name): tampering(name)
    }
  }

  private func member(_ part: ClaimLesson.Part, _ name: String) -> ViewDetail {
    let object = try? (part == .header ? token.reading.header : token.reading.payload).get()
    var rows: [StyledLine] = []
    if let value = object?[name] {
      rows += StyledLine(Self.value(value), .value).wrapped(to: columns)
      let meaning = Self.meaning(.init(name, value), part, token.recipient)
      if !meaning.isEmpty { rows += StyledLine(meaning, .muted).wrapped(to: columns) }
      rows.append([])
    }
    rows += steps(name, part)
    let lesson = ClaimLesson.of(name, in: part)?.lesson
    rows += lesson.map(told) ?? wrapped("No standard that this program knows defines it.")
    return ViewDetail(
      title: StyledLine(name.isEmpty ? part.rawValue : name),
      note: StyledLine(lesson?.specification.description ?? "", .muted), rows: rows + raw)
  }

  private func check(_ check: TokenCheck) -> ViewDetail {
    guard let verdict = token.verdicts.first(where: { $0.check == check }) else { return ViewDetail(rows: raw) }
    var rows = (verdict.mark + StyledLine(check.title)).wrapped(to: columns) + [[]]
    if let expected = verdict.expected { rows += labelled("expected", expected, .text) }
    rows += labelled("found", verdict.found, verdict.outcome == .failed ? .error : .value) + [[]]
    rows += steps(check.subject ?? "", .payload)
    let part: ClaimLesson.Part = check == .algorithm || check == .type ? .header : .payload
    let lesson = check.subject.flatMap { ClaimLesson.of($0, in: part)?.lesson }
    rows += lesson.map(told) ?? wrapped(check == .readable ? Self.readable : Self.signature)
    return ViewDetail(
      title: StyledLine(check.label), note: StyledLine(check.specification.description, .muted), rows: rows + raw)
  }

  private func tampering(_ name: String) -> ViewDetail {
    guard let tampering = token.tamperings.first(where: { $0.name == name }) else { return ViewDetail(rows: raw) }
    let broken = TokenCheck.allCases.filter(tampering.breaks.contains).map(\.label).joined(separator: ", ")
    let rows = entry("Stands for", tampering.story) + entry("Breaks", broken)
    return ViewDetail(title: StyledLine(tampering.title), rows: rows + raw)
  }

  /// The three parts, each in its own role; what was changed is the whole text, since the signature covers it.
  var raw: [StyledLine] {
    let styles: [Style] = [.accent, .value, .muted]
    guard redaction == .none else {
      return [StyledLine("TOKEN", .title.bold), StyledLine("  \(redaction.value(token.text, of: "id_token"))", .muted)]
    }
    var line = StyledLine()
    for (index, part) in token.reading.parts.prefix(8).enumerated() {
      if index > 0 { line += StyledLine(".", .title.bold) }
      line += StyledLine(String(part.prefix(4_000)), styles[min(index, 2)])
    }
    return [StyledLine("TOKEN", .title.bold)] + line.wrapped(to: max(1, columns))
  }

  /// How `at_hash` is made of the access token. OpenID Connect Core §3.1.3.6.
  private func steps(_ name: String, _ part: ClaimLesson.Part) -> [StyledLine] {
    guard name == "at_hash", part == .payload, let accessToken = token.seen.accessToken else { return [] }
    return Computation.accessTokenHash(of: accessToken).rows(columns: columns, redaction) + [[]]
  }

  private func told(_ lesson: Lesson) -> [StyledLine] {
    entry("What", lesson.what) + entry("Why", lesson.why) + entry("Stops", lesson.prevents) + entry("Do", lesson.fix)
  }

  private func entry(_ label: String, _ text: String) -> [StyledLine] {
    [StyledLine(label.uppercased(), .title.bold)] + StyledLine(text).wrapped(to: max(1, columns - 2)).map { "  " + $0 }
      + [[]]
  }

  private func wrapped(_ text: String) -> [StyledLine] { StyledLine(text).wrapped(to: columns) + [[]] }

  private func labelled(_ label: String, _ text: String, _ style: Style) -> [StyledLine] {
    StyledLine(text, style).wrapped(to: max(1, columns - 10)).enumerated().map { index, line in
      StyledLine((index == 0 ? label : "").padded(to: 10), .muted) + line
    }
  }

  private static let readable = """
    A token is header, payload and signature in base64url, with dots between them and nothing around them.
    """

  private static let signature = """
    The signature covers the octets of the first two parts as they stand here. Whoever has the public key can check \
    it; only who has the private key can make it.
    """
}

extension TokenDetail {
  /// A text without its quotation marks, everything else as JSON.
  static func value(_ value: JSON) -> String { value.string ?? value.text }

  /// What a value means here and now, or what its name stands for.
  static func meaning(_ member: JSON.Member, _ part: ClaimLesson.Part, _ recipient: TokenRecipient?) -> String {
    let usual = ClaimLesson.of(member.name, in: part)?.meaning ?? ""
    guard part == .payload, let recipient, isTime(member), let instant = TokenRecipient.instant(member.value) else {
      return usual
    }
    return instant.seen(from: recipient.now)
  }

  /// Whether it holds seconds since 1970.
  static func isTime(_ member: JSON.Member) -> Bool {
    times.contains(member.name) && TokenRecipient.instant(member.value) != nil
  }

  private static let times: Set<String> = ["exp", "iat", "nbf", "auth_time"]
}

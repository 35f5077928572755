public import OAuth

extension RequestComparison {
  /// For programs: both sides in full, the lines that differ, and why.
  public func json(_ redaction: Redaction) -> JSON {
    let record = MessageRecord(redaction: redaction)
    let parts: [(String, [Row])] = [
      ("decision", decisionRows(redaction)), ("head", headRows), ("body", bodyRows),
    ]
    let differences = parts.flatMap { part, rows in
      rows.filter(\.differs).map { row in
        JSON.object([
          .init("part", .string(part)), .init("left", (row.left?.text).json), .init("right", (row.right?.text).json),
        ])
      }
    }
    return .object([
      .init("event", "comparison"), .init("same", .bool(isSame)),
      .init("left", left.json(record)), .init("right", right.json(record)),
      .init("remarks", .array(remarks.map { .string($0) })), .init("differences", .array(differences)),
      .init(
        "reasons",
        .array(
          reasons.map { .object([.init("subject", .string($0.subject)), .init("sentence", .string($0.sentence))]) })),
    ])
  }
}

extension RequestComparison.Side {
  fileprivate func json(_ record: MessageRecord) -> JSON {
    .object([
      .init("profile", .string(profile)), .init("request", record.request(request)),
      .init("response", record.response(response)), .init("decision", record.decision(decision)),
    ])
  }
}

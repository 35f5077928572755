import OAuth

extension Rule where Subject: EndpointExamination {
  /// What anybody can start must not fill the memory. RFC 9126 §2.3; decision D23.
  static func roomLeft(_ limit: Int, _ count: @escaping @Sendable (ServerState) -> Int) -> Rule {
    Rule(.roomLeft) { _, circumstances throws(Refusal) in
      let waiting = count(circumstances.server.state)
      guard waiting < limit else { throw .noRoomLeft(limit: limit) }
      return .found("\(waiting) wait")
    }
  }
}

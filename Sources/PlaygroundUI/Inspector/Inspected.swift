import AuthorizationServer
import OAuth

/// An inventory as the screen uses it: the entries one under the other, under their headings. Made once for each
/// inventory, since there may be many entries and the screen asks for them often.
struct Inspected: Equatable, Sendable {
  struct Row: Equatable, Sendable {
    let name: String
    let words: String
    let fact: InventoryFact
  }

  struct Section: Equatable, Sendable {
    let title: String
    /// How many there are, shown or not. What the server only keeps until it is swept away does not count.
    let count: Int
    let rows: [Row]
  }

  let inventory: Inventory
  let sections: [Section]
  private let places: [String: InventoryFact]

  init(_ inventory: Inventory) {
    self.inventory = inventory
    let families = inventory.families
    let members = families.entries.flatMap { family in
      family.members.map { InventoryFact.refreshToken($0, of: family) }
    }
    sections = [
      Self.section("clients", inventory.clients) { .client($0) },
      Self.section("resource owners", inventory.resourceOwners) { .owner($0) },
      Self.section("codes", inventory.codes) { .code($0) },
      Self.section("access tokens", inventory.accessTokens) { .accessToken($0) },
      Self.section("refresh tokens", count: families.count, members),
      Self.section("sessions", inventory.sessions) { .session($0) },
      Self.section("consents", inventory.consents) { .consent($0) },
      Self.section("pushed requests", inventory.pushedRequests) { .pushedRequest($0) },
      Self.section("devices", inventory.devices) { .device($0) },
      Self.section("signing keys", count: inventory.keys.count, inventory.keys.map { .key($0) }),
      Self.section("wrong guesses", inventory.guesses) { .guess($0) },
    ].filter { $0.count > 0 }
    let rows = sections.flatMap(\.rows)
    places = Dictionary(rows.map { ($0.name, $0.fact) }) { first, _ in first }
  }

  private static func section<Entry>(
    _ title: String, _ listing: Inventory.Listing<Entry>, _ fact: (Entry) -> InventoryFact
  ) -> Section {
    section(title, count: listing.count, listing.entries.map(fact))
  }

  private static func section(_ title: String, count: Int, _ facts: [InventoryFact]) -> Section {
    let rows = facts.map { Row(name: $0.entry.name, words: $0.words, fact: $0) }
    return Section(title: title, count: facts.count < ServerLimits.inventory ? facts.count : count, rows: rows)
  }

  func count(of title: String) -> Int { sections.first { $0.title == title }?.count ?? 0 }

  /// The entry of that name.
  func fact(_ name: String) -> InventoryFact? { places[name] }

  /// What somebody who looks into the server for the first time most likely means.
  var newest: InventoryFact? {
    inventory.codes.entries.first.map { .code($0) } ?? inventory.accessTokens.entries.first.map { .accessToken($0) }
  }

  /// How long the screen stays true by itself; nil while nothing on it moves.
  func unchanged(at now: Instant) -> Duration? {
    let facts = sections.flatMap(\.rows).map(\.fact)
    return facts.compactMap { fact -> Duration? in
      guard case .active(let left)? = fact.condition(at: now) else { return nil }
      return TimeLeft(left).unchanged
    }.min()
  }
}

import AuthorizationServer
import OAuth
import OAuthClient
import Playground
import Testing

@Suite struct `Every lesson` {
  static let entries = Glossary.words.flatMap { Glossary.entries(for: $0) }.filter { $0.kind != .interference }

  private static func fields(of entry: Glossary.Entry) -> [String] { entry.statements.map(\.text) }

  @Test(arguments: entries)
  func `says four different things, each short enough for a few lines`(_ entry: Glossary.Entry) {
    let fields = Self.fields(of: entry)
    #expect(Set(fields).count == 4)
    for field in fields { #expect((8...220).contains(field.count), "\(entry.name): \(field)") }
  }

  @Test(arguments: entries)
  func `is written in whole sentences on one line of plain ASCII`(_ entry: Glossary.Entry) {
    for field in Self.fields(of: entry) {
      #expect(field.hasSuffix(".") || field.hasSuffix("?"), "\(field)")
      #expect(field.utf8.allSatisfy { (0x20...0x7E).contains($0) }, "\(field)")
      #expect(!field.contains("  "), "\(field)")
    }
  }

  @Test(arguments: entries)
  func `names its section`(_ entry: Glossary.Entry) throws {
    let section = try #require(entry.specification).description
    let pattern =
      /(RFC [0-9]{4}|OpenID Connect (Core|Registration)|OAuth Multiple Response Types) (§[0-9]+(\.[0-9]+)*|appendix [A-Z](\.[0-9]+)*)/
    #expect(section.wholeMatch(of: pattern) != nil, "\(section)")
  }

  @Test(arguments: entries)
  func `leads to words that can be explained too`(_ entry: Glossary.Entry) {
    for word in entry.related { #expect(!Glossary.entries(for: word).isEmpty, "\(entry.name) leads to \(word)") }
  }

  @Test func `no two refusals are described alike`() {
    let described = Refusal.Kind.allCases.map(\.lesson.what) + ClientRefusal.Kind.allCases.map(\.lesson.what)
    #expect(Set(described).count == described.count)
  }

  @Test func `no prose says auth for authorization`() {
    let texts = Self.entries.flatMap { Self.fields(of: $0) }
    #expect(texts.filter { $0.contains(/\b[Aa]uth\b/) } == [])
  }
}

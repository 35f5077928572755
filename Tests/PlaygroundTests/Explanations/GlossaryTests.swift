import OAuth
import Playground
import Testing

@Suite struct `Looking up a word` {
  private func kinds(of word: String) -> [Glossary.Entry.Kind] { Glossary.entries(for: word).map(\.kind) }

  @Test(arguments: Glossary.words)
  func `finds every word under its own name`(_ word: String) {
    #expect(Glossary.entries(for: word).contains { $0.name == word })
  }

  @Test func `has words of every kind, each once`() {
    let entries = Glossary.words.flatMap { Glossary.entries(for: $0) }
    #expect(Set(entries.map(\.kind)) == Set(Glossary.Entry.Kind.allCases))
    #expect(Set(Glossary.words).count == Glossary.words.count)
  }

  @Test(arguments: [
    "invalid_grant", "INVALID_GRANT", " invalid_grant\n", "\"invalid_grant\"", "'invalid_grant',", "invalid grant",
    "invalid-grant", "InvalidGrant", "(invalid_grant)", "invalid_grant=",
  ])
  func `does not mind case, spaces, hyphens and quotation marks`(_ word: String) {
    #expect(Glossary.entries(for: word).map(\.name) == ["invalid_grant"])
  }

  @Test func `looks up both sides of a pasted pair`() {
    #expect(Glossary.entries(for: "error=invalid_grant").map(\.name) == ["invalid_grant", "error"])
    #expect(Glossary.entries(for: #""error": "invalid_grant""#).map(\.name) == ["invalid_grant", "error"])
    #expect(Glossary.entries(for: "redirect_uri=http://127.0.0.1:8252/callback").map(\.name) == ["redirect_uri"])
    #expect(Glossary.entries(for: "Authorization: Bearer abc").map(\.name) == ["Authorization"])
  }

  @Test func `finds all meanings of a word`() {
    #expect(kinds(of: "stateMissing") == [.refusal, .clientRefusal])
    #expect(kinds(of: "parametersSentOnce") == [.check, .clientCheck])
    #expect(kinds(of: "codeLifetime") == [.policy])
    #expect(kinds(of: "www-authenticate") == [.header])
    #expect(kinds(of: "code_verifier") == [.parameter])
  }

  @Test func `tells of an interference who does that, and which scenarios let it happen`() throws {
    let entry = try #require(Glossary.entries(for: "strip-authorization").first)
    #expect(entry.description == "interference")
    #expect(entry.statements.map(\.label) == ["What", "Seen", "Who", "Fix", "Play it"])
    #expect(entry.statements.last?.text == "oauth-playground --scenario authorization-header-lost")
  }

  @Test(arguments: ["", " ", "=", "banana", "to\u{212A}en_type", "code\u{301}", "\0code", "http://127.0.0.1/callback"])
  func `finds nothing under what is no word`(_ word: String) {
    #expect(Glossary.entries(for: word).isEmpty)
  }

  @Test func `leads from a refusal to its error code and its check, and from the code back`() throws {
    let refusal = try #require(Glossary.entries(for: "authorizationCodeExpired").first)
    #expect(refusal.related == ["invalid_grant", "authorizationCodeNotExpired"])
    let code = try #require(Glossary.entries(for: "invalid_grant").first)
    #expect(code.related.contains("authorizationCodeExpired"))
  }
}

@Suite struct `Suggesting a word` {
  @Test(arguments: [
    ("invalid_grnat", "invalid_grant"), ("redirect_url", "redirect_uri"), ("code_verifer", "code_verifier"),
    ("client_secert", "client_secret"), ("WWW-Authentciate", "WWW-Authenticate"), ("codeLifetme", "codeLifetime"),
    ("'grant_typ'", "grant_type"), ("stat", "state"),
  ])
  func `puts the nearest first`(_ typed: String, _ meant: String) {
    #expect(Glossary.nearest(to: typed).first == meant)
  }

  @Test func `offers words that begin as the typed one, five at most`() {
    let offered = Glossary.nearest(to: "authorizationCode")
    #expect(offered.count == 5)
    #expect(offered.allSatisfy { $0.hasPrefix("authorizationCode") })
  }

  @Test(arguments: ["", "=", "\"\"", "zzzzzzzzzz", "bananas for everybody"])
  func `is silent where nothing is near`(_ typed: String) {
    #expect(Glossary.nearest(to: typed) == [])
  }

  @Test func `does not compare what is too long for a word`() {
    #expect(Glossary.nearest(to: String(repeating: "code", count: 100_000)) == [])
  }
}

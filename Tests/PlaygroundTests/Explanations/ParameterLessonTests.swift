import OAuth
import OAuthClient
import Playground
import Testing

@Suite struct `The meaning of a parameter` {
  static let names = Glossary.words.map { ParameterName($0) }.filter { ParameterLesson.of($0) != nil }

  @Test(arguments: names)
  func `fits the third column of the request form in every stage`(_ name: ParameterName) throws {
    for stage in Stage.allCases.map(Optional.some) + [nil] {
      let meaning = try #require(ParameterLesson.meaning(of: name, in: stage))
      #expect((5...34).contains(meaning.count), "\(meaning)")
      #expect(meaning.utf8.allSatisfy { (0x20...0x7E).contains($0) })
    }
  }

  @Test func `is known for everything the client sends`() throws {
    var client = OAuthClient(
      configuration: ClientConfiguration(
        identifier: try #require(ClientIdentifier("workshop-app")), secret: "workshop-secret",
        authentication: .clientSecretPost, redirectionURI: "http://127.0.0.1:8252/callback",
        scope: Scope(["profile"]), issuer: Issuer("http://127.0.0.1:8414"),
        authorizationEndpoint: "http://127.0.0.1:8414/authorize", tokenEndpoint: "http://127.0.0.1:8414/token",
        protectedResource: "http://127.0.0.1:8414/me", expectsIssuer: true),
      random: .seeded(1, stream: 0))
    for element in client.beginAuthorization(at: Instant(seconds: 0)).query.elements {
      #expect(ParameterLesson.meaning(of: element.name, in: .authorize) != nil, "\(element.name)")
    }
    guard case .form(let form) = client.tokenDraft(code: "abc").body else {
      Issue.record("a token request has a form")
      return
    }
    for element in form.elements {
      #expect(ParameterLesson.meaning(of: element.name, in: .token) != nil, "\(element.name)")
    }
  }

  @Test func `depends on the stage where the parameter does`() {
    #expect(ParameterLesson.meaning(of: .redirectURI, in: .authorize) == "where the answer goes")
    #expect(ParameterLesson.meaning(of: .redirectURI, in: .token) == "must equal step 1")
    #expect(ParameterLesson.meaning(of: .code, in: .token) == "single use, from step 2")
    #expect(ParameterLesson.meaning(of: .grantType, in: .token) == "trades a code for tokens")
  }

  @Test func `of an unknown parameter is nil, also when only its case is wrong`() {
    #expect(ParameterLesson.meaning(of: "foo", in: .token) == nil)
    #expect(ParameterLesson.of("Client_ID") == nil)
  }
}

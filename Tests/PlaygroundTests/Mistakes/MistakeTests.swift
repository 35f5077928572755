import AuthorizationServer
import HTTPTypes
import OAuth
import OAuthClient
import Testing

@testable import Playground

/// A client that makes mistakes.
enum MistakenClient: String, CaseIterable, CustomTestStringConvertible {
  case secretInForm
  case secretInHeader
  case askingForMore
  case askingForLess
  case publicClient

  var testDescription: String { rawValue }

  /// - Parameter offline: whether it asks for a refresh token whatever else it asks for.
  func walkthrough(_ carrier: MemoryCarrier, offline: Bool = false) throws -> Walkthrough {
    try carrier.walkthrough(self == .publicClient ? "native-app" : "workshop-app") { configuration in
      switch self {
      case .secretInForm, .publicClient: break
      case .secretInHeader: configuration.credentials.method = .clientSecretBasic
      case .askingForMore: configuration.scope = Scope(["openid", "profile", "offline_access"])
      case .askingForLess:
        configuration.scope = Scope(["profile", "email"])
        configuration.expectsIDToken = false
      }
      if offline { configuration.scope = Scope(configuration.scope.tokens + ["offline_access"]) }
    }
  }
}

@Suite struct `Known mistakes under strict` {
  /// A walk that has come up to a stage; before a token request one client has gone the whole way already.
  private func walk(to stage: Stage, _ client: MistakenClient) throws -> (carrier: MemoryCarrier, walk: Walkthrough) {
    let carrier = MemoryCarrier()
    var walk = try client.walkthrough(carrier, offline: stage == .refresh)
    if stage == .token, client == .secretInForm { for stage in Stage.grant { carrier.play(stage, &walk) } }
    for earlier in Stage.grant where earlier < stage { carrier.play(earlier, &walk) }
    if stage == .refresh, client == .secretInForm { carrier.play(.refresh, &walk) }
    return (carrier, walk)
  }

  @Test(arguments: MistakenClient.allCases, Stage.allCases)
  func `come to what they say, one by one`(_ client: MistakenClient, _ stage: Stage) throws {
    let names = Mistake.catalogue(for: stage, of: try walk(to: stage, client).walk).map(\.name)
    #expect(names.count >= 7)
    for name in names { try prove(name, at: stage, client) }
  }

  /// Makes one mistake and compares what comes of it.
  private func prove(_ name: String, at stage: Stage, _ client: MistakenClient) throws {
    var (carrier, walk) = try walk(to: stage, client)
    let mistake = try #require(Mistake.catalogue(for: stage, of: walk).first { $0.name == name })
    let editor = try #require(walk.editors[stage])
    walk.edit(stage) { $0.make(mistake) }
    #expect((walk.editors[stage] == editor) == (mistake.delay > .zero), "\(name) changes nothing, or too much")
    carrier.advance(by: mistake.delay)
    let consequence = mistake.consequence
    let shownAt = consequence.laterAt ?? stage
    var seen = 0
    for played in Stage.allCases where played >= stage && played <= shownAt {
      seen = walk.timeline.total
      carrier.play(played, &walk)
    }
    let exchanges = walk.timeline.exchanges.suffix(walk.timeline.total - seen)
    let answered = try #require(exchanges.last { $0.receiver == .authorizationServer }, "\(name) was not answered")
    let judged = exchanges.last { $0.judgement != nil }?.judgement
    let expected = consequence.expectation
    let told = Comment(rawValue: "\(name): \(mistake.sentence(.none))")
    #expect(answered.decision?.refusal?.kind == expected.refusal, told)
    if let status = expected.status { #expect(answered.response.head.status.code == status, told) }
    if expected.refusal == nil { #expect(answered.response.head.status.code < 400, told) }
    #expect(answered.wireError == expected.error, told)
    if case .refused(let refusal)? = expected.client {
      #expect(judged?.refusal?.kind == refusal, told)
    } else if consequence.isHarmless {
      #expect(judged?.refusal == nil, told)
    }
  }

  @Test(arguments: MistakenClient.allCases, Stage.allCases)
  func `have names, titles and words of their own`(_ client: MistakenClient, _ stage: Stage) throws {
    let mistakes = Mistake.catalogue(for: stage, of: try walk(to: stage, client).walk)
    #expect(Set(mistakes.map(\.name)).count == mistakes.count)
    #expect(Set(mistakes.map(\.title)).count == mistakes.count)
    for mistake in mistakes {
      #expect(mistake.name.hasPrefix("\(stage.rawValue)."), "\(mistake.name)")
      #expect(mistake.name.utf8.allSatisfy { $0.isASCIIAlphanumeric || "._-".utf8.contains($0) }, "\(mistake.name)")
      #expect(mistake.title.count <= 44, "\(mistake.title)")
      #expect(mistake.story.last == ".", "\(mistake.name)")
      #expect(mistake.story.count <= 130, "\(mistake.name)")
    }
  }

  @Test func `are many at the token endpoint, and cover every parameter of the request`() throws {
    let (_, walk) = try walk(to: .token, .secretInForm)
    let mistakes = Mistake.catalogue(for: .token, of: walk)
    #expect(mistakes.count >= 80)
    let subjects = Set(mistakes.map(\.subject))
    #expect(mistakes.contains { $0.name == "token.code.twice-redeemed" })
    #expect(subjects.isSuperset(of: try #require(walk.editors[.token]).fields.map(\.name)))
  }

  @Test func `are made in the right request, and are one step of undo`() throws {
    var (_, walk) = try walk(to: .token, .secretInForm)
    let mistakes = Mistake.catalogue(for: .token, of: walk)
    let both = try #require(mistakes.first { $0.name == "token.client.both" })
    let json = try #require(mistakes.first { $0.name == "token.request.json" })
    walk.edit(.token) { $0.override(.form, "code", with: "mine") }
    walk.edit(.token) { $0.make(both) }
    walk.edit(.token) { $0.make(json) }
    let message = try #require(walk.editors[.token]).draft.message()
    #expect(message.mediaType == "application/json")
    #expect(message.head.headerFields[.authorization] == nil)
    #expect(String(decoding: message.body, as: UTF8.self).hasPrefix(#"{"grant_type":"authorization_code","code":"#))
    walk.edit(.token) { $0.undo() }
    #expect(walk.editors[.token]?.draft.message().head.headerFields[.authorization] != nil)
    walk.edit(.token) { $0.undo() }
    #expect(walk.editors[.token]?.fields.first { $0.name == "code" }?.value == "mine")
    walk.edit(.token) { $0.undo() }
    #expect(walk.editors[.token]?.isChanged == false)
  }

  @Test func `say what they do, what comes of it and where it is written`() throws {
    let (_, walk) = try walk(to: .token, .secretInForm)
    let mistakes = Mistake.catalogue(for: .token, of: walk)
    let short = try #require(mistakes.first { $0.name == "token.code_verifier.left-out" })
    #expect(short.sentence(.none) == "code_verifier is left out.")
    #expect(short.consequence.words == "400 invalid_grant")
    #expect(short.consequence.specification == "RFC 7636 §4.6")
    let get = try #require(mistakes.first { $0.name == "token.request.get" })
    #expect(get.sentence(.none) == "the method is GET, all parameters are in the query.")
    #expect(get.consequence.words == "405 invalid_request")
    let basic = try #require(mistakes.first { $0.name == "token.client.basic" })
    #expect(basic.consequence.words == "accepted")
    #expect(basic.consequence.sentence == "accepted")
    let late = try #require(mistakes.first { $0.name == "token.code.too-late" })
    #expect(late.sentence(.none) == "the server's clock goes 30 s forward.")
  }

  @Test(arguments: [
    (
      Stage.token, "client_secret.other-character",
      "401 invalid_client: the secret that was sent is not the client's registered one"
    ),
    (.authorize, "state.reused", "the client refuses at stage 2: state is not the value this client sent"),
    (.introspect, "token.other-character", "200 inactive: the token asked about was not issued here"),
    (.refresh, "client.other", "400 invalid_grant: the refresh token was issued to another client"),
    (.revoke, "client.none", "401 invalid_client: the request does not say which client sends it"),
    (.me, "authorization.left-out", "401: the request for the protected resource carries no access token"),
  ])
  func `say what to expect in a short sentence`(_ stage: Stage, _ name: String, _ sentence: String) throws {
    let mistakes = Mistake.catalogue(for: stage, of: try walk(to: stage, .secretInForm).walk)
    let mistake = try #require(mistakes.first { $0.name == "\(stage.rawValue).\(name)" })
    #expect(mistake.consequence.sentence.hasPrefix(sentence))
  }

  @Test(arguments: [
    (Stage.refresh, 50, ["refresh.refresh_token.reused", "refresh.refresh_token.too-late", "refresh.scope.wider"]),
    (.introspect, 50, ["introspect.client.public", "introspect.token.query", "introspect.request.get"]),
    (.revoke, 50, ["revoke.client.public", "revoke.token_type_hint.bearer", "revoke.client.other"]),
  ])
  func `are many at the later stages too`(_ stage: Stage, _ count: Int, _ some: [String]) throws {
    let mistakes = Mistake.catalogue(for: stage, of: try walk(to: stage, .secretInForm).walk)
    #expect(mistakes.count >= count)
    #expect(Set(some).isSubset(of: mistakes.map(\.name)))
  }
}

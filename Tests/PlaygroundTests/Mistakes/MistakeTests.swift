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

  func walkthrough(_ carrier: MemoryCarrier) throws -> Walkthrough {
    try carrier.walkthrough(self == .publicClient ? "native-app" : "workshop-app") { configuration in
      switch self {
      case .secretInForm, .publicClient: break
      case .secretInHeader: configuration.credentials.method = .clientSecretBasic
      case .askingForMore: configuration.scope = Scope(["openid", "profile", "offline_access"])
      case .askingForLess:
        configuration.scope = Scope(["profile", "email"])
        configuration.expectsIDToken = false
      }
    }
  }
}

@Suite struct `Known mistakes under strict` {
  /// A walk that has come up to a stage; before a token request one client has gone the whole way already.
  private func walk(to stage: Stage, _ client: MistakenClient) throws -> (carrier: MemoryCarrier, walk: Walkthrough) {
    let carrier = MemoryCarrier()
    var walk = try client.walkthrough(carrier)
    if stage == .token, client == .secretInForm { for stage in Stage.grant { carrier.play(stage, &walk) } }
    for earlier in Stage.grant where earlier < stage { carrier.play(earlier, &walk) }
    return (carrier, walk)
  }

  @Test(arguments: MistakenClient.allCases, Stage.grant)
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
    #expect(walk.editors[stage] != editor, "\(name) changes nothing")
    let consequence = mistake.consequence
    let shownAt = consequence.laterAt ?? stage
    var seen = 0
    for played in Stage.grant where played >= stage && played <= shownAt {
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

  @Test(arguments: MistakenClient.allCases, Stage.grant)
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
  }
}

import AuthorizationServer
import OAuth
import Testing

@Suite struct `A switch of the policy` {
  @Test(arguments: Bend.all)
  func `bends its own check and no other`(_ bend: Bend) throws {
    let strict = try bend.ask(Conversation(.samples()))
    let bent = try bend.ask(Conversation(.samples(), policy: bend.change))
    #expect(strict.refusal?.kind == bend.strictly)
    #expect(bent.refusal?.kind == bend.bent)
    for (answer, kind) in [(strict, bend.strictly), (bent, bend.bent)] where kind != nil {
      #expect(answer.refusedBy == bend.check)
    }
  }

  @Test func `has a test of its own`() {
    let switches = Set(Mirror(reflecting: Policy()).children.compactMap(\.label))
    #expect(
      switches
        == Set(Bend.all.map(\.name)).union(["issuerInResponse", "consent", "accessTokenFormat"])
        .union(WirePolicyTests.switches))
  }

  @Test func `that leaves the issuer out is told in the metadata`() throws {
    let conversation = Conversation { $0.issuerInResponse = false }
    #expect(try conversation.approve().parameter(.issuer) == nil)
    #expect(conversation.authorize("client_id=workshop-app").parameter(.issuer) == nil)
    #expect(!conversation.server.metadata.authorizationResponseIssParameterSupported)
  }

  @Test func `that allows plain is told in the metadata, and plain compares the texts`() throws {
    let conversation = Conversation { $0.allowPlainPKCE = true }
    #expect(conversation.server.metadata.codeChallengeMethodsSupported == [.s256, .plain])
    let code = try conversation.code("\(Wire.request)&code_challenge=\(Wire.challenge)")
    #expect(conversation.redeem(code, "code_verifier=\(Wire.verifier)").refusal?.kind == .codeVerifierWrong)
    #expect(conversation.redeem(code, "code_verifier=\(Wire.challenge)").status == 200)
  }

  @Test func `that only refuses a replay leaves the tokens alone`() throws {
    let conversation = Conversation { $0.codeReuse = .refuse }
    let code = try conversation.code()
    let token = try #require(conversation.redeem(code).accessToken)
    #expect(
      conversation.redeem(code).refusal == .authorizationCodeAlreadyRedeemed(ago: .zero, revokesGrant: false))
    #expect(conversation.me("Bearer \(token)").status == 200)
  }

  @Test(arguments: Policy.DuplicateParameters.allCases)
  func `for repeated parameters leaves the boxes of the consent form alone`(_ way: Policy.DuplicateParameters) throws {
    let conversation = Conversation { $0.duplicateParameters = way }
    let answer = conversation.redeem(try conversation.code())
    #expect(try JSON(parsing: answer.response.body)["scope"] == "profile email")
  }

  @Test func `for lifetimes is told in the token response`() throws {
    let conversation = Conversation { $0.accessTokenLifetime = .seconds(60) }
    #expect(try JSON(parsing: conversation.redeem(conversation.code()).response.body)["expires_in"] == 60)
  }
}

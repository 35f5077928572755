import AuthorizationServer
import OAuth
import OAuthClient
import Testing

@testable import Playground

@Suite struct `Computed values` {
  private let carrier = MemoryCarrier()

  private func walk(to stage: Stage) throws -> Walkthrough {
    var walk = try MistakenClient.askingForMore.walkthrough(carrier)
    for earlier in Stage.grant where earlier < stage { carrier.play(earlier, &walk) }
    return walk
  }

  private func computation(_ name: String, _ stage: Stage, _ walk: Walkthrough) throws -> Computation? {
    let field = try #require(walk.editors[stage]?.fields.first { $0.name == name })
    return Computation.of(field, in: stage, of: walk, at: carrier.now)
  }

  private func steps(_ computation: Computation) -> [String] {
    computation.steps.map { "\($0.label): \($0.value.revealed)" }
  }

  @Test func `S256 of RFC 7636 appendix B, step by step`() {
    #expect(
      steps(.challenge(of: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")) == [
        "code_verifier: dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
        "as ASCII: 64426a66 744a655a … 43 octets",
        "SHA-256: 13d31e96 1a1ad8ec 2f16b10c 4c982e08 76a878ad 6df14456 6ee1894a cb70f9c3",
        "base64url: E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
      ])
  }

  @Test func `Basic credentials with signs that need encoding`() {
    #expect(
      steps(.basic(identifier: "s6BhdRkqt3", secret: "p:ss %")) == [
        "form-encoded: s6BhdRkqt3 and p%3Ass%20%25", "with a colon: s6BhdRkqt3:p%3Ass%20%25",
        "base64: czZCaGRSa3F0MzpwJTNBc3MlMjAlMjU=",
      ])
    #expect(
      steps(.reading(basic: "czZCaGRSa3F0MzpwJTNBc3MlMjAlMjU=")) == [
        "base64 of: s6BhdRkqt3:p%3Ass%20%25", "identifier: s6BhdRkqt3", "secret: p:ss %",
      ])
    #expect(steps(.reading(basic: "id:secret")) == ["base64: cannot be read: id:secret"])
    #expect(
      steps(.reading(basic: Base64Standard.encode("secret".utf8))) == [
        "base64 of: secret", "but: the decoded credentials hold no colon",
      ])
  }

  @Test func `the verifier answers the challenge that was sent, whatever the client believes`() throws {
    var walk = try walk(to: .token)
    let right = try #require(try computation("code_verifier", .token, walk)?.comparison)
    #expect(right.matches && right.words == "S256 matches step 1")
    #expect(right.expected.revealed == walk.client.attempt?.codeVerifier.challenge(.s256).text)
    walk.edit(.token) { $0.override(.form, "code_verifier", with: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk") }
    #expect(try computation("code_verifier", .token, walk)?.comparison?.matches == false)
  }

  @Test func `a challenge that was altered on its way is what counts`() throws {
    var walk = try MistakenClient.secretInForm.walkthrough(carrier)
    let other = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
    walk.edit(.authorize) { $0.override(.query, "code_challenge", with: other) }
    #expect(try computation("code_challenge", .authorize, walk)?.comparison?.matches == false)
    carrier.play(.authorize, &walk)
    carrier.play(.code, &walk)
    #expect(try computation("code_verifier", .token, walk)?.comparison?.expected.revealed == other)
  }

  @Test func `redirect_uri shows its encoding and must equal that of the first request`() throws {
    let walk = try walk(to: .token)
    let computation = try #require(try computation("redirect_uri", .token, walk))
    #expect(steps(computation) == ["on the wire: http%3A%2F%2F127.0.0.1%3A8252%2Fcallback"])
    #expect(computation.comparison?.matches == true)
  }

  @Test func `the code's expiry is a sum, and what is left of it falls`() throws {
    let walk = try walk(to: .token)
    #expect(
      steps(try #require(try computation("code", .token, walk))) == [
        "expires: 08:00:00 + 30 s = 08:00:30", "left: 30 s",
      ])
    carrier.advance(by: .seconds(34))
    #expect(steps(try #require(try computation("code", .token, walk))).last == "left: nothing: it ended 4 s ago")
  }

  @Test func `the access token is that of the token response, and ends an hour later`() throws {
    let walk = try walk(to: .me)
    let computation = try #require(try computation("Authorization", .me, walk))
    #expect(steps(computation) == ["expires: 08:00:00 + 3600 s = 09:00:00", "left: 1:00:00"])
    #expect(computation.comparison?.matches == true)
  }

  @Test func `state and nonce are compared once they have come back`() throws {
    var walk = try walk(to: .code)
    #expect(try computation("state", .authorize, walk) == nil)
    #expect(try computation("nonce", .authorize, walk) == nil)
    carrier.play(.code, &walk)
    #expect(try computation("state", .authorize, walk)?.comparison?.matches == true)
    carrier.play(.token, &walk)
    #expect(try computation("nonce", .authorize, walk)?.comparison?.matches == true)
  }

  @Test func `nothing is computed of what is empty, left out or plain`() throws {
    var walk = try walk(to: .authorize)
    #expect(try computation("response_type", .authorize, walk) == nil)
    #expect(try computation("code", .token, walk) == nil)
    walk.edit(.authorize) { $0.override(.query, "redirect_uri", with: nil) }
    #expect(try computation("redirect_uri", .authorize, walk) == nil)
    #expect(try computation("username", .code, walk) == nil)
  }

  @Test func `secrets are marked as such`() {
    let shown = Computation.challenge(of: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk").steps.map(\.value.shortened)
    #expect(shown[0] == "dBjftJ…" && shown[1] == "64426a…")
  }
}

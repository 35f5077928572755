import AuthorizationServer
import HTTPTypes
import OAuth
import OAuthClient
import Testing

@testable import Playground

/// A walk that has ended with signed tokens, and the keys of the server.
struct SignedTokens {
  let carrier = MemoryCarrier(configure: { $0.policy.accessTokenFormat = .jwt })
  var walk: Walkthrough

  init() throws {
    walk = try MistakenClient.askingForMore.walkthrough(carrier)
    for stage in Stage.grant { carrier.play(stage, &walk) }
  }

  func token(_ kind: SeenToken.Kind) throws -> SeenToken {
    try #require(walk.timeline.signedTokens.first { $0.kind == kind })
  }

  func recipient(of token: SeenToken, later: Duration = .zero) -> TokenRecipient {
    TokenRecipient(
      of: token, configuration: walk.client.configuration, keys: walk.timeline.publishedKeys, at: carrier.now + later)
  }

  func failed(_ text: String, like token: SeenToken) -> Set<TokenCheck> {
    let verdicts = recipient(of: token).verdicts(on: TokenReading(text), as: token.kind)
    return Set(verdicts.filter { $0.outcome == .failed }.map(\.check))
  }
}

@Suite struct `Signed tokens that were seen` {
  @Test func `are those of the token response, each once, though one was used afterwards`() throws {
    let signed = try SignedTokens()
    let tokens = signed.walk.timeline.signedTokens
    #expect(tokens.map(\.kind).sorted { $0.rawValue < $1.rawValue } == [.idToken, .accessToken])
    let issued = signed.walk.timeline.exchanges.last { $0.decision?.endpoint == .token }?.number
    #expect(tokens.allSatisfy { $0.exchange == issued })
    let idToken = try signed.token(.idToken)
    #expect(idToken.accessToken == signed.walk.client.accessToken?.token.text)
    #expect(idToken.nonce == signed.walk.client.attempt?.nonce && idToken.nonce != nil)
  }

  @Test func `are found in what others send to the resource`() throws {
    var walk = try MemoryCarrier().walkthrough()
    let carrier = MemoryCarrier()
    let request = RequestMessage.get(
      "/me", authority: "127.0.0.1:8414", fields: [.authorization: "bearer eyJhbGciOiJub25lIn0.e30."])
    let response = carrier.host.respond(to: request, as: .authorizationServer, number: 1)
    #expect(response?.head.status == .unauthorized)
    carrier.host.record(
      .init(
        party: .authorizationServer, number: 1, requestBytes: [], responseBytes: [], peerPort: 1, duration: .zero,
        problem: nil))
    for exchange in carrier.takeExchanges() { walk.record(exchange) }
    #expect(walk.timeline.signedTokens.map(\.text) == ["eyJhbGciOiJub25lIn0.e30."])
  }

  @Test func `are not looked for in opaque tokens`() throws {
    let carrier = MemoryCarrier()
    var walk = try carrier.walkthrough()
    for stage in Stage.grant { carrier.play(stage, &walk) }
    #expect(walk.timeline.signedTokens.map(\.kind) == [.idToken])
    #expect(walk.timeline.publishedKeys == walk.client.keys && walk.client.keys != nil)
  }

  @Test func `that came of a refresh are expected to have no nonce`() throws {
    var signed = try SignedTokens()
    signed.carrier.play(.refresh, &signed.walk)
    let newest = try signed.token(.idToken)
    #expect(newest.nonce == nil)
    let verdicts = signed.recipient(of: newest).verdicts(on: TokenReading(newest.text), as: .idToken)
    #expect(verdicts.first { $0.check == .nonce }?.outcome == .open)
    #expect(verdicts.filter { $0.outcome == .failed } == [])
  }

  @Test func `a pasted one says itself what it is, whatever white space came with it`() throws {
    let signed = try SignedTokens()
    let pasted = SeenToken(pasted: "  \(try signed.token(.accessToken).text)\r\n")
    #expect(pasted.kind == .accessToken)
    #expect(pasted.text == (try signed.token(.accessToken).text))
    #expect(SeenToken(pasted: "rubbish").kind == .idToken)
    #expect(SeenToken(pasted: " \n ").text == "")
  }
}

@Suite struct `Checks of a signed token` {
  @Test(arguments: SeenToken.Kind.allCases)
  func `all pass on what the server issued`(_ kind: SeenToken.Kind) throws {
    let signed = try SignedTokens()
    let token = try signed.token(kind)
    let verdicts = signed.recipient(of: token).verdicts(on: TokenReading(token.text), as: kind)
    #expect(verdicts.filter { $0.outcome != .passed } == [])
    let idToken: [TokenCheck] = [
      .readable, .algorithm, .signature, .issuer, .audience, .expiry, .issuedAt, .nonce, .accessTokenHash,
    ]
    let accessToken: [TokenCheck] = [
      .readable, .type, .algorithm, .signature, .issuer, .audience, .expiry, .issuedAt,
    ]
    #expect(verdicts.map(\.check) == (kind == .idToken ? idToken : accessToken))
  }

  @Test func `say what they expected and found, with times of day and how far they are`() throws {
    let signed = try SignedTokens()
    let token = try signed.token(.idToken)
    let verdicts = signed.recipient(of: token, later: .seconds(19))
      .verdicts(on: TokenReading(token.text), as: .idToken)
    let expiry = try #require(verdicts.first { $0.check == .expiry })
    #expect(expiry.expected == "after 08:00:19")
    #expect(expiry.found == "09:00:00, in 59:41")
    #expect(verdicts.first { $0.check == .issuedAt }?.found == "08:00:00, 19 s ago")
    #expect(verdicts.first { $0.check == .audience }?.expected == "workshop-app")
  }

  @Test func `expiry is a matter of the second`() throws {
    let signed = try SignedTokens()
    let token = try signed.token(.idToken)
    for (later, outcome) in [(Duration.seconds(3_599), TokenVerdict.Outcome.passed), (.seconds(3_600), .failed)] {
      let verdicts = signed.recipient(of: token, later: later).verdicts(on: TokenReading(token.text), as: .idToken)
      #expect(verdicts.first { $0.check == .expiry }?.outcome == outcome)
    }
  }

  @Test func `the signature stays open until somebody has fetched the keys`() throws {
    let signed = try SignedTokens()
    let token = try signed.token(.idToken)
    let recipient = TokenRecipient(
      of: token, configuration: signed.walk.client.configuration, keys: nil, at: signed.carrier.now)
    let verdict = recipient.verdicts(on: TokenReading(token.text), as: .idToken).first { $0.check == .signature }
    #expect(verdict?.outcome == .open)
  }

  @Test func `of a text that is no token there is one, which says where`() throws {
    let signed = try SignedTokens()
    let token = SeenToken(pasted: "e30.e3+w.AA")
    let verdicts = signed.recipient(of: token).verdicts(on: TokenReading(token.text), as: .idToken)
    #expect(verdicts.map(\.found) == [#"part 2, character 3: "+" is not of base64url"#])
  }

  /// A claim, a value it must not have, and the checks that fail besides the signature.
  struct StrangeClaim: Sendable {
    let claim: String
    let value: JSON
    let failing: Set<TokenCheck>

    init(_ claim: String, _ value: JSON, _ failing: Set<TokenCheck> = []) {
      self.claim = claim
      self.value = value
      self.failing = failing.union([.signature])
    }
  }

  @Test(arguments: [
    StrangeClaim("exp", .integer(.max)), StrangeClaim("exp", .integer(.min), [.expiry]),
    StrangeClaim("exp", .decimal(1e300)), StrangeClaim("exp", .null, [.expiry]),
    StrangeClaim("exp", .string("1"), [.expiry]), StrangeClaim("nbf", .integer(.max), [.notBefore]),
    StrangeClaim("nbf", .bool(true), [.notBefore]), StrangeClaim("aud", ["other", "workshop-app"]),
    StrangeClaim("aud", .integer(1), [.audience]), StrangeClaim("azp", "other-app", [.authorizedParty]),
    StrangeClaim("iss", ["http://127.0.0.1:8414"], [.issuer]),
  ])
  func `strange claims fail where they must, and never the program`(_ strange: StrangeClaim) throws {
    let signed = try SignedTokens()
    let token = try signed.token(.idToken)
    let whole = try #require(JSONWebSignature(parsing: token.text))
    let forge = TokenForge(token: whole, claims: try #require(whole.claims))
    #expect(signed.failed(forge.changing(strange.claim, to: strange.value), like: token) == strange.failing)
  }
}

@Suite struct `Tampering with a token` {
  @Test(arguments: SeenToken.Kind.allCases)
  func `breaks exactly the checks it says`(_ kind: SeenToken.Kind) throws {
    let signed = try SignedTokens()
    let token = try signed.token(kind)
    let catalogue = Tampering.catalogue(
      for: TokenReading(token.text), as: kind, recipient: signed.recipient(of: token))
    #expect(catalogue.count >= (kind == .idToken ? 17 : 16))
    #expect(Set(catalogue.map(\.name)).count == catalogue.count)
    #expect(Set(catalogue.map(\.text)).count == catalogue.count)
    for tampering in catalogue {
      #expect(signed.failed(tampering.text, like: token) == tampering.breaks, "\(tampering.name)")
    }
  }

  @Test func `is possible with each check of an ID token`() throws {
    let signed = try SignedTokens()
    let token = try signed.token(.idToken)
    let recipient = signed.recipient(of: token)
    let broken = Tampering.catalogue(for: TokenReading(token.text), as: .idToken, recipient: recipient)
      .reduce(into: Set()) { $0.formUnion($1.breaks) }
    #expect(broken == Set(recipient.verdicts(on: TokenReading(token.text), as: .idToken).map(\.check)))
  }

  @Test func `with a text that is no token is not`() throws {
    let signed = try SignedTokens()
    let recipient = signed.recipient(of: try signed.token(.idToken))
    #expect(Tampering.catalogue(for: TokenReading("rubbish"), as: .idToken, recipient: recipient) == [])
  }

  @Test func `with an access token is noticed by the resource`() throws {
    var signed = try SignedTokens()
    let token = try signed.token(.accessToken)
    let catalogue = Tampering.catalogue(
      for: TokenReading(token.text), as: .accessToken, recipient: signed.recipient(of: token))
    #expect(catalogue.count >= 16)
    for tampering in catalogue {
      signed.walk.edit(.me) { $0.override(.header, "Authorization", with: "Bearer \(tampering.text)") }
      signed.carrier.play(.me, &signed.walk)
      #expect(signed.walk.timeline.exchanges.last?.response.head.status == .unauthorized, "\(tampering.name)")
    }
  }
}

@Suite struct `Durations on a clock` {
  @Test(arguments: [
    (Duration.zero, "0 s"), (.milliseconds(59_999), "59 s"), (.seconds(60), "1:00"), (.seconds(3_581), "59:41"),
    (.seconds(3_723), "1:02:03"), (.seconds(172_799), "47:59:59"), (.seconds(1_209_600), "14 days"),
  ])
  func `are shown in whole units`(_ duration: Duration, _ shown: String) {
    #expect(duration.clockFace == shown)
  }

  @Test func `another day is told with its date`() {
    let now = Instant(seconds: 1_800_000_000)
    #expect((now + .seconds(90_000)).seen(from: now) == "2027-01-16 09:00:00, in 25:00:00")
    #expect((now - .seconds(5)).seen(from: now) == "07:59:55, 5 s ago")
  }
}

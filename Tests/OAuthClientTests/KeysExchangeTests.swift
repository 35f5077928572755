import OAuth
import OAuthClient
import Testing

@Suite("RFC 7517 §5: the server's keys")
struct KeysExchangeTests {
  private func client() throws -> OAuthClient {
    var client = try Workshop.waiting()
    client.configuration.expectsIDToken = true
    return client
  }

  @Test func `the request is literally this`() throws {
    #expect(Workshop.lines(try client().keysDraft().message()) == ["GET /jwks", "Host: 127.0.0.1:8414", "", ""])
  }

  @Test func `are kept, and those of a kind that we do not know are left out`() throws {
    var client = try client()
    #expect(client.lacksKeys)
    let key = SigningKey.ofRFC7515(.es256).publicKey
    let set: JSON = ["keys": [key.json, ["kty": "oct", "k": "AAAA"]]]
    let judgement = client.judge(keysResponse: Workshop.answer(set.text))
    #expect(judgement.refusal == nil)
    #expect(judgement.results.map(\.check) == [.keySetReceived, .keySetReadable])
    #expect(client.keys == JSONWebKeySet([key]))
    #expect(!client.lacksKeys)
  }

  @Test(arguments: [
    ("<p>", 200, ClientRefusal.keySetUnreadable), ("[]", 200, .keySetUnreadable), ("{}", 200, .keySetUnreadable),
    (#"{"keys":{}}"#, 200, .keySetUnreadable), (#"{"keys":[]}"#, 404, .keySetRefused(status: 404)),
  ])
  func `anything else is refused, and the keys before it stay`(
    _ body: String, _ status: Int, _ refusal: ClientRefusal
  ) throws {
    var client = try IDTokens.client()
    let before = client
    #expect(client.judge(keysResponse: Workshop.answer(body, status: status)).refusal == refusal)
    #expect(client == before)
  }

  @Test func `are wanted once more when a token names one that is not there`() throws {
    let client = try IDTokens.client()
    let claims = IDTokens.claims(nil)
    func lacks(_ idToken: JSON) -> Bool { client.lacksKey(for: IDTokens.response(idToken)) }
    #expect(lacks(.string(IDTokens.signed(claims, by: IDTokens.stranger))))
    #expect(!lacks(.string(IDTokens.signed(claims))))
    #expect(!lacks(.string(IDTokens.unsigned(["alg": "none", "kid": "x"], claims))))
    #expect(!lacks("abc"))
    #expect(!lacks(7))
    #expect(!client.lacksKey(for: Workshop.answer("<p>")))
    #expect(try !Workshop.client().lacksKey(for: IDTokens.response(.string(IDTokens.signed(claims)))))
    #expect(try !Workshop.client().lacksKeys)
  }
}

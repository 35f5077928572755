import OAuth
import Testing

@Suite struct `RFC 7517: keys` {
  /// RFC 7517 appendix A.1, the RSA key; the other one is not for signatures.
  static let modulus =
    "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMst"
    + "n64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajr"
    + "n1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw"

  @Test func `of appendix A-1 are read, and what is of another kind is left out`() throws {
    let set = try JSON(
      parsing: Array(
        """
        {"keys":[{"kty":"EC","crv":"P-256","x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
          "y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM","use":"enc","kid":"1"},
         {"kty":"RSA","n":"\(Self.modulus)","e":"AQAB","alg":"RS256","kid":"2011-04-29"},
         {"kty":"oct","k":"AAAA","kid":"secret"}]}
        """.utf8))
    let keys = try #require(JSONWebKeySet(json: set))
    #expect(keys.keys.map(\.identifier) == ["1", "2011-04-29"])
    #expect(keys["2011-04-29"]?.algorithm == .rs256)
    #expect(keys["1"]?.algorithm == .es256)
    #expect(keys["secret"] == nil)
  }

  @Test func `of RFC 7638 section 3-1 have its thumbprint, whatever else they say`() throws {
    let key = try #require(
      JSONWebKey(json: ["kty": "RSA", "n": .string(Self.modulus), "e": "AQAB", "alg": "RS256", "kid": "2011-04-29"]))
    #expect(key.thumbprint == "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs")
    #expect(JSONWebKey(key.material).identifier == key.thumbprint)
    #expect(key.identifier == "2011-04-29")
  }

  @Test func `are published with kid, use and alg and without anything private`() throws {
    let key = try #require(SigningKey(privateKey: RFC7515Keys.ellipticCurve)).publicKey
    #expect(
      JSONWebKeySet([key]).json.text == """
        {"keys":[{"kid":"\(key.thumbprint)","use":"sig","alg":"ES256","crv":"P-256","kty":"EC",\
        "x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]}
        """)
    guard case .object(let members) = try #require(SigningKey(privateKey: RFC7515Keys.rsa)).publicKey.json else {
      Issue.record("no object")
      return
    }
    #expect(members.map(\.name) == ["kid", "use", "alg", "e", "kty", "n"])
  }

  @Test(
    arguments: [
      [:], ["kty": "OKP", "crv": "Ed25519", "x": "AAAA"], ["kty": "EC", "crv": "P-384", "x": "AAAA", "y": "AAAA"],
      ["kty": "EC", "crv": "P-256", "x": "AAAA", "y": "AAAA"], ["kty": "RSA", "n": "AAAA"],
      ["kty": "RSA", "n": "+", "e": "AQAB"], "key", .null,
    ] as [JSON])
  func `that are incomplete or of another kind are none`(_ json: JSON) {
    #expect(JSONWebKey(json: json) == nil)
    #expect(SigningKey(privateKey: json) == nil)
  }

  @Test func `that are no key verify nothing`() {
    let zero = [UInt8](repeating: 0, count: 32)
    #expect(!JSONWebKey(.ellipticCurve(x: zero, y: zero)).verifies(zero + zero, of: []))
    #expect(!JSONWebKey(.rsa(modulus: [1], exponent: [3])).verifies([1], of: []))
    #expect(JSONWebKeySet(json: ["key": []]) == nil)
  }

  @Test func `of the system are new each time`() {
    #expect(SigningKey.generate(.es256) != SigningKey.generate(.es256))
    #expect(SigningKey.generate(.rs256).algorithm == .rs256)
  }

  /// OpenID Connect Core appendix A.3: the access token of its example and the `at_hash` beside it.
  @Test func `tie an ID token to its access token`() {
    #expect(AccessTokenHash.of("jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y") == "77QmUPtjPfzWtF2AnpK9RQ")
  }
}

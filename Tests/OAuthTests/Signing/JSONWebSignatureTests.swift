import OAuth
import Testing

@Suite struct `RFC 7515: signed tokens` {
  @Test func `of appendix A-2 are signed by its RSA key, and by no other`() throws {
    let token = try #require(JSONWebSignature(parsing: RFC7515Keys.rs256))
    #expect(token.isSigned(by: try #require(JSONWebKey(json: RFC7515Keys.rsa))))
    #expect(!token.isSigned(by: try #require(JSONWebKey(json: RFC7515Keys.ellipticCurve))))
    #expect(!token.isSigned(by: SigningKey.generate(.rs256).publicKey))
    #expect(token.claims?["iss"] == "joe")
    #expect(token.text == RFC7515Keys.rs256)
  }

  @Test func `of appendix A-3 are signed by its EC key, and by no other`() throws {
    let token = try #require(JSONWebSignature(parsing: RFC7515Keys.es256))
    #expect(token.isSigned(by: try #require(JSONWebKey(json: RFC7515Keys.ellipticCurve))))
    #expect(!token.isSigned(by: SigningKey.generate(.es256).publicKey))
    #expect(token.claims?["exp"] == 1_300_819_380)
  }

  @Test func `are made octet by octet as in appendix A-2`() throws {
    let key = try #require(SigningKey(privateKey: RFC7515Keys.rsa))
    let (input, signature) = try #require(RFC7515Keys.rs256.halvedAtLastDot)
    #expect(Base64URL.encode(key.signature(of: Array(input.utf8))) == signature)
  }

  @Test(arguments: [RFC7515Keys.rsa, RFC7515Keys.ellipticCurve])
  func `name algorithm, type and key, and can be checked with what is published`(_ json: JSON) throws {
    let key = try #require(SigningKey(privateKey: json))
    let made = JSONWebSignature(["sub": "alice", "aud": ["a", "b"]], type: "at+jwt", by: key)
    let token = try #require(JSONWebSignature(parsing: made.text))
    #expect(token == made)
    #expect(token.algorithm == key.algorithm.rawValue)
    #expect(token.type == "at+jwt")
    #expect(token.keyIdentifier == key.publicKey.thumbprint)
    #expect(token.claims == ["sub": "alice", "aud": ["a", "b"]])
    let published = try #require(JSONWebKeySet(json: JSONWebKeySet([key.publicKey]).json))
    #expect(token.fault(against: published) == nil)
  }

  @Test func `change with any of their parts`() throws {
    let key = try #require(SigningKey(privateKey: RFC7515Keys.ellipticCurve))
    let keys = JSONWebKeySet([key.publicKey])
    let parts = JSONWebSignature(["sub": "alice"], type: "JWT", by: key).text.split(separator: ".").map(String.init)
    let other = JSONWebSignature(["sub": "bob"], type: "at+jwt", by: key).text.split(separator: ".").map(String.init)
    for index in 0..<3 {
      var tampered = parts
      tampered[index] = other[index]
      let token = try #require(JSONWebSignature(parsing: tampered.joined(separator: ".")))
      #expect(token.fault(against: keys) == .signature)
    }
  }

  @Test func `of no algorithm, or of one with a shared secret, prove nothing`() throws {
    let key = try #require(SigningKey(privateKey: RFC7515Keys.rsa))
    let keys = JSONWebKeySet([key.publicKey])
    for (algorithm, signature) in [("none", ""), ("None", ""), ("HS256", "AAAA"), ("rs256", "AAAA")] {
      let header = Base64URL.encode(#"{"alg":"\#(algorithm)"}"#.utf8)
      let token = try #require(JSONWebSignature(parsing: "\(header).\(RFC7515Keys.payload).\(signature)"))
      #expect(token.fault(against: keys) == .algorithm(algorithm))
      #expect(!token.isSigned(by: key.publicKey))
    }
    let header = Base64URL.encode(#"{"typ":"JWT"}"#.utf8)
    #expect(JSONWebSignature(parsing: "\(header).e30.")?.fault(against: keys) == .algorithm("none named"))
  }

  @Test func `of a key that is not in the set are told by its name`() throws {
    let key = try #require(SigningKey(privateKey: RFC7515Keys.ellipticCurve))
    let token = JSONWebSignature([:], type: "JWT", by: key)
    #expect(token.fault(against: JSONWebKeySet([])) == .key(key.publicKey.thumbprint))
    let nameless = try #require(JSONWebSignature(parsing: RFC7515Keys.es256))
    #expect(nameless.fault(against: JSONWebKeySet([key.publicKey])) == nil)
    #expect(nameless.fault(against: JSONWebKeySet([])) == .signature)
  }

  /// RFC 7515 §4.1.11.
  @Test func `that call a header critical are not understood`() throws {
    let key = try #require(SigningKey(privateKey: RFC7515Keys.ellipticCurve))
    let header = Base64URL.encode(#"{"alg":"ES256","crit":["b64"],"b64":false}"#.utf8)
    let signature = Base64URL.encode(key.signature(of: Array("\(header).e30".utf8)))
    #expect(try #require(JSONWebSignature(parsing: "\(header).e30.\(signature)")).isSigned(by: key.publicKey) == false)
  }

  @Test(arguments: [
    "", "a", "e30.e30", "e30.e30.e30.e30", "e30=.e30.", "e30.e30.+/", "W10.e30.", "ImEi.e30.", "e30.e3 0.", "!.e30.",
    "eyJhIjoxLCJhIjoyfQ.e30.",
  ])
  func `are three parts of base64url with an object first, and nothing else`(_ text: String) {
    #expect(JSONWebSignature(parsing: text) == nil)
  }

  @Test func `compare their type without case and without application`() throws {
    for type in ["at+jwt", "AT+JWT", "application/at+jwt"] {
      let header = Base64URL.encode(#"{"typ":"\#(type)"}"#.utf8)
      #expect(JSONWebSignature(parsing: "\(header).e30.")?.type == "at+jwt")
    }
  }

  @Test func `may have a payload that is no object, and then have no claims`() {
    #expect(JSONWebSignature(parsing: "e30.W10.")?.claims == nil)
    #expect(JSONWebSignature(parsing: "e30.AAAA.")?.claims == nil)
  }
}

extension String {
  fileprivate var halvedAtLastDot: (String, String)? {
    lastIndex(of: ".").map { (String(self[..<$0]), String(self[$0...].dropFirst())) }
  }
}

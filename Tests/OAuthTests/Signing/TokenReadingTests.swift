import OAuth
import Testing

@Suite struct `Taking a token apart` {
  @Test func `a right one has header, claims and signature`() throws {
    let reading = TokenReading(RFC7515Keys.es256)
    #expect(reading.fault == nil)
    #expect(try reading.header.get() == ["alg": "ES256"])
    #expect(try reading.payload.get()["iss"] == "joe")
    #expect(try reading.signature.get().count == 64)
    #expect(reading.token?.text == RFC7515Keys.es256)
    #expect(reading.parts.count == 3)
  }

  @Test(arguments: [
    ("", "1 part, and not 3 with dots between them"),
    ("e30.e30", "2 parts, and not 3 with dots between them"),
    ("e30.e30.AA.AA", "4 parts, and not 3 with dots between them"),
    ("e30.AA.AA.AA.AA", "5 parts: an encrypted token, which only its recipient can read"),
    ("e30=.e30.AA", #"part 1, character 4: "=" is not of base64url"#),
    ("e30.e3+w.AA", #"part 2, character 3: "+" is not of base64url"#),
    ("e30.e30.A A", #"part 3, character 2: " " is not of base64url"#),
    ("e30.e30.\u{212A}A", "part 3, character 1: \"\u{212A}\" is not of base64url"),
    ("e30.e30.\u{1B}A", #"part 3, character 1: "\u001b" is not of base64url"#),
    ("e30.e30.AAAAA", "part 3: 5 characters are base64url of nothing; one is missing"),
    ("e30.e30.AB", "part 3: the last character holds bits that belong to no octet"),
    (".e30.AA", "part 1: not JSON at octet 0: expected a value"),
    ("eyI.e30.AA", "part 1: not JSON at octet 2: expected a closing quote"),
    ("W10.e30.AA", "part 1: an array, and not an object"),
    ("e30.IngiAA.AA", "part 2: not JSON at octet 3: expected the end of the document"),
    ("e30.IngiIA.AA", "part 2: a string, and not an object"),
  ])
  func `what cannot be read says where and what it is`(_ text: String, _ sentence: String) {
    let reading = TokenReading(text)
    #expect(reading.fault?.sentence.hasPrefix(sentence) == true, "\(reading.fault?.sentence ?? "none")")
    #expect(reading.token == nil)
  }

  @Test func `the parts that can be read are read although another cannot`() throws {
    let reading = TokenReading("eyJhbGciOiJub25lIn0.e30")
    #expect(try reading.header.get() == ["alg": "none"])
    #expect(try reading.payload.get() == .object([]))
    #expect(reading.signature == .failure(.parts(2)))
  }
}

@Suite("RFC 7515 appendix A.1") struct SymmetricSignatureTests {
  @Test func `the example of HS256`() throws {
    let key = try #require(
      Base64URL.decode("AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"))
    let input = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.\(RFC7515Keys.payload)"
    #expect(
      Base64URL.encode(SymmetricSignature.hs256(of: Array(input.utf8), secret: key))
        == "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
  }
}

@Suite("RFC 7636 appendix B") struct ChallengeStepsTests {
  @Test func `the example of S256, step by step`() {
    let steps = ChallengeSteps(of: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
    #expect(steps.octets.prefix(4) == [100, 66, 106, 102])
    #expect(steps.digest.prefix(6) == [19, 211, 30, 150, 26, 26])
    #expect(steps.hexadecimal.hasPrefix("13d31e961a1a"))
    #expect(steps.hexadecimal.count == 64)
    #expect(steps.challenge == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
  }
}

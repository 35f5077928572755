import OAuth
import Testing

/// The Kelvin sign U+212A equals K for Swift's `==`, and the Greek question mark equals the semicolon.
@Suite("Octets, not characters, are compared")
struct OctetComparisonTests {
  @Test func `the Kelvin sign is not K in a parameter name`() throws {
    #expect(ParameterName("\u{212A}") != "K")
    #expect(Set<ParameterName>(["\u{212A}", "K"]).count == 2)
    let parameters = try FormEncoding.parse(Array("%E2%84%AA=1&K=2".utf8))
    #expect(parameters.repeated.isEmpty)
    #expect(parameters["K"] == "2")
  }

  @Test func `the Kelvin sign is not K in a parameter's value`() {
    #expect(Parameters([.init(.state, "K")]) != Parameters([.init(.state, "\u{212A}")]))
  }

  @Test func `the Kelvin sign is not K in a secret`() {
    #expect(!constantTimeEqual("\u{212A}".utf8, "K".utf8))
    #expect(!"\u{212A}".hasSameOctets(as: "K"))
    #expect("K".firstDifference(from: "\u{212A}") == 0)
  }

  @Test func `the Kelvin sign is not K in a scope`() {
    #expect(!Scope(["K"]).contains("\u{212A}"))
    #expect(Scope(["K", "\u{212A}"]).tokens.count == 2)
    #expect(Scope(["K"]) != Scope(["\u{212A}"]))
    #expect(throws: Scope.Fault.character(0xE2, token: "\u{212A}")) { try Scope(parsing: "\u{212A}") }
  }

  @Test func `the Kelvin sign is not K in a JSON member`() throws {
    let json = try JSON(parsing: Array("{\"\u{212A}\":1,\"K\":2}".utf8))
    #expect(json["K"] == 2)
  }

  @Test func `the Kelvin sign is in no identifier, token, verifier or redirection URI`() {
    #expect(ClientIdentifier("\u{212A}") == nil)
    #expect(BearerToken("\u{212A}") == nil)
    #expect(throws: PKCEGrammarFault.character("\u{212A}", at: 0)) {
      try CodeVerifier(String(repeating: "\u{212A}", count: 43))
    }
    #expect(throws: RedirectionURI.Fault.character(0xE2, at: 9)) { try RedirectionURI("http://h/\u{212A}") }
  }

  @Test func `lower case is for ASCII letters only`() {
    #expect("BEARER".asciiLowercased.hasSameOctets(as: "bearer"))
    #expect("\u{212A}É".asciiLowercased.hasSameOctets(as: "\u{212A}É"))
  }

  @Test(arguments: ["+5", "-5", "", " 5", "5 ", "\u{0665}", "0x5", "99999999999999999999"])
  func `a number has digits only and fits`(text: String) {
    #expect(text.asciiNumber == nil)
  }

  @Test func `constant-time comparison tells lengths, ends and order apart`() {
    #expect(constantTimeEqual([UInt8](), [UInt8]()))
    #expect(constantTimeEqual([1, 2, 3], [1, 2, 3]))
    #expect(!constantTimeEqual([1, 2, 3], [1, 2, 4]))
    #expect(!constantTimeEqual([1, 2], [1, 2, 0]))
    #expect(!constantTimeEqual([1, 2, 0], [1, 2]))
    #expect(!constantTimeEqual([1, 2], [2, 1]))
  }

  @Test func `the first difference is counted in octets`() {
    #expect("éa".firstDifference(from: "éb") == 2)
    #expect("abc".firstDifference(from: "ab") == 2)
    #expect("abc".firstDifference(from: "abc") == nil)
  }
}

import OAuth
import Testing

@Suite("RFC 7636: PKCE")
struct PKCETests {
  private let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"

  @Test func `appendix B: the verifier is the base64url of its octets`() {
    let octets: [UInt8] = [
      116, 24, 223, 180, 151, 153, 224, 37, 79, 250, 96, 125, 216, 173, 187, 186, 22, 212, 37, 77, 105, 214, 191, 240,
      91, 88, 5, 88, 83, 132, 141, 121,
    ]
    #expect(Base64URL.encode(octets) == verifier)
  }

  @Test func `appendix B: the challenge answers the verifier`() throws {
    let challenge = try CodeVerifier(verifier).challenge(.s256)
    #expect(challenge.text == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
    #expect(try CodeVerifier(verifier).challenge(.plain).text == verifier)
  }

  @Test(arguments: [0, 1, 42, 129])
  func `a verifier of another length is refused`(length: Int) {
    let text = String(repeating: "a", count: length)
    #expect(throws: PKCEGrammarFault.length(length)) { try CodeVerifier(text) }
    #expect(throws: PKCEGrammarFault.length(length)) { try CodeChallenge(text) }
  }

  @Test(arguments: [43, 128])
  func `both ends of the length are allowed`(length: Int) throws {
    let text = String(repeating: "~", count: length)
    #expect(try CodeVerifier(text).text == text)
    #expect(try CodeChallenge(text).text == text)
  }

  @Test(arguments: [" ", "=", "+", "/", "é", "\u{0}", "\u{FF21}"] as [Character])
  func `a character outside the grammar is named with its position`(character: Character) {
    let text = "abc\(character)" + String(repeating: "a", count: 40)
    #expect(throws: PKCEGrammarFault.character(character, at: 3)) { try CodeVerifier(text) }
  }

  @Test func `a drawn verifier keeps to the grammar and is drawn anew`() throws {
    var random = RandomSource.seeded(1, stream: 0)
    let (first, second) = (CodeVerifier(from: &random), CodeVerifier(from: &random))
    #expect(try CodeVerifier(first.text) == first)
    #expect(first != second)
  }
}

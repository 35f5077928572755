import OAuth
import Testing

@Suite("RFC 4648: base64")
struct Base64Tests {
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
    ("foobar", "Zm9vYmFy"),
  ])
  func `the vectors of section 10 are read and written`(plain: String, encoded: String) {
    #expect(Base64Standard.encode(plain.utf8) == encoded)
    #expect(Base64Standard.decode(encoded) == Array(plain.utf8))
    let unpadded = String(encoded.prefix { $0 != "=" })
    #expect(Base64URL.encode(plain.utf8) == unpadded)
    #expect(Base64URL.decode(unpadded) == Array(plain.utf8))
  }

  @Test func `RFC 7636 appendix A is written with the URL-safe alphabet and no padding`() {
    #expect(Base64URL.encode([3, 236, 255, 224, 193]) == "A-z_4ME")
    #expect(Base64URL.decode("A-z_4ME") == [3, 236, 255, 224, 193])
  }

  @Test(arguments: ["YR==", "Zg", "Zg=", "Zm9v=", "Zm 9v", "Zm9v\n", "A-z_", "é"])
  func `standard base64 refuses what is not canonical`(text: String) {
    #expect(Base64Standard.decode(text) == nil)
  }

  @Test(arguments: ["A+z/", "Zg==", "YR", "Z", "Zm9v=", "Zm 9v", "\u{212A}A", "Zm9v\u{0}"])
  func `URL-safe base64 refuses the other alphabet, padding and stray bits`(text: String) {
    #expect(Base64URL.decode(text) == nil)
  }
}

import OAuth
import Testing

@Suite("RFC 3986 §2.1: percent-encoding")
struct PercentCodingTests {
  @Test(arguments: [
    ("%zz", EncodingFault.percentEncoding(at: 0)), ("ab%+A", .percentEncoding(at: 2)), ("%", .percentEncoding(at: 0)),
    ("a%4", .percentEncoding(at: 1)), ("%%41", .percentEncoding(at: 0)), ("%4%31", .percentEncoding(at: 0)),
    ("%ff", .notUTF8), ("%C0%80", .notUTF8), ("%ED%A0%80", .notUTF8), ("%F4%90%80%80", .notUTF8), ("%E2%82", .notUTF8),
    ("a%00b", .nul),
  ])
  func `what two decoders may read differently is a fault`(text: String, fault: EncodingFault) {
    #expect(throws: fault) { try PercentCoding.decode(Array(text.utf8), plusIsSpace: true) }
  }

  @Test func `digits of full width are not hexadecimal digits`() {
    #expect(throws: EncodingFault.percentEncoding(at: 0)) {
      try PercentCoding.decode(Array("%\u{FF14}\u{FF11}".utf8), plusIsSpace: true)
    }
  }

  @Test func `a plus sign is a space in a form only`() throws {
    #expect(try PercentCoding.decode(Array("a+b%2Bc".utf8), plusIsSpace: true) == "a b+c")
    #expect(try PercentCoding.decode(Array("a+b%2Bc".utf8), plusIsSpace: false) == "a+b+c")
  }

  @Test func `both cases of hexadecimal digits are read and upper case is written`() throws {
    #expect(try PercentCoding.decode(Array("%c2%A3".utf8), plusIsSpace: true) == "£")
    #expect(PercentCoding.encode("£") == "%C2%A3")
    #expect(PercentCoding.encode("\n") == "%0A")
  }

  @Test func `only unreserved characters are written as they are`() {
    let unreserved = "ABCXYZabcxyz0189-._~"
    #expect(PercentCoding.encode(unreserved) == unreserved)
    #expect(PercentCoding.encode(" !*'()+/=&?") == "%20%21%2A%27%28%29%2B%2F%3D%26%3F")
  }

  @Test func `every printable character comes back as it was`() throws {
    let text = String(decoding: UInt8(0x20)...0x7E, as: UTF8.self)
    #expect(try PercentCoding.decode(Array(PercentCoding.encode(text).utf8), plusIsSpace: true) == text)
  }
}

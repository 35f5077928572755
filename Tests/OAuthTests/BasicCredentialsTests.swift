import OAuth
import Testing

@Suite("RFC 6749 §2.3.1: Basic credentials")
struct BasicCredentialsTests {
  private let example = "czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3"

  @Test func `the example of the section is written`() {
    let credentials = BasicCredentials(identifier: "s6BhdRkqt3", secret: "7Fjfp0ZBr1KtDRbnfVdmIw")
    #expect(credentials.headerValue == "Basic \(example)")
  }

  @Test(arguments: [true, false])
  func `the example of the section is read`(formDecoded: Bool) throws {
    let credentials = try BasicCredentials(parsing: example, formDecoded: formDecoded)
    #expect(credentials == BasicCredentials(identifier: "s6BhdRkqt3", secret: "7Fjfp0ZBr1KtDRbnfVdmIw"))
  }

  @Test func `a colon in the identifier and a percent sign in the secret survive`() throws {
    let credentials = BasicCredentials(identifier: "app:one 1", secret: "p%s: w+r&d=/?~")
    #expect(credentials.headerValue == "Basic YXBwJTNBb25lJTIwMTpwJTI1cyUzQSUyMHclMkJyJTI2ZCUzRCUyRiUzRn4=")
    let value = String(credentials.headerValue.dropFirst("Basic ".count))
    #expect(try BasicCredentials(parsing: value, formDecoded: true) == credentials)
  }

  @Test func `without form decoding percent signs and plus signs stay`() throws {
    let value = Base64Standard.encode("a%41:b+c".utf8)
    #expect(
      try BasicCredentials(parsing: value, formDecoded: false) == BasicCredentials(identifier: "a%41", secret: "b+c"))
    #expect(
      try BasicCredentials(parsing: value, formDecoded: true) == BasicCredentials(identifier: "aA", secret: "b c"))
  }

  @Test func `the split is at the first colon`() throws {
    let credentials = try BasicCredentials(parsing: Base64Standard.encode("a:b:c".utf8), formDecoded: false)
    #expect(credentials == BasicCredentials(identifier: "a", secret: "b:c"))
  }

  @Test(arguments: [
    ("!!!", BasicCredentials.Fault.notBase64), ("YTpi=", .notBase64), ("YWI=", .noColon),
    (Base64Standard.encode("a:%zz".utf8), .formEncoding(.percentEncoding(at: 0))),
    (Base64Standard.encode([0x61, 0x3A, 0xFF]), .formEncoding(.notUTF8)),
    (Base64Standard.encode([0x61, 0x3A, 0x00]), .formEncoding(.nul)),
  ])
  func `unreadable credentials are a fault of their own kind`(value: String, fault: BasicCredentials.Fault) {
    #expect(throws: fault) { try BasicCredentials(parsing: value, formDecoded: true) }
  }

  @Test func `octets that are not UTF-8 are refused without form decoding too`() {
    #expect(throws: BasicCredentials.Fault.notUTF8) {
      try BasicCredentials(parsing: Base64Standard.encode([0x61, 0x3A, 0xFF]), formDecoded: false)
    }
  }
}

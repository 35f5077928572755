import OAuth
import Testing

@Suite("RFC 6749 §3.3: scope")
struct ScopeTests {
  @Test func `tokens are kept in order, and a repeated one once`() throws {
    #expect(try Scope(parsing: "openid profile openid READ read").tokens == ["openid", "profile", "READ", "read"])
    #expect(try Scope(parsing: "b a").description == "b a")
  }

  @Test(arguments: ["read  write", " read", "read ", " ", ""])
  func `a missing token is a fault`(text: String) {
    #expect(throws: Scope.Fault.emptyToken) { try Scope(parsing: text) }
  }

  @Test(
    arguments: [
      ("a\"b", 0x22, "a\"b"), ("x a\\b", 0x5C, "a\\b"), ("a\tb", 0x09, "a\tb"), ("é", 0xC3, "é"),
      ("a\u{7F}", 0x7F, "a\u{7F}"),
    ] as [(String, UInt8, String)])
  func `a character outside the grammar is named with its token`(text: String, octet: UInt8, token: String) {
    #expect(throws: Scope.Fault.character(octet, token: token)) { try Scope(parsing: text) }
  }

  @Test func `both ends of the grammar are allowed`() throws {
    #expect(try Scope(parsing: "! # [ ] ~ https://api.example/read").tokens.count == 6)
  }

  @Test func `sets are compared by token`() {
    let (small, large) = (Scope(["a"]), Scope(["b", "a"]))
    #expect(small.isSubset(of: large) && !large.isSubset(of: small) && Scope().isSubset(of: small))
    #expect(large.subtracting(small) == Scope(["b"]))
    #expect(large.intersection(Scope(["a", "c"])) == small)
  }
}

import OAuth
import Testing

@Suite("RFC 6749 appendix B: form encoding")
struct FormEncodingTests {
  private func parse(_ text: String) throws -> Parameters { try FormEncoding.parse(Array(text.utf8)) }

  @Test func `the example of the appendix is read`() throws {
    #expect(try parse("v=+%25%26%2B%C2%A3%E2%82%AC") == ["v": " %&+£€"])
  }

  @Test func `the example of the appendix is written with the space as %20`() {
    #expect(FormEncoding.encode(["v": " %&+£€"]) == "v=%20%25%26%2B%C2%A3%E2%82%AC")
  }

  @Test func `repeated parameters are kept in the order sent`() throws {
    let parameters = try parse("b=2&a=1&b=3&c=&c=&b=2")
    #expect(parameters.elements.map(\.name) == ["b", "a", "b", "c", "c", "b"])
    #expect(parameters.values(of: "b") == ["2", "3", "2"])
    #expect(parameters.repeated == ["b", "c"])
  }

  @Test func `an empty value counts as not sent but is kept`() throws {
    let parameters = try parse("state=&scope&code=x=y")
    #expect(parameters[.state] == nil)
    #expect(parameters[.scope] == nil)
    #expect(parameters[.code] == "x=y")
    #expect(parameters.values(of: .scope) == [""])
  }

  @Test func `empty pairs are skipped and an empty name is a name`() throws {
    #expect(try parse("") == Parameters())
    #expect(try parse("&&a=1&&") == ["a": "1"])
    #expect(try parse("=x") == ["": "x"])
  }

  @Test func `a combining mark after a separator does not hide the separator`() throws {
    #expect(try parse("x=1&\u{301}y=2") == ["x": "1", "\u{301}y": "2"])
  }

  @Test(arguments: [
    ("a=1&b=%zz", EncodingFault.percentEncoding(at: 0), 2), ("%ff=1", .notUTF8, 1), ("a&&c=%00", .nul, 3),
  ])
  func `a failure names the fault and the pair`(text: String, fault: EncodingFault, pair: Int) {
    let failure = #expect(throws: FormEncoding.Failure.self) { try parse(text) }
    #expect(failure?.fault == fault)
    #expect(failure?.pair == pair)
  }

  @Test(arguments: [
    ("http://h/cb", "http://h/cb?state=a%2Bb"), ("http://h/cb?", "http://h/cb?state=a%2Bb"),
    ("http://h/cb?t=a%20b&y=%2B", "http://h/cb?t=a%20b&y=%2B&state=a%2Bb"),
  ])
  func `a URI keeps its own query octet for octet`(uri: String, expected: String) {
    #expect(FormEncoding.append([.state: "a+b"], to: uri) == expected)
  }
}

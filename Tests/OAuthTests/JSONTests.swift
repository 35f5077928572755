import OAuth
import Testing

@Suite("RFC 8259: JSON")
struct JSONTests {
  private func parse(_ text: String) throws -> JSON { try JSON(parsing: Array(text.utf8)) }

  @Test func `members keep their order`() throws {
    let text = #"{"z":1,"a":{"y":[true,false,null],"b":"x"},"m":-2.5}"#
    #expect(try parse(text).text == text)
  }

  @Test(arguments: [#"{"a":1,"a":2}"#, #"{"a":1,"\u0061":2}"#, #"{"x":{"b":1,"c":0,"b":1}}"#])
  func `a member name that occurs twice is a fault`(text: String) {
    let fault = #expect(throws: JSON.Fault.self) { try parse(text) }
    #expect(fault?.expected == "a member name that has not occurred before")
  }

  @Test func `a surrogate pair is one character`() throws {
    #expect(try parse(#""\uD83D\uDE00""#) == "😀")
  }

  @Test(arguments: [#""\uD83D""#, #""\uDE00""#, #""\uD83Dx""#, #""\uD83D\u0041""#, #""\uD83D\uD83D""#])
  func `half a surrogate pair is a fault`(text: String) {
    #expect(throws: JSON.Fault.self) { try parse(text) }
  }

  @Test func `32 levels are read and 33 are not`() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(try parse(nested(32)).kind == "an array")
    let fault = #expect(throws: JSON.Fault.self) { try parse(nested(33)) }
    #expect(fault?.position == 32)
    #expect(try parse("[" + String(repeating: "[],", count: 100) + "[]]").array?.count == 101)
  }

  @Test(arguments: [
    ("0", JSON.integer(0)), ("-0", .integer(0)), ("3600", .integer(3600)), ("-7", .integer(-7)), ("1.5", .decimal(1.5)),
    ("3600.0", .decimal(3600)), ("1e3", .decimal(1000)), ("1E-2", .decimal(0.01)),
    ("9223372036854775807", .integer(.max)), ("9223372036854775808", .decimal(9_223_372_036_854_775_808)),
  ])
  func `numbers are read`(text: String, value: JSON) throws {
    #expect(try parse(text) == value)
  }

  @Test(arguments: ["01", "-", "+1", ".5", "1.", "1e", "1e+", "0x10", "1e400", "NaN", "Infinity", "--1", "\u{0661}"])
  func `what is no number is a fault`(text: String) {
    #expect(throws: JSON.Fault.self) { try parse(text) }
  }

  @Test(arguments: [
    "", " ", "{", "[1,]", #"{"a":1,}"#, "[,1]", "[1 2]", #"{"a" 1}"#, "{a:1}", "{'a':1}", "nul", "True", "[1]]", "{}{}",
    "\u{FEFF}{}", "[1]//x", #""a"#, #""\x""#, #""\u12G4""#, #""\u+123""#, #""\u12"#, "\"a\nb\"", "\"a\u{0}b\"",
    "\u{A0}1",
  ])
  func `what is not JSON is a fault`(text: String) {
    #expect(throws: JSON.Fault.self) { try parse(text) }
  }

  @Test func `octets that are not UTF-8 are a fault`() {
    #expect(throws: JSON.Fault.self) { try JSON(parsing: [0x22, 0xFF, 0x22]) }
    #expect(throws: JSON.Fault.self) { try JSON(parsing: [0x22, 0xED, 0xA0, 0x80, 0x22]) }
  }

  @Test func `a fault says where and what was expected`() {
    let fault = #expect(throws: JSON.Fault.self) { try parse("<b>Warning</b>{}") }
    #expect(fault?.sentence == "not JSON at octet 0: expected a value")
  }

  @Test func `escapes are read, and only the needed ones are written`() throws {
    #expect(try parse(#""\"\\\/\b\f\n\r\t\u00e9""#) == .string("\"\\/\u{8}\u{C}\n\r\té"))
    #expect(JSON.string("\"\\/\u{8}\n\r\té\u{7F}").text == #""\"\\/\u0008\n\r\té\u007f""#)
  }

  @Test func `white space of four kinds is skipped`() throws {
    #expect(try parse(" \t\r\n{ \"a\" : [ 1 , 2 ] } ").text == #"{"a":[1,2]}"#)
  }

  @Test func `a member is found by name and others are nil`() {
    let json: JSON = ["a": 1, "b": "x", "c": true, "d": []]
    #expect(json["a"]?.integer == 1 && json["b"]?.string == "x" && json["c"]?.bool == true && json["d"]?.array == [])
    #expect(json["e"] == nil && json["a"]?.string == nil && json["a"]?["b"] == nil)
  }
}

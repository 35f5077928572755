import Playground
import Terminal
import Testing

@testable import oauth_playground

@Suite struct `Reading a script` {
  private func actions(_ text: String) throws(FileFault) -> [Script.Action] {
    try ScriptReader.script(in: Array(text.utf8), file: "a.script").lines.map(\.action)
  }

  @Test func `every action`() throws {
    let script = """
      # A remark, and an empty line.

      size 120x36
      charset ascii
      key enter ctrl-a F5 # then these
      key : #
      type code-expired
      paste "two\\nlines" # a remark
      wait "  \\"quoted\\" \\\\ \\t"
      wait # 3 of 4
      limit 0.25
      advance 34.2
      pause 2
      resize 40x10
      save "a file.txt"
      save -
      """
    #expect(
      try actions(script) == [
        .size(Size(columns: 120, rows: 36)), .charset(.ascii), .press([.enter, .control("a"), .function(5)]),
        .press([":", "#"]), .type("code-expired"), .paste("two\nlines"), .await("  \"quoted\" \\ \t"),
        .await("# 3 of 4"), .limit(.milliseconds(250)), .advance(.milliseconds(34_200)), .pause(.seconds(2)),
        .resize(Size(columns: 40, rows: 10)), .save(file: "a file.txt"), .save(file: nil),
      ])
  }

  @Test func `lines are counted as an editor does, whatever ends them`() throws {
    let script = try ScriptReader.script(in: Array("# 1\r\n\r\nkey a\r\n\tkey b".utf8), file: "a.script")
    #expect(script.lines == [.init(action: .press(["a"]), number: 3), .init(action: .press(["b"]), number: 4)])
  }

  @Test(arguments: [
    ("kye enter", #""kye" is no action; did you mean "key"?"#), ("key", "which key?"), ("key # remark", "which key?"),
    ("key entr", #""entr" is no key"#), ("size 0x24", #""0x24" is none"#), ("size 80", #""80" is none"#),
    ("size 80x24x3", "is none"), ("size 1001x24", "up to 1000x500"), ("size -80x24", "is none"),
    ("charset latin1", #""latin1" is none"#), ("key a\nsize 80x24", "size comes first; later on it is resize"),
    ("key a\ncharset ascii", "charset comes first"), ("size 80x24\nsize 80x24", "twice; the first is in line 1"),
    ("wait", #"what to wait?"#), (#"wait "open"#, "closing quotation mark is missing"),
    (#"wait "a" b"#, #"something follows the closing quotation mark: " b""#), (#"wait "\x""#, #"after \ in a quoted"#),
    (#"wait "\"#, #"after \ in a quoted"#), (#"wait """#, "nothing to wait for"), ("save", "what to save?"),
    ("advance", #"advance needs seconds"#), ("advance -1", #""-1" are none"#), ("advance 1.2345", "are none"),
    ("advance 1.", "are none"), ("pause 86401", "are none"), ("limit 1e3", "are none"), ("limit １", "are none"),
  ])
  func `a line that is wrong is refused with its number`(_ text: String, _ complaint: String) {
    let fault = #expect(throws: FileFault.self) { try actions(text) }
    let line = text.split(separator: "\n").count
    #expect(fault?.description.hasPrefix("a.script:\(line): ") == true, "\(fault?.description ?? "")")
    #expect(fault?.description.contains(complaint) == true, "\(fault?.description ?? "")")
  }

  @Test func `octets that are no text, and too many of them, are refused`() {
    #expect(throws: FileFault.self) { try ScriptReader.script(in: [0x6B, 0xFF], file: "a.script") }
    let long = Array(repeating: UInt8(ascii: "\n"), count: ScriptReader.largestFile + 1)
    #expect(throws: FileFault.self) { try ScriptReader.script(in: long, file: "a.script") }
  }
}

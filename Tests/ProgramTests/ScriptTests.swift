import Foundation
import Testing

@Suite struct `Scripts without a terminal` {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let scripts = root.appending(path: "examples/scripts")

  private func play(_ script: String, _ arguments: String..., in folder: URL? = nil) throws -> Program.Outcome {
    try TemporaryFolder.use { place in
      let file = place.appending(path: "a.script")
      try Data(script.utf8).write(to: file)
      return try Program.run(arguments: ["--script", "a.script"] + arguments, in: folder ?? place)
    }
  }

  /// `<!-- examples/scripts/code-expired.script -->`, and the block that follows.
  @Test func `the pictures of the README are what their scripts save`() throws {
    let readme = try String(contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
    let pictures = readme.matches(of: /<!-- (examples\/scripts\/[a-z-]+\.script) -->\n```\n((?s:.*?))```\n/)
    #expect(pictures.count >= 2)
    for picture in pictures {
      let outcome = try Program.run("--script", String(picture.1), in: Self.root)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output == picture.2, "\(picture.1) draws:\n\(outcome.output)")
    }
  }

  @Test func `every script of the examples plays to its end, in ASCII too`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.scripts.path)
    #expect(files.count >= 3)
    for file in files {
      let outcome = try Program.run("--script", file, "--ascii", in: Self.scripts)
      #expect(outcome.status == 0, "\(file): \(outcome.errors)")
      #expect(outcome.output.utf8.allSatisfy { $0 == 0x0A || (0x20..<0x7F).contains($0) })
    }
  }

  @Test func `two runs save the same`() throws {
    let script = "key enter enter enter enter\nadvance 1.5\nkey i\nsave -"
    let outcomes = try (0..<2).map { _ in try play(script) }
    #expect(outcomes[0].status == 0)
    #expect(outcomes[0].output.contains("access token"))
    #expect(outcomes[0].output == outcomes[1].output)
  }

  @Test func `the head says how large and in which characters, options say it better`() throws {
    let script = "size 60x18\ncharset ascii\nsave -"
    let told = try play(script)
    #expect(told.lines.first?.contains("authorize") == true)
    #expect(told.output.split(separator: "\n", omittingEmptySubsequences: false).count == 18 + 1)
    #expect(told.output.utf8.allSatisfy { $0 < 0x80 })
    let asked = try play(script, "--size", "100x30")
    #expect(asked.output.split(separator: "\n", omittingEmptySubsequences: false).count == 30 + 1)
  }

  @Test func `a window that is made too small says so, and comes back`() throws {
    let outcome = try play("resize 30x8\nwait \"too small\"\nresize 80x24\nwait \"stage 1\"\nsave -")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("1 Request"))
  }

  @Test func `what is typed and pasted goes where the cursor is`() throws {
    let outcome = try play(
      "size 120x36\nkey enter enter\nkey down down down down e ctrl-u\ntype gues\npaste \"sed\\nQ\"\nkey enter\nsave -")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("guessedQ"))
  }

  @Test func `a text that does not come ends it with 1, the line, and the screen`() throws {
    let outcome = try play("key enter\nlimit 0.05\nwait \"invalid_\\u\"".replacing("\\u", with: "nothing"))
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    let lines = outcome.errors.split(separator: "\n")
    #expect(
      lines.first
        == #"oauth-playground: a.script:3: "invalid_nothing" was not on the screen within 0.05 s; the screen was:"#)
    #expect(lines.count > 20)
    #expect(outcome.errors.contains("2 Explain"))
  }

  @Test func `a key without a meaning ends it with 1`() throws {
    let outcome = try play("key enter %\nsave -")
    #expect(outcome.status == 1)
    #expect(outcome.errors.hasPrefix("oauth-playground: a.script:1: % does nothing here; the screen was:\n"))
    #expect(outcome.output.isEmpty)
  }

  @Test func `nothing is pressed where a later line is wrong, or cannot be saved`() throws {
    try TemporaryFolder.use { folder in
      let file = folder.appending(path: "a.script")
      try Data("save first.txt\nkey entr".utf8).write(to: file)
      let wrong = try Program.run("--script", "a.script", in: folder)
      #expect(wrong.status == 2)
      #expect(wrong.errors.hasPrefix(#"oauth-playground: a.script:2: "entr" is no key"#))
      try Data("save first.txt\nsave /no/such/folder/second.txt".utf8).write(to: file)
      let nowhere = try Program.run("--script", "a.script", in: folder)
      #expect(nowhere.status == 2)
      #expect(nowhere.errors.hasPrefix("oauth-playground: a.script:2: /no/such/folder/second.txt cannot be saved"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.script"])
    }
  }

  @Test func `leaving ends it, but not before its last line`() throws {
    #expect(try play("key Q").status == 0)
    let early = try play("key Q\nsave -")
    #expect(early.status == 1)
    #expect(early.errors.contains("a.script:2: the program was left before this line"))
    #expect(try play("key Q enter").status == 1)
    #expect(try play("key ctrl-c ctrl-c").status == 130)
  }

  @Test(arguments: [
    (["--script", "no.script"], "no.script: no such file"), (["--script", "/"], "/: is a directory"),
    (["--script", "a.script", "--size", "80"], #""80" is no size"#), (["--size", "80x24"], "--size is for --script"),
    (["--script", "a.script", "--color", "17"], #""17" is no number of colours"#),
    (["--script", "a.script", "--theme", "pink"], #""pink" is no theme"#),
  ])
  func `what was asked for does not exist`(_ arguments: [String], _ complaint: String) throws {
    try TemporaryFolder.use { folder in
      try Data("save -".utf8).write(to: folder.appending(path: "a.script"))
      let outcome = try Program.run(arguments: arguments, in: folder)
      #expect(outcome.status == 2)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.contains(complaint), "\(outcome.errors)")
    }
  }
}

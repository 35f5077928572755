import Foundation
import Testing

@Suite(.serialized) struct `Commands without a terminal` {
  @Test func `scenarios lists every file, and run plays them and says that all went as expected`() throws {
    let names = try Program.run("scenarios").lines.map { String($0.prefix { $0 != " " }) }
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "examples/scenarios")
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path(percentEncoded: false))
      .filter { $0.hasSuffix(".yaml") }.compactMap { $0.split(separator: "/").last.map(String.init) }
    #expect(names.map { "\($0).yaml" }.sorted() == files.sorted())
    let some = ["happy-path", "access-denied", "token-request-by-get", "client-credentials", "store-fails"]
    let outcome = try Program.run(arguments: ["run"] + some)
    #expect(outcome.status == 0, "\(outcome.output)")
    #expect(outcome.errors.isEmpty)
    for name in some { #expect(outcome.lines.contains { $0.hasPrefix("\(name): ") }) }
    let runs = outcome.lines.count { $0.hasPrefix("  profile ") }
    #expect(outcome.lines.count { $0.hasPrefix("  ✓ passed: ") } == runs)
    #expect(outcome.lines.last == "\(runs) runs: \(runs) passed, 0 failed")
  }

  @Test(arguments: ["text", "json"]) func `run with a seed prints the same twice`(_ format: String) throws {
    let outcomes = try (0..<2).map { _ in
      try Program.run("run", "happy-path", "code-replayed", "--seed", "5", "--format", format)
    }
    #expect(outcomes[0].status == 0)
    #expect(outcomes[0].output == outcomes[1].output)
    #expect(!outcomes[0].output.isEmpty)
  }

  @Test func `run plays a scenario under each of its profiles`() throws {
    let outcome = try Program.run("run", "pkce-left-out")
    #expect(outcome.status == 0)
    #expect(outcome.lines.filter { $0.hasPrefix("  profile ") }.count == 2)
    #expect(outcome.lines.last == "2 runs: 2 passed, 0 failed")
  }

  @Test func `run plays a scenario with the server that its name says`() throws {
    let outcome = try Program.run("run", "token-request-by-get@wp-legacy")
    #expect(outcome.status == 0)
    #expect(outcome.lines.filter { $0.hasPrefix("  profile ") } == ["  profile wp-legacy, client workshop-app"])
    let unknown = try Program.run("run", "token-request-by-get@oauth21")
    #expect(unknown.status == 2)
  }

  @Test func `run plays a scenario under other profiles than its own`() throws {
    let outcome = try Program.run("run", "happy-path", "--profile", "keycloak", "--profile", "strict")
    let profiles = outcome.lines.filter { $0.hasPrefix("  profile ") }
    #expect(profiles == ["  profile keycloak, client workshop-app", "  profile strict, client workshop-app"])
    #expect(outcome.lines.contains { $0.contains("/realms/myrealm/protocol/openid-connect/token") })
    let unknown = try Program.run("run", "happy-path", "--profile", "keycloack")
    #expect(unknown.status == 2)
    #expect(unknown.output.isEmpty)
    #expect(
      unknown.errors.hasPrefix("oauth-playground: \"keycloack\" is no profile; did you mean \"keycloak\"? (there are: ")
    )
  }

  @Test func `run tells how to fix it and where the idea comes from`() throws {
    let text = try Program.run("run", "token-request-by-get", "--profile", "strict")
    #expect(text.lines.contains("  from the support thread"))
    #expect(text.lines.contains("  fix: Send a POST with the parameters in its body."))
    let json = try Program.run("run", "token-request-by-get", "--profile", "strict", "--format", "json")
    let last = try #require(json.lines.last)
    let end = try #require(try JSONSerialization.jsonObject(with: Data(last.utf8)) as? [String: Any])
    #expect(end["source"] as? String == "the support thread")
    #expect(end["fix"] as? String == "Send a POST with the parameters in its body.")
  }

  @Test func `run tells which expectation failed and ends with 1`() throws {
    try TemporaryFolder.use { folder in
      try Data(
        """
        scenario: wrong
        steps:
          - me: {}
            expect: { status: 200 }
        """.utf8
      ).write(to: folder.appending(path: "wrong.yaml"))
      let outcome = try Program.run("run", "wrong.yaml", "happy-path", in: folder)
      #expect(outcome.status == 1)
      #expect(outcome.lines.contains("     ✗ status 200, but found 400"))
      #expect(outcome.lines.contains("  ✗ failed: 0 of 1 expectations met"))
      #expect(outcome.lines.last == "2 scenarios: 1 passed, 1 failed")
    }
  }

  @Test func `run says in JSON what came of each step and scenario`() throws {
    let outcome = try Program.run("run", "state-differs", "--format", "json")
    let events = try outcome.lines.map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(events.map { $0["event"] as? String } == ["step", "step", "step", "scenario"])
    #expect(events.last?["met"] as? Bool == true)
    #expect((events[1]["exchanges"] as? [Any])?.count == 4)
    #expect((events[1]["expectations"] as? [Any])?.count == 2)
  }

  @Test func `run exports a transcript and a script`() throws {
    try TemporaryFolder.use { folder in
      let outcome = try Program.run(
        "run", "happy-path", "--export", "transcript=t.md", "--export", "curl=c.sh", "--export", "har=h.har", in: folder
      )
      #expect(outcome.status == 0)
      let archive = try JSONSerialization.jsonObject(with: Data(contentsOf: folder.appending(path: "h.har")))
      let log = (archive as? [String: Any])?["log"] as? [String: Any]
      #expect((log?["entries"] as? [Any])?.count == 8)
      let transcript = try String(contentsOf: folder.appending(path: "t.md"), encoding: .utf8)
      #expect(transcript.hasPrefix("# Authorization code + PKCE\n"))
      let script = try String(contentsOf: folder.appending(path: "c.sh"), encoding: .utf8)
      #expect(script.hasPrefix("#!/bin/sh\n"))
      #expect(script.contains("'http://127.0.0.1:8414/token'"))
    }
  }

  @Test func `run reads everything before it sends anything`() throws {
    try TemporaryFolder.use { folder in
      try Data("scenario: a\nsteps:\n- tokn: {}\n".utf8).write(to: folder.appending(path: "bad.yaml"))
      let outcome = try Program.run("run", "happy-path", "bad.yaml", in: folder)
      #expect(outcome.status == 2)
      #expect(outcome.output.isEmpty)
      #expect(
        outcome.errors
          == "oauth-playground: bad.yaml:3: \"tokn\" is no step; did you mean \"token\"? (there are: authorize, "
          + "consent, token, me, refresh, introspect, revoke, client-credentials, raw, together, advance, policy, "
          + "interference, rewind)\n"
      )
    }
  }

  /// Arguments, and what is complained about.
  static let complaints: [([String], String)] = [
    (["bogus"], "Unexpected argument 'bogus' (see --help)"),
    (["run"], "Missing expected argument '<file|id> ...' (see --help)"),
    (
      ["run", "hapy-path"],
      "hapy-path: no such file, and no built-in scenario of that name; did you mean \"happy-path\"?"
    ),
    (["run", "a\u{1B}[2Jb"], "a\\x1b[2Jb: no such file, and no built-in scenario of that name"),
    (["run", "/dev/zero"], "/dev/zero: the file is larger than 65536 octets, which no scenario may be"),
    (["run", "happy-path", "--seed", "x"], "The value 'x' is invalid for '--seed <seed>' (see --help)"),
    (["run", "happy-path", "--export", "pdf=x"], "\"pdf\" is no kind of export (there are: transcript, har, curl)"),
    (["run", "happy-path", "--export", "curl"], "--export curl needs a file, as in --export curl=FILE"),
    (
      ["run", "happy-path", "--export", "curl=/no/such/folder/x"],
      "/no/such/folder/x: cannot be written (does its folder exist, and is it yours to write?)"
    ),
    (["serve", "--port", "70000"], "70000 is not a port; ports go from 1 to 65535, and 0 takes any free one"),
    (
      ["serve", "--host", "0.0.0.0"], "\"0.0.0.0\" is not a loopback address; only 127.0.0.1 and ::1 can be listened on"
    ),
    (["serve", "--approve", "carol"], "\"carol\" is no resource owner (there are: alice, bob)"),
    (["explain", "invalid_gant"], "there is no explanation of \"invalid_gant\"; did you mean invalid_grant?"),
    (
      ["explain", "invalid_grant", "qqqqqqqq"],
      "there is no explanation of \"qqqqqqqq\"; try an error code such as invalid_grant"
    ),
  ]

  @Test(arguments: complaints)
  func `a complaint is one line and ends with 2`(_ arguments: [String], _ complaint: String) throws {
    let outcome = try Program.run(arguments: arguments)
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors == "oauth-playground: \(complaint)\n")
  }

  @Test func `a complaint about a profile names those there are`() throws {
    let outcome = try Program.run(arguments: ["serve", "--profile", "strikt"])
    #expect(outcome.status == 2)
    #expect(
      outcome.errors.hasPrefix(
        "oauth-playground: \"strikt\" is no profile; did you mean \"strict\"? (there are: strict, oauth21, bshaffer, wp-oauth, wp-oauth-3, wp-legacy, miniorange"
      ))
  }

  @Test func `run reads every scenario of a folder, and of the folders in it`() throws {
    try TemporaryFolder.use { folder in
      let inner = folder.appending(path: "set/b/c")
      try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
      let hidden = folder.appending(path: "set/.git")
      try FileManager.default.createDirectory(at: hidden, withIntermediateDirectories: true)
      for (path, name) in [("set/z.yaml", "last"), ("set/b/c/a.yml", "first"), ("set/.git/x.yaml", "hidden")] {
        try Data("scenario: \(name)\nsteps: [ { me: {}, expect: { status: 401 } } ]\n".utf8)
          .write(to: folder.appending(path: path))
      }
      try Data("no scenario".utf8).write(to: folder.appending(path: "set/notes.txt"))
      let outcome = try Program.run("run", "set", in: folder)
      #expect(outcome.lines.filter { $0.hasPrefix("first: ") || $0.hasPrefix("last: ") }.count == 2)
      #expect(outcome.lines.first?.hasPrefix("first: ") == true)
      #expect(outcome.lines.last?.hasPrefix("2 scenarios: ") == true)
      try FileManager.default.removeItem(at: inner.appending(path: "a.yml"))
      let empty = try Program.run("run", "set/b", in: folder)
      #expect(empty.status == 2)
      #expect(empty.errors == "oauth-playground: set/b: holds no scenario file (.yaml)\n")
    }
  }

  @Test func `scenarios lists names and titles, in JSON one object a line`() throws {
    let text = try Program.run("scenarios")
    #expect(text.status == 0)
    #expect(text.lines.first == "happy-path                         flow                Authorization code + PKCE")
    let json = try Program.run("scenarios", "--format", "json")
    let line = try #require(json.lines.first)
    let first = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    #expect(first["scenario"] as? String == "happy-path")
    #expect(first["folder"] as? String == "flow")
    #expect(first["steps"] as? Int == 4)
  }

  @Test func `explain says what a word means, and several words after each other`() throws {
    let outcome = try Program.run("explain", "invalid_grant", "state")
    #expect(outcome.status == 0)
    #expect(outcome.lines.first == "invalid_grant (error code, RFC 6749 §5.2)")
    #expect(outcome.output.contains("\n\nstate (parameter, "))
    for word in ["What:", "Why:", "Prevents:", "Fix:"] { #expect(outcome.output.contains("  \(word)")) }
  }

  @Test func `version and help are short`() throws {
    let version = try Program.run("--version")
    #expect(version.status == 0)
    #expect(version.lines.count == 1)
    for arguments in [["--help"], ["serve", "--help"], ["run", "--help"], ["help", "explain"]] {
      let help = try Program.run(arguments: arguments)
      #expect(help.status == 0)
      #expect(help.errors.isEmpty)
      #expect(help.output.contains("USAGE: oauth-playground"))
      #expect(help.lines.count <= 40 && help.lines.allSatisfy { $0.count <= 80 })
    }
  }
}

import AuthorizationServer
import Foundation
import OAuth
import OAuthClient
import Testing

@testable import Playground

@Suite struct `Reading a scenario` {
  @Test func `every key is understood`() throws {
    let scenario = try read(
      """
      scenario: all-keys
      title: "Title: with a colon"
      about: Why.
      fix: How.
      source: the standards
      spec: [RFC 6749 §4.1.3]
      profile: strict
      client: native-app
      steps:
        - authorize: { scope: "a b", state: null, headers: { Accept: text/html, Cookie: null } }
        - consent: { as: bob, decision: deny, scope: [email, profile] }
        - consent: { as: mallory, password: "" }
        - advance: 1.5
        - raw: "GET / HTTP/1.1"
          expect: { status: 400, error: invalid_request, refusal: hostForeign }
        - me:
          expect: { client: subjectMissing, body: { a: 1, b: "1", c: true, d: null, e: [x, 2.5], f: { g: text } } }
      question: { ask: Why?, answers: [Because, "No"], right: 2 }
      """)
    #expect(scenario.id == "all-keys")
    #expect(scenario.title == "Title: with a colon")
    #expect(scenario.about == "Why." && scenario.fix == "How." && scenario.source == "the standards")
    #expect(scenario.specifications == ["RFC 6749 §4.1.3"])
    #expect(scenario.client.text == "native-app")
    #expect(scenario.question == .init(ask: "Why?", answers: ["Because", "No"], right: 2))
    #expect(scenario.steps.map(\.line) == [10, 11, 12, 13, 14, 16])
    #expect(
      scenario.steps.map(\.action) == [
        .request(
          .authorize,
          RequestChanges(
            parameters: [.init(name: "scope", value: try Template(parsing: "a b")), .init(name: "state", value: nil)],
            headers: [
              .init(name: "Accept", value: try Template(parsing: "text/html")), .init(name: "Cookie", value: nil),
            ])),
        .consent(
          ConsentChoice(username: "bob", password: nil, decision: "deny", scope: Scope(["email", "profile"]))),
        .consent(ConsentChoice(username: "mallory", password: "", decision: "allow", scope: nil)),
        .advance(.milliseconds(1500)),
        .raw(try Template(parsing: "GET / HTTP/1.1")),
        .request(.me, RequestChanges(parameters: [], headers: [])),
      ])
    #expect(
      scenario.steps[4].expectations == [
        ProfiledExpectation(
          Expectation(
            status: 400, error: "invalid_request", refusal: .hostForeign))
      ])
    #expect(
      scenario.steps[5].expectations == [
        ProfiledExpectation(
          Expectation(
            client: .refused(.subjectMissing),
            body: [
              .init("a", 1), .init("b", "1"), .init("c", true), .init("d", .null), .init("e", ["x", .decimal(2.5)]),
              .init("f", ["g": "text"]),
            ]))
      ])
  }

  @Test func `what is left out has a default`() throws {
    let scenario = try read("scenario: a\nsteps: [token: ]")
    #expect(scenario.title == "a")
    #expect(scenario.profile == "strict")
    #expect(scenario.client.text == "workshop-app")
    #expect(scenario.question == nil)
    #expect(
      scenario.steps == [Step(action: .request(.token, .init(parameters: [], headers: [])), expectations: [], line: 2)])
  }

  @Test func `every step is understood`() throws {
    let scenario = try read(
      """
      scenario: all-steps
      profiles: [oauth21, strict]
      steps:
        - refresh: { scope: profile }
        - introspect: { token: "{{refresh_token}}", token_type_hint: null }
          expect:
            error_description: { contains: failed }
            headers: { Cache-Control: no-store, Pragma: null, WWW-Authenticate: { contains: realm } }
            checks: { tokenKnown: passed, tokenActive: notReached }
            strict: { status: 400, error_description: null }
        - revoke: { headers: { Authorization: "Basic {{basic}}" } }
        - client-credentials:
        - together: [token: , me: {}, raw: "GET / HTTP/1.1"]
          expect: [{ status: 200 }, { status: 401, oauth21: { status: 400 } }, { status: 404 }]
        - interference: { kind: fail-store }
        - interference: { kind: abort, count: 3 }
        - rewind: 2
      """)
    let nothing = RequestChanges(parameters: [], headers: [])
    func template(_ text: String) throws -> Template { try Template(parsing: text) }
    #expect(scenario.profiles == ["oauth21", "strict"])
    #expect(scenario.profile == "oauth21")
    #expect(scenario.played(under: "strict").profile == "strict")
    #expect(
      try scenario.steps.map(\.action) == [
        .request(.refresh, RequestChanges(parameters: [.init(name: "scope", value: template("profile"))], headers: [])),
        .request(
          .introspect,
          RequestChanges(
            parameters: [
              .init(name: "token", value: template("{{refresh_token}}")), .init(name: "token_type_hint", value: nil),
            ], headers: [])),
        .request(
          .revoke,
          RequestChanges(
            parameters: [], headers: [.init(name: "Authorization", value: template("Basic {{basic}}"))])),
        .clientCredentials(nothing),
        .together([.request(.token, nothing), .request(.me, nothing), .raw(template("GET / HTTP/1.1"))]),
        .interference(InterferenceSetting(.failStore)),
        .interference(InterferenceSetting(.abort, times: 3)),
        .rewind(to: 2),
      ])
    let common = Expectation(
      errorDescription: .containing("failed"),
      headers: [
        .init(name: "Cache-Control", value: .exactly("no-store")), .init(name: "Pragma", value: .absent),
        .init(name: "WWW-Authenticate", value: .containing("realm")),
      ], checks: [.init(check: "tokenKnown", outcome: .passed), .init(check: "tokenActive", outcome: .notReached)])
    let exception = Expectation(status: 400, errorDescription: .absent)
    let expectation = try #require(scenario.steps[1].expectations.first)
    #expect(expectation == ProfiledExpectation(common, except: ["strict": exception]))
    #expect(expectation.expectation(under: "oauth21") == common)
    #expect(expectation.expectation(under: "strict") == exception)
    #expect(scenario.steps[4].expectations.map(\.common.status) == [200, 401, 404])
    #expect(
      scenario.steps.map(\.title) == [
        "refresh, other scope", "introspect, other token, without token_type_hint", "revoke, other Authorization",
        "client-credentials", "together: token | me | raw request", "interference, fail-store",
        "interference, abort 3 times", "rewind to before step 2",
      ])
  }

  @Test func `a step can be taken under some profiles only, and one to go back to is counted among those`() throws {
    let scenario = try read(
      """
      scenario: some
      profiles: [strict, oauth21, keycloak]
      steps:
        - policy: { codeLifetime: 10 }
          under: [strict, keycloak]
        - me: {}
          expect:
            status: 400
            strict, oauth21: { status: 401 }
        - advance: 1
          under: [oauth21]
        - rewind: 2
      """)
    #expect(scenario.written.count == 4)
    #expect(scenario.steps.map(\.line) == [4, 6, 12])
    #expect(scenario.steps.last?.action == .rewind(to: 2))
    let other = scenario.played(under: "oauth21")
    #expect(other.steps.map(\.line) == [6, 10, 12])
    #expect(other.steps.last?.action == .rewind(to: 1))
    #expect(scenario.played(under: "bshaffer").steps.map(\.line) == [6, 12])
    let expectation = try #require(other.steps.first?.expectations.first)
    let statuses = ["strict", "oauth21", "keycloak"].map { expectation.expectation(under: $0).status }
    #expect(statuses == [401, 401, 400])
  }

  @Test func `a place goes by its name on the wire, and the verifier by a shorter one too`() throws {
    #expect(try Template(parsing: "{{verifier}}") == Template(parsing: "{{code_verifier}}"))
    #expect(throws: Template.UnknownPlace(name: "secret")) { try Template(parsing: "{{secret}}") }
  }

  @Test func `the program carries exactly the files of the folders`() throws {
    let root = Self.examples.appending(path: "scenarios")
    let names = try FileManager.default.subpathsOfDirectory(atPath: root.path(percentEncoded: false))
      .filter { $0.hasSuffix(".yaml") }
    let carried = ScenarioLibrary.folders.flatMap { folder in
      folder.files.map { (path: "\(folder.name)/\($0.name)", octets: $0.octets) }
    }
    #expect(names.sorted() == carried.map(\.path).sorted())
    for file in carried {
      #expect(try Array(Data(contentsOf: root.appending(path: file.path))) == file.octets)
    }
    #expect(ScenarioLibrary.folder(of: "code-replayed")?.name == "token")
    #expect(ScenarioLibrary.folder(of: "nothing") == nil)
  }

  @Test func `each built-in scenario is named like its file, explains itself and asks a question`() {
    for folder in ScenarioLibrary.folders {
      #expect(!folder.title.isEmpty)
      #expect(folder.files.map(\.name) == folder.scenarios.map { "\($0.id).yaml" })
    }
    #expect(Set(ScenarioLibrary.all.map(\.id)).count == ScenarioLibrary.all.count)
    for scenario in ScenarioLibrary.all {
      #expect(!scenario.title.isEmpty && !scenario.about.isEmpty && !scenario.specifications.isEmpty)
      #expect(scenario.question != nil)
      #expect(Self.sources.contains(scenario.source), "\(scenario.id): \(scenario.source)")
      // Where nothing is refused there may be nothing to fix.
      #expect(!scenario.fix.isEmpty || scenario.refusals.isEmpty, "\(scenario.id)")
      #expect(ScenarioLibrary.scenario(scenario.id) == scenario)
    }
  }

  /// Where ideas come from: the documents that people read, and what is known besides.
  private static let sources = [
    "the support thread", "the WP OAuth Server codex page", "miniOrange's client-credentials page", "Ronella's post",
    "the invalid_grant guide", "the standards", "what real servers do", "what real networks do",
  ]

  @Test func `the handbook lists every built-in scenario with its source, and its own example can be read`() throws {
    let handbook = String(decoding: try Data(contentsOf: Self.examples.appending(path: "README.md")), as: UTF8.self)
    let rows = handbook.split(separator: "\n").filter { $0.hasPrefix("| [") && $0.contains(".yaml)") }
    let scenarios = ScenarioLibrary.folders.flatMap { folder in folder.scenarios.map { (folder, $0) } }
    #expect(rows.count == scenarios.count)
    for (row, (folder, scenario)) in zip(rows, scenarios) {
      #expect(row.hasPrefix("| [\(scenario.id)](scenarios/\(folder.name)/\(scenario.id).yaml) | "))
      #expect(row.hasSuffix(" | \(scenario.source) |"), "\(row)")
    }
    let blocks = handbook.split(separator: "```yaml\n").dropFirst().map { $0.prefix { $0 != "`" } }
    let example = try read(String(try #require(blocks.first)))
    #expect(example.steps.count == 7)
  }

  /// The folder `examples` beside `Tests`.
  static let examples = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "examples")

  private func read(_ yaml: String) throws -> Scenario {
    try ScenarioReader.scenario(in: Array(yaml.utf8), file: "test.yaml")
  }
}

@Suite struct `Raw requests of a scenario` {
  @Test(arguments: [
    ("GET / HTTP/1.1\nHost: a\n", "GET / HTTP/1.1\r\nHost: a\r\n\r\n"),
    ("GET / HTTP/1.1", "GET / HTTP/1.1\r\n\r\n"),
    ("POST / HTTP/1.1\nHost: a\n\nb=1\n", "POST / HTTP/1.1\r\nHost: a\r\n\r\nb=1"),
    ("POST / HTTP/1.1\n\none\ntwo\n\nthree\n", "POST / HTTP/1.1\r\n\r\none\r\ntwo\r\n\r\nthree"),
    (
      "POST / HTTP/1.1\nContent-Length: {{content_length}}\n\ncode={{code}}&é\n",
      "POST / HTTP/1.1\r\nContent-Length: 11\r\n\r\ncode=abc&é"
    ),
    ("GET /{{state}} HTTP/1.1 {{ }", "GET /xyz HTTP/1.1 {{ }\r\n\r\n"),
  ])
  func `lines end in CRLF and places are filled in`(_ text: String, _ wire: String) throws {
    let octets = RawRequest.octets(try Template(parsing: text)) { $0 == .code ? "abc" : "xyz" }
    #expect(String(decoding: octets, as: UTF8.self) == wire)
  }
}

@Suite struct `Suggestions` {
  @Test(arguments: [
    ("hapy-path", "happy-path"), ("Happy-Path", "happy-path"), ("coed", "code"), ("expire", nil), ("", nil),
    (String(repeating: "x", count: 10_000), nil),
  ])
  func `come only for what is nearly right`(_ word: String, _ meant: String?) {
    #expect(Suggestion.nearest(to: word, among: ["happy-path", "code"]) == meant)
  }
}

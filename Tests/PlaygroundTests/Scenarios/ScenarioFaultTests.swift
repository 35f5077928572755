import AuthorizationServer
import OAuth
import Playground
import Testing

@Suite struct `Faults of a scenario file` {
  /// What is wrong, and the whole message.
  struct Case: CustomTestStringConvertible {
    let yaml: String
    let message: String
    var testDescription: String { message }

    init(_ yaml: String, _ message: String) {
      self.yaml = yaml
      self.message = message
    }
  }

  static let steps =
    "authorize, consent, token, me, refresh, introspect, revoke, client-credentials, raw, together, advance, policy, "
    + "interference, rewind"
  static let together = "token, me, refresh, introspect, revoke, client-credentials, raw"
  static let keys = "scenario, title, about, fix, source, spec, profile, profiles, client, steps, question"
  static let members = "status, error, error_description, refusal, client, headers, body, checks, answer"
  static let places =
    "code, state, nonce, code_verifier, access_token, refresh_token, id_token, client_id, client_secret, basic, "
    + "redirect_uri, port, client_port, authorize_path, token_path, me_path, introspect_path, revoke_path, content_length"

  static let wholeFile = [
    Case("", "a.yaml: the file is empty; a scenario begins with \"scenario:\" and has \"steps:\""),
    Case("# nothing\n", "a.yaml: the file is empty; a scenario begins with \"scenario:\" and has \"steps:\""),
    Case("- token: {}", "a.yaml:1: a scenario must be a mapping (key: value), but it is a list"),
    Case("text", "a.yaml:1: a scenario must be a mapping (key: value), but it is \"text\""),
    Case("scenario: a", "a.yaml:1: a scenario has no \"steps\""),
    Case("steps: [token: {}]", "a.yaml:1: a scenario has no \"scenario\""),
    Case(
      "scenario: a\nstpes: []",
      "a.yaml:2: \"stpes\" is no key of a scenario; did you mean \"steps\"? (there are: \(keys))"),
    Case("scenario: a\nzzzzzzz: []", "a.yaml:2: \"zzzzzzz\" is no key of a scenario (there are: \(keys))"),
    Case("title: x\nscenario: a\ntitle: y", "a.yaml:3: a key occurs twice in the same mapping: \"title\""),
    Case("scenario: a\nsteps: [", "a.yaml:3: not YAML: did not find expected node content while parsing a flow node"),
    Case("scenario: \"a", "a.yaml:1: not YAML: found unexpected end of stream while scanning a quoted scalar"),
    Case("scenario: *x", "a.yaml:1: not YAML: found undefined alias"),
    Case("a\u{1}b: 1", "a.yaml:1: not YAML: control characters are not allowed"),
    Case("? [a]\n: 1", "a.yaml:1: a key of a scenario must be a text"),
  ]

  static let header = [
    Case(
      "scenario: A b",
      "a.yaml:1: \"scenario\" of a scenario must be a name of lower-case letters, digits and hyphens, but it is \"A b\""
    ),
    Case("scenario:", "a.yaml:1: \"scenario\" of a scenario must be a text, but it is empty"),
    Case("scenario: a\ntitle: [x]", "a.yaml:2: \"title\" of a scenario must be a text, but it is a list"),
    Case("scenario: a\nspec: RFC 6749", "a.yaml:2: \"spec\" of a scenario must be a list, but it is \"RFC 6749\""),
    Case(
      "scenario: a\nprofile: strct",
      "a.yaml:2: \"strct\" is no profile; did you mean \"strict\"? (there are: \(Profile.all.map(\.name).joined(separator: ", ")))"
    ),
    Case(
      "scenario: a\nclient: workshop_app",
      "a.yaml:2: \"workshop_app\" is no demonstration client with a redirection URI; did you mean \"workshop-app\"? (there are: workshop-app, native-app, other-app)"
    ),
    Case(
      "scenario: a\nclient: nightly-job",
      "a.yaml:2: \"nightly-job\" is no demonstration client with a redirection URI (there are: workshop-app, native-app, other-app)"
    ),
    Case(
      "scenario: a\nprofile: strict\nprofiles: [strict]",
      "a.yaml:3: a scenario has both \"profile\" and \"profiles\"; one is enough"),
    Case("scenario: a\nprofiles: []", "a.yaml:2: \"profiles\" of a scenario is empty; name at least one"),
    Case("scenario: a\nprofiles: [strict, strict]", "a.yaml:2: \"strict\" occurs twice"),
    Case(
      "scenario: a\nprofiles: [strict, strct]",
      "a.yaml:2: \"strct\" is no profile; did you mean \"strict\"? (there are: \(Profile.all.map(\.name).joined(separator: ", ")))"
    ),
    Case(
      "scenario: a\nprofiles: [strict, oauth21]\nsteps:\n- me:\n  under: [oauth21]",
      "a.yaml:3: no step is taken under \"strict\""),
    Case(
      "scenario: a\nprofiles: [strict, oauth21]\nsteps:\n- me:\n  under: [oauth21]\n  expect: { strict: { status: 401 } }",
      "a.yaml:6: the step is not played under \"strict\"; add it to \"under\" (there are: oauth21)"),
    Case("scenario: a\nfix: [x]", "a.yaml:2: \"fix\" of a scenario must be a text, but it is a list"),
    Case("scenario: a\nsource:", "a.yaml:2: \"source\" of a scenario must be a text, but it is empty"),
    Case("scenario: a\nsteps: []", "a.yaml:2: \"steps\" of a scenario is empty; a scenario has at least one step"),
    Case("scenario: a\nsteps: {}", "a.yaml:2: \"steps\" of a scenario must be a list, but it is a mapping"),
  ]

  static let step = [
    Case("tokn: {}", "a.yaml:3: \"tokn\" is no step; did you mean \"token\"? (there are: \(steps))"),
    Case("policy: { codeReuse: 1 }", "a.yaml:3: \"codeReuse\" must be refuseAndRevoke, refuse or allow, but it is 1"),
    Case(
      "together: []", "a.yaml:3: \"together\" of step 1 must be a list of at least two requests, but it is a list"),
    Case(
      "together: [token: {}, advance: 1]",
      "a.yaml:3: \"advance\" cannot be one of several at once (there are: \(together))"),
    Case(
      "together: [token: {}, tokn: {}]",
      "a.yaml:3: \"tokn\" is no step; did you mean \"token\"? (there are: \(together))"),
    Case(
      "together:\n    - token: {}\n    - {}",
      "a.yaml:5: entry 2 of \"together\" of step 1 does nothing; it needs one of: \(together)"),
    Case(
      "together: [me: , me: ]\n  expect: { status: 200 }",
      "a.yaml:4: \"expect\" of step 1 must be a list, but it is a mapping"),
    Case(
      "together: [me: , me: ]\n  expect: [{ status: 200 }]",
      "a.yaml:4: \"expect\" of step 1 must be a list of 2 expectations, one for each answer, but it has 1"),
    Case(
      "together: [me: , me: ]\n  expect: [{ status: 200 }, {}]",
      "a.yaml:4: entry 2 of \"expect\" of step 1 expects nothing; leave it out"),
    Case(
      "interference: abrt", "a.yaml:3: \"abrt\" is no interference; did you mean \"abort\"?"),
    Case("interference:", "a.yaml:3: \"interference\" of step 1 must be a text, but it is empty"),
    Case(
      "interference: { kind: none }", "a.yaml:3: \"none\" is no interference"),
    Case(
      "interference: { kind: abort, seconds: 2 }", "a.yaml:3: \"abort\" takes no seconds"),
    Case(
      "interference: { kind: delay, seconds: -2 }",
      "a.yaml:3: \"seconds\" of \"interference\" of step 1 must be a number of seconds from 0 to 316224000, but it is \"-2\""
    ),
    Case(
      "interference: { kind: clock-skew, seconds: [2] }",
      "a.yaml:3: \"seconds\" of \"interference\" of step 1 must be a number of seconds from -316224000 to 316224000, but it is a list"
    ),
    Case(
      "me:\n  under: [strct]",
      "a.yaml:4: \"strct\" is no profile of this scenario; did you mean \"strict\"? (there are: strict)"),
    Case("me:\n  under: strict", "a.yaml:4: \"under\" of step 1 must be a list, but it is \"strict\""),
    Case("me:\n  under: []", "a.yaml:4: \"under\" of step 1 is empty; name at least one profile"),
    Case(
      "me:\n  under: [strict]\n- rewind: 1",
      "a.yaml:5: step 1 is not taken under every profile; go back to one that is"),
    Case("interference: { count: 2 }", "a.yaml:3: \"interference\" of step 1 has no \"kind\""),
    Case(
      "interference: { kind: abort, times: 2 }",
      "a.yaml:3: \"times\" is no key of \"interference\" of step 1 (there are: kind, count, seconds)"),
    Case(
      "interference: { kind: abort, count: 0 }",
      "a.yaml:3: \"count\" of \"interference\" of step 1 must be a number from 1 to 1000, but it is \"0\""),
    Case(
      "interference: { kind: abort }\n  expect: { status: 200 }",
      "a.yaml:4: nothing can be expected of interference, which sends no request"),
    Case("rewind: 1", "a.yaml:3: there is no step before this one to go back to"),
    Case(
      "me: {}\n- rewind: 2", "a.yaml:4: \"rewind\" of step 2 must be a number from 1 to 1, but it is \"2\""),
    Case(
      "advance: 1\n- rewind: 1", "a.yaml:4: step 1 sends no request; go back to one that does"),
    Case("token", "a.yaml:3: step 1 must be a mapping (key: value), but it is \"token\""),
    Case("token: {}\n  me: {}", "a.yaml:4: step 1 is both token and me; begin each step with a \"-\" of its own"),
    Case("expect: { status: 200 }", "a.yaml:3: step 1 does nothing; it needs one of: \(steps)"),
    Case("token: 5", "a.yaml:3: \"token\" of step 1 must be a mapping (key: value), but it is \"5\""),
    Case(
      "token:\n    code: [x]",
      "a.yaml:4: \"code\" of \"token\" of step 1 must be a text, or null to leave it out, but it is a list"),
    Case(
      "me: { headers: [x] }",
      "a.yaml:3: \"headers\" of \"me\" of step 1 must be a mapping (key: value), but it is a list"),
    Case(
      "me: { headers: { \"a b\": x } }", "a.yaml:3: \"a b\" cannot be the name of a header; use raw for such a request"),
    Case(
      "me: { headers: { A: \"x\\ny\" } }",
      "a.yaml:3: \"A\" of \"headers\" of \"me\" of step 1 cannot stand in a header; use raw for such a request"),
    Case(
      "advance: soon",
      "a.yaml:3: \"advance\" of step 1 must be a number of seconds from 0 to 316224000, but it is \"soon\""),
    Case(
      "advance: -1", "a.yaml:3: \"advance\" of step 1 must be a number of seconds from 0 to 316224000, but it is \"-1\""
    ),
    Case(
      "advance: \"5\"",
      "a.yaml:3: \"advance\" of step 1 must be a number of seconds from 0 to 316224000, but it is \"5\""),
    Case(
      "advance: 5\n  expect: { status: 200 }", "a.yaml:4: nothing can be expected of advance, which sends no request"),
    Case("raw:", "a.yaml:3: \"raw\" of step 1 must be a text, but it is empty"),
    Case(
      "raw: \"{{cod}}\"",
      "a.yaml:3: \"{{cod}}\" cannot be filled in; did you mean \"code\"? (there are: \(places))"
    ),
    Case(
      "token: { code: \"{{content_length}}\" }",
      "a.yaml:3: \"{{content_length}}\" can be filled in only in a raw request"),
    Case("consent: {}", "a.yaml:3: \"consent\" of step 1 has no \"as\""),
    Case(
      "consent: { as: alcie }", "a.yaml:3: nobody is called \"alcie\"; did you mean \"alice\"? (there are: alice, bob)"),
    Case(
      "consent: { as: alice, scope: email }",
      "a.yaml:3: \"scope\" of \"consent\" of step 1 must be a list, but it is \"email\""),
    Case(
      "consent: { as: alice, scope: [\"a\\tb\"] }",
      "a.yaml:3: \"scope\" of \"consent\" of step 1 must be a list of scope tokens without spaces, but it is a list"),
    Case(
      "consent: { as: alice, name: x }",
      "a.yaml:3: \"name\" is no key of \"consent\" of step 1 (there are: as, password, decision, scope)"),
  ]

  static let expectation = [
    Case("{}", "a.yaml:4: \"expect\" of step 1 expects nothing; leave it out"),
    Case("200", "a.yaml:4: \"expect\" of step 1 must be a mapping (key: value), but it is \"200\""),
    Case(
      "{ stauts: 200 }",
      "a.yaml:4: \"stauts\" is no key of \"expect\" of step 1; did you mean \"status\"? (there are: \(members), strict)"
    ),
    Case(
      "{ status: 99 }",
      "a.yaml:4: \"status\" of \"expect\" of step 1 must be a number from 100 to 599, but it is \"99\""),
    Case(
      "{ status: 600 }",
      "a.yaml:4: \"status\" of \"expect\" of step 1 must be a number from 100 to 599, but it is \"600\""),
    Case(
      "{ status: ok }",
      "a.yaml:4: \"status\" of \"expect\" of step 1 must be a number from 100 to 599, but it is \"ok\""),
    Case("{ error: null }", "a.yaml:4: \"error\" of \"expect\" of step 1 must be a text, but it is empty"),
    Case(
      "{ refusal: authorizationCodeExpird }",
      "a.yaml:4: \"authorizationCodeExpird\" is no refusal of the server; did you mean \"authorizationCodeExpired\"?"),
    Case(
      "{ client: acepted }",
      "a.yaml:4: \"acepted\" is no verdict of the client (accepted, or a refusal); did you mean \"accepted\"?"),
    Case(
      "{ oauth21: { status: 200 } }",
      "a.yaml:4: the scenario is not played under \"oauth21\"; add it to \"profiles\" (there are: strict)"),
    Case(
      "{ \"strict, oauth21\": { status: 200 } }",
      "a.yaml:4: the scenario is not played under \"oauth21\"; add it to \"profiles\" (there are: strict)"),
    Case(
      "{ \"strict, strct\": { status: 200 } }",
      "a.yaml:4: \"strct\" is no key of \"expect\" of step 1; did you mean \"strict\"? (there are: \(members), strict)"),
    Case(
      "{ \"strict, strict\": { status: 200 } }",
      "a.yaml:4: \"expect\" of step 1 says twice what is expected under \"strict\""),
    Case("{ strict: {} }", "a.yaml:4: \"strict\" of \"expect\" of step 1 expects nothing; leave it out"),
    Case(
      "{ strict: { strict: {} } }",
      "a.yaml:4: \"strict\" is no key of \"strict\" of \"expect\" of step 1 (there are: \(members))"),
    Case(
      "{ error_description: [x] }",
      "a.yaml:4: \"error_description\" of \"expect\" of step 1 must be a text, or null to leave it out, but it is a list"
    ),
    Case(
      "{ headers: {} }",
      "a.yaml:4: \"headers\" of \"expect\" of step 1 must be a mapping of headers and their values, but it is a mapping"
    ),
    Case("{ headers: { \"a b\": x } }", "a.yaml:4: \"a b\" cannot be the name of a header"),
    Case(
      "{ headers: { Allow: { has: x } } }",
      "a.yaml:4: \"has\" is no key of \"Allow\" of \"headers\" of \"expect\" of step 1 (there are: contains)"),
    Case(
      "{ checks: { stateOur: passed } }",
      "a.yaml:4: \"stateOur\" is no check of server or client; did you mean \"stateOurs\"?"),
    Case(
      "{ checks: { stateOurs: failed } }",
      "a.yaml:4: \"failed\" is no outcome of a check (there are: passed, refused, notReached)"),
    Case(
      "{ checks: {} }",
      "a.yaml:4: \"checks\" of \"expect\" of step 1 must be a mapping of checks and their outcomes, but it is a mapping"
    ),
    Case(
      "{ body: {} }",
      "a.yaml:4: \"body\" of \"expect\" of step 1 must be a mapping of members and their values, but it is a mapping"),
    Case(
      "{ body: [[[[[[[[[1]]]]]]]]] }",
      "a.yaml:4: \"body\" of \"expect\" of step 1 is nested too deeply; at most 8 levels are read"),
  ]

  static let question = [
    Case(
      "{ ask: a, answers: [b], right: 1 }",
      "a.yaml:4: \"answers\" of \"question\" of a scenario must be a list of at least two answers, but it is a list"),
    Case(
      "{ ask: a, answers: [b, c], right: 3 }",
      "a.yaml:4: \"right\" of \"question\" of a scenario must be a number from 1 to 2, but it is \"3\""),
    Case("{ answers: [b, c], right: 1 }", "a.yaml:4: \"question\" of a scenario has no \"ask\""),
    Case(
      "{ ask: a, answer: [b, c], right: 1 }",
      "a.yaml:4: \"answer\" is no key of \"question\" of a scenario; did you mean \"answers\"? (there are: ask, answers, right)"
    ),
  ]

  static let all =
    wholeFile + header + step.map { Case("scenario: a\nsteps:\n- \($0.yaml)\n", $0.message) }
    + expectation.map { Case("scenario: a\nsteps:\n- token: {}\n  expect: \($0.yaml)\n", $0.message) }
    + question.map { Case("scenario: a\nsteps:\n- token: {}\nquestion: \($0.yaml)\n", $0.message) }

  @Test(arguments: all) func `each is named in one line`(_ fault: Case) {
    #expect(message(Array(fault.yaml.utf8)) == fault.message)
  }

  @Test func `octets that are not UTF-8 are named with their line`() {
    #expect(message(Array("scenario: a\ntitle: ".utf8) + [0xFF]) == "a.yaml:2: the file is not UTF-8 from this line on")
  }

  @Test func `a file larger than any scenario is not read`() {
    let octets = [UInt8](repeating: UInt8(ascii: "#"), count: ScenarioReader.largestFile + 1)
    #expect(message(octets) == "a.yaml: the file is larger than 65536 octets, which no scenario may be")
  }

  @Test func `lists nested without end are a fault and no crash`() {
    let nested = [UInt8](repeating: UInt8(ascii: "["), count: 60_000)
    #expect(message(nested)?.hasPrefix("a.yaml:1: not YAML: Maximum nesting level reached") == true)
  }

  @Test func `a flood of steps is refused`() {
    let yaml = "scenario: a\nsteps:\n" + String(repeating: "- me: {}\n", count: 201)
    #expect(message(Array(yaml.utf8)) == "a.yaml:2: \"steps\" of a scenario has 201 entries; at most 200 are read")
  }

  private func message(_ octets: [UInt8]) -> String? {
    do throws(ScenarioFault) {
      _ = try ScenarioReader.scenario(in: octets, file: "a.yaml")
      return nil
    } catch {
      return error.description
    }
  }
}

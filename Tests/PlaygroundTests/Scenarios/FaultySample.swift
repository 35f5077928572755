import AuthorizationServer
import Testing

/// A scenario file that is wrong, and the whole message about it.
struct FaultySample: CustomTestStringConvertible {
  let yaml: String
  let message: String
  var testDescription: String { message }

  init(_ yaml: String, _ message: String) {
    self.yaml = yaml
    self.message = message
  }
}

extension FaultySample {
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
    FaultySample("", "a.yaml: the file is empty; a scenario begins with \"scenario:\" and has \"steps:\""),
    FaultySample("# nothing\n", "a.yaml: the file is empty; a scenario begins with \"scenario:\" and has \"steps:\""),
    FaultySample("- token: {}", "a.yaml:1: a scenario must be a mapping (key: value), but it is a list"),
    FaultySample("text", "a.yaml:1: a scenario must be a mapping (key: value), but it is \"text\""),
    FaultySample("scenario: a", "a.yaml:1: a scenario has no \"steps\""),
    FaultySample("steps: [token: {}]", "a.yaml:1: a scenario has no \"scenario\""),
    FaultySample(
      "scenario: a\nstpes: []",
      "a.yaml:2: \"stpes\" is no key of a scenario; did you mean \"steps\"? (there are: \(keys))"),
    FaultySample("scenario: a\nzzzzzzz: []", "a.yaml:2: \"zzzzzzz\" is no key of a scenario (there are: \(keys))"),
    FaultySample("title: x\nscenario: a\ntitle: y", "a.yaml:3: a key occurs twice in the same mapping: \"title\""),
    FaultySample(
      "scenario: a\nsteps: [", "a.yaml:3: not YAML: did not find expected node content while parsing a flow node"),
    FaultySample("scenario: \"a", "a.yaml:1: not YAML: found unexpected end of stream while scanning a quoted scalar"),
    FaultySample("scenario: *x", "a.yaml:1: not YAML: found undefined alias"),
    FaultySample("a\u{1}b: 1", "a.yaml:1: not YAML: control characters are not allowed"),
    FaultySample("? [a]\n: 1", "a.yaml:1: a key of a scenario must be a text"),
  ]

  static let header = [
    FaultySample(
      "scenario: A b",
      "a.yaml:1: \"scenario\" of a scenario must be a name of lower-case letters, digits and hyphens, but it is \"A b\""
    ),
    FaultySample("scenario:", "a.yaml:1: \"scenario\" of a scenario must be a text, but it is empty"),
    FaultySample("scenario: a\ntitle: [x]", "a.yaml:2: \"title\" of a scenario must be a text, but it is a list"),
    FaultySample(
      "scenario: a\nspec: RFC 6749", "a.yaml:2: \"spec\" of a scenario must be a list, but it is \"RFC 6749\""),
    FaultySample(
      "scenario: a\nprofile: strct",
      "a.yaml:2: \"strct\" is no profile; did you mean \"strict\"? (there are: \(Profile.all.map(\.name).joined(separator: ", ")))"
    ),
    FaultySample(
      "scenario: a\nclient: workshop_app",
      "a.yaml:2: \"workshop_app\" is no demonstration client with a redirection URI; did you mean \"workshop-app\"? (there are: workshop-app, native-app, other-app)"
    ),
    FaultySample(
      "scenario: a\nclient: nightly-job",
      "a.yaml:2: \"nightly-job\" is no demonstration client with a redirection URI (there are: workshop-app, native-app, other-app)"
    ),
    FaultySample(
      "scenario: a\nprofile: strict\nprofiles: [strict]",
      "a.yaml:3: a scenario has both \"profile\" and \"profiles\"; one is enough"),
    FaultySample("scenario: a\nprofiles: []", "a.yaml:2: \"profiles\" of a scenario is empty; name at least one"),
    FaultySample("scenario: a\nprofiles: [strict, strict]", "a.yaml:2: \"strict\" occurs twice"),
    FaultySample(
      "scenario: a\nprofiles: [strict, strct]",
      "a.yaml:2: \"strct\" is no profile; did you mean \"strict\"? (there are: \(Profile.all.map(\.name).joined(separator: ", ")))"
    ),
    FaultySample(
      "scenario: a\nprofiles: [strict, oauth21]\nsteps:\n- me:\n  under: [oauth21]",
      "a.yaml:3: no step is taken under \"strict\""),
    FaultySample(
      "scenario: a\nprofiles: [strict, oauth21]\nsteps:\n- me:\n  under: [oauth21]\n  expect: { strict: { status: 401 } }",
      "a.yaml:6: the step is not played under \"strict\"; add it to \"under\" (there are: oauth21)"),
    FaultySample("scenario: a\nfix: [x]", "a.yaml:2: \"fix\" of a scenario must be a text, but it is a list"),
    FaultySample("scenario: a\nsource:", "a.yaml:2: \"source\" of a scenario must be a text, but it is empty"),
    FaultySample(
      "scenario: a\nsteps: []", "a.yaml:2: \"steps\" of a scenario is empty; a scenario has at least one step"),
    FaultySample("scenario: a\nsteps: {}", "a.yaml:2: \"steps\" of a scenario must be a list, but it is a mapping"),
  ]

  static let step = [
    FaultySample("tokn: {}", "a.yaml:3: \"tokn\" is no step; did you mean \"token\"? (there are: \(steps))"),
    FaultySample(
      "policy: { codeReuse: 1 }", "a.yaml:3: \"codeReuse\" must be refuseAndRevoke, refuse or allow, but it is 1"),
    FaultySample(
      "together: []", "a.yaml:3: \"together\" of step 1 must be a list of at least two requests, but it is a list"),
    FaultySample(
      "together: [token: {}, advance: 1]",
      "a.yaml:3: \"advance\" cannot be one of several at once (there are: \(together))"),
    FaultySample(
      "together: [token: {}, tokn: {}]",
      "a.yaml:3: \"tokn\" is no step; did you mean \"token\"? (there are: \(together))"),
    FaultySample(
      "together:\n    - token: {}\n    - {}",
      "a.yaml:5: entry 2 of \"together\" of step 1 does nothing; it needs one of: \(together)"),
    FaultySample(
      "together: [me: , me: ]\n  expect: { status: 200 }",
      "a.yaml:4: \"expect\" of step 1 must be a list, but it is a mapping"),
    FaultySample(
      "together: [me: , me: ]\n  expect: [{ status: 200 }]",
      "a.yaml:4: \"expect\" of step 1 must be a list of 2 expectations, one for each answer, but it has 1"),
    FaultySample(
      "together: [me: , me: ]\n  expect: [{ status: 200 }, {}]",
      "a.yaml:4: entry 2 of \"expect\" of step 1 expects nothing; leave it out"),
    FaultySample(
      "interference: abrt", "a.yaml:3: \"abrt\" is no interference; did you mean \"abort\"?"),
    FaultySample("interference:", "a.yaml:3: \"interference\" of step 1 must be a text, but it is empty"),
    FaultySample(
      "interference: { kind: none }", "a.yaml:3: \"none\" is no interference"),
    FaultySample(
      "interference: { kind: abort, seconds: 2 }", "a.yaml:3: \"abort\" takes no seconds"),
    FaultySample(
      "interference: { kind: delay, seconds: -2 }",
      "a.yaml:3: \"seconds\" of \"interference\" of step 1 must be a number of seconds from 0 to 316224000, but it is \"-2\""
    ),
    FaultySample(
      "interference: { kind: clock-skew, seconds: [2] }",
      "a.yaml:3: \"seconds\" of \"interference\" of step 1 must be a number of seconds from -316224000 to 316224000, but it is a list"
    ),
    FaultySample(
      "me:\n  under: [strct]",
      "a.yaml:4: \"strct\" is no profile of this scenario; did you mean \"strict\"? (there are: strict)"),
    FaultySample("me:\n  under: strict", "a.yaml:4: \"under\" of step 1 must be a list, but it is \"strict\""),
    FaultySample("me:\n  under: []", "a.yaml:4: \"under\" of step 1 is empty; name at least one profile"),
    FaultySample(
      "me:\n  under: [strict]\n- rewind: 1",
      "a.yaml:5: step 1 is not taken under every profile; go back to one that is"),
    FaultySample("interference: { count: 2 }", "a.yaml:3: \"interference\" of step 1 has no \"kind\""),
    FaultySample(
      "interference: { kind: abort, times: 2 }",
      "a.yaml:3: \"times\" is no key of \"interference\" of step 1 (there are: kind, count, seconds)"),
    FaultySample(
      "interference: { kind: abort, count: 0 }",
      "a.yaml:3: \"count\" of \"interference\" of step 1 must be a number from 1 to 1000, but it is \"0\""),
    FaultySample(
      "interference: { kind: abort }\n  expect: { status: 200 }",
      "a.yaml:4: nothing can be expected of interference, which sends no request"),
    FaultySample("rewind: 1", "a.yaml:3: there is no step before this one to go back to"),
    FaultySample(
      "me: {}\n- rewind: 2", "a.yaml:4: \"rewind\" of step 2 must be a number from 1 to 1, but it is \"2\""),
    FaultySample(
      "advance: 1\n- rewind: 1", "a.yaml:4: step 1 sends no request; go back to one that does"),
    FaultySample("token", "a.yaml:3: step 1 must be a mapping (key: value), but it is \"token\""),
    FaultySample(
      "token: {}\n  me: {}", "a.yaml:4: step 1 is both token and me; begin each step with a \"-\" of its own"),
    FaultySample("expect: { status: 200 }", "a.yaml:3: step 1 does nothing; it needs one of: \(steps)"),
    FaultySample("token: 5", "a.yaml:3: \"token\" of step 1 must be a mapping (key: value), but it is \"5\""),
    FaultySample(
      "token:\n    code: [x]",
      "a.yaml:4: \"code\" of \"token\" of step 1 must be a text, or null to leave it out, but it is a list"),
    FaultySample(
      "me: { headers: [x] }",
      "a.yaml:3: \"headers\" of \"me\" of step 1 must be a mapping (key: value), but it is a list"),
    FaultySample(
      "me: { headers: { \"a b\": x } }", "a.yaml:3: \"a b\" cannot be the name of a header; use raw for such a request"),
    FaultySample(
      "me: { headers: { A: \"x\\ny\" } }",
      "a.yaml:3: \"A\" of \"headers\" of \"me\" of step 1 cannot stand in a header; use raw for such a request"),
    FaultySample(
      "advance: soon",
      "a.yaml:3: \"advance\" of step 1 must be a number of seconds from 0 to 316224000, but it is \"soon\""),
    FaultySample(
      "advance: -1", "a.yaml:3: \"advance\" of step 1 must be a number of seconds from 0 to 316224000, but it is \"-1\""
    ),
    FaultySample(
      "advance: \"5\"",
      "a.yaml:3: \"advance\" of step 1 must be a number of seconds from 0 to 316224000, but it is \"5\""),
    FaultySample(
      "advance: 5\n  expect: { status: 200 }", "a.yaml:4: nothing can be expected of advance, which sends no request"),
    FaultySample("raw:", "a.yaml:3: \"raw\" of step 1 must be a text, but it is empty"),
    FaultySample(
      "raw: \"{{cod}}\"",
      "a.yaml:3: \"{{cod}}\" cannot be filled in; did you mean \"code\"? (there are: \(places))"
    ),
    FaultySample(
      "token: { code: \"{{content_length}}\" }",
      "a.yaml:3: \"{{content_length}}\" can be filled in only in a raw request"),
    FaultySample("consent: {}", "a.yaml:3: \"consent\" of step 1 has no \"as\""),
    FaultySample(
      "consent: { as: alcie }", "a.yaml:3: nobody is called \"alcie\"; did you mean \"alice\"? (there are: alice, bob)"),
    FaultySample(
      "consent: { as: alice, scope: email }",
      "a.yaml:3: \"scope\" of \"consent\" of step 1 must be a list, but it is \"email\""),
    FaultySample(
      "consent: { as: alice, scope: [\"a\\tb\"] }",
      "a.yaml:3: \"scope\" of \"consent\" of step 1 must be a list of scope tokens without spaces, but it is a list"),
    FaultySample(
      "consent: { as: alice, name: x }",
      "a.yaml:3: \"name\" is no key of \"consent\" of step 1 (there are: as, password, decision, scope)"),
  ]

  static let expectation = [
    FaultySample("{}", "a.yaml:4: \"expect\" of step 1 expects nothing; leave it out"),
    FaultySample("200", "a.yaml:4: \"expect\" of step 1 must be a mapping (key: value), but it is \"200\""),
    FaultySample(
      "{ stauts: 200 }",
      "a.yaml:4: \"stauts\" is no key of \"expect\" of step 1; did you mean \"status\"? (there are: \(members), strict)"
    ),
    FaultySample(
      "{ status: 99 }",
      "a.yaml:4: \"status\" of \"expect\" of step 1 must be a number from 100 to 599, but it is \"99\""),
    FaultySample(
      "{ status: 600 }",
      "a.yaml:4: \"status\" of \"expect\" of step 1 must be a number from 100 to 599, but it is \"600\""),
    FaultySample(
      "{ status: ok }",
      "a.yaml:4: \"status\" of \"expect\" of step 1 must be a number from 100 to 599, but it is \"ok\""),
    FaultySample("{ error: null }", "a.yaml:4: \"error\" of \"expect\" of step 1 must be a text, but it is empty"),
    FaultySample(
      "{ refusal: authorizationCodeExpird }",
      "a.yaml:4: \"authorizationCodeExpird\" is no refusal of the server; did you mean \"authorizationCodeExpired\"?"),
    FaultySample(
      "{ client: acepted }",
      "a.yaml:4: \"acepted\" is no verdict of the client (accepted, or a refusal); did you mean \"accepted\"?"),
    FaultySample(
      "{ oauth21: { status: 200 } }",
      "a.yaml:4: the scenario is not played under \"oauth21\"; add it to \"profiles\" (there are: strict)"),
    FaultySample(
      "{ \"strict, oauth21\": { status: 200 } }",
      "a.yaml:4: the scenario is not played under \"oauth21\"; add it to \"profiles\" (there are: strict)"),
    FaultySample(
      "{ \"strict, strct\": { status: 200 } }",
      "a.yaml:4: \"strct\" is no key of \"expect\" of step 1; did you mean \"strict\"? (there are: \(members), strict)"),
    FaultySample(
      "{ \"strict, strict\": { status: 200 } }",
      "a.yaml:4: \"expect\" of step 1 says twice what is expected under \"strict\""),
    FaultySample("{ strict: {} }", "a.yaml:4: \"strict\" of \"expect\" of step 1 expects nothing; leave it out"),
    FaultySample(
      "{ strict: { strict: {} } }",
      "a.yaml:4: \"strict\" is no key of \"strict\" of \"expect\" of step 1 (there are: \(members))"),
    FaultySample(
      "{ error_description: [x] }",
      "a.yaml:4: \"error_description\" of \"expect\" of step 1 must be a text, or null to leave it out, but it is a list"
    ),
    FaultySample(
      "{ headers: {} }",
      "a.yaml:4: \"headers\" of \"expect\" of step 1 must be a mapping of headers and their values, but it is a mapping"
    ),
    FaultySample("{ headers: { \"a b\": x } }", "a.yaml:4: \"a b\" cannot be the name of a header"),
    FaultySample(
      "{ headers: { Allow: { has: x } } }",
      "a.yaml:4: \"has\" is no key of \"Allow\" of \"headers\" of \"expect\" of step 1 (there are: contains)"),
    FaultySample(
      "{ checks: { stateOur: passed } }",
      "a.yaml:4: \"stateOur\" is no check of server or client; did you mean \"stateOurs\"?"),
    FaultySample(
      "{ checks: { stateOurs: failed } }",
      "a.yaml:4: \"failed\" is no outcome of a check (there are: passed, refused, notReached)"),
    FaultySample(
      "{ checks: {} }",
      "a.yaml:4: \"checks\" of \"expect\" of step 1 must be a mapping of checks and their outcomes, but it is a mapping"
    ),
    FaultySample(
      "{ body: {} }",
      "a.yaml:4: \"body\" of \"expect\" of step 1 must be a mapping of members and their values, but it is a mapping"),
    FaultySample(
      "{ body: [[[[[[[[[1]]]]]]]]] }",
      "a.yaml:4: \"body\" of \"expect\" of step 1 is nested too deeply; at most 8 levels are read"),
  ]

  static let question = [
    FaultySample(
      "{ ask: a, answers: [b], right: 1 }",
      "a.yaml:4: \"answers\" of \"question\" of a scenario must be a list of at least two answers, but it is a list"),
    FaultySample(
      "{ ask: a, answers: [b, c], right: 3 }",
      "a.yaml:4: \"right\" of \"question\" of a scenario must be a number from 1 to 2, but it is \"3\""),
    FaultySample("{ answers: [b, c], right: 1 }", "a.yaml:4: \"question\" of a scenario has no \"ask\""),
    FaultySample(
      "{ ask: a, answer: [b, c], right: 1 }",
      "a.yaml:4: \"answer\" is no key of \"question\" of a scenario; did you mean \"answers\"? (there are: ask, answers, right)"
    ),
  ]

  static let all =
    wholeFile + header + step.map { FaultySample("scenario: a\nsteps:\n- \($0.yaml)\n", $0.message) }
    + expectation.map { FaultySample("scenario: a\nsteps:\n- token: {}\n  expect: \($0.yaml)\n", $0.message) }
    + question.map { FaultySample("scenario: a\nsteps:\n- token: {}\nquestion: \($0.yaml)\n", $0.message) }
}

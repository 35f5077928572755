import AuthorizationServer
import HTTPTypes
import OAuth
import OAuthClient
import Testing

@testable import Playground

@Suite("What can never come of a step") struct ForeseenAnswersTests {
  struct Case: CustomTestStringConvertible, Sendable {
    /// The steps of a file that is played under strict, bshaffer, wp-oauth and miniorange.
    let steps: String
    /// Nil where the file is right.
    let message: String?
    var testDescription: String { message ?? steps }

    init(_ steps: String, _ message: String?) {
      self.steps = steps
      self.message = message
    }
  }

  static let cases = [
    Case(
      "- token: {}\n  expect: { strict: { refusal: scopeInsufficient } }",
      #"4: "strict" of "expect" of step 1 cannot be met under strict: no check at token refuses with scopeInsufficient"#
    ),
    Case(
      "- me: {}\n  expect:\n    strict: { status: 401, error: invalid_tokn }",
      #"5: "strict" of "expect" of step 1 cannot be met under strict: no refusal at me says the error "invalid_tokn"; did you mean "invalid_token"?"#
    ),
    Case(
      "- token: {}\n  expect: { strict: { refusal: grantTypeMissing, error: invalid_grant } }",
      #"4: "strict" of "expect" of step 1 cannot be met under strict: grantTypeMissing says the error "invalid_request" and not "invalid_grant""#
    ),
    Case(
      "- token: {}\n  expect: { status: 400, error: invalid_grant, refusal: redirectionURIDiffers }",
      #"4: "expect" of step 1 cannot be met under bshaffer: redirectionURIDiffers says the error "redirect_uri_mismatch" and not "invalid_grant""#
    ),
    Case("- token: {}\n  expect: { strict: { error: invalid_grant, refusal: redirectionURIDiffers } }", nil),
    Case(
      "- token: {}\n  expect: { bshaffer: { error_description: The authorization code has expird } }",
      #"4: "bshaffer" of "expect" of step 1 cannot be met under bshaffer: no refusal at token says the description "The authorization code has expird"; did you mean "The authorization code has expired"?"#
    ),
    Case("- token: {}\n  expect: { bshaffer: { error_description: Grant type \"x\" not supported } }", nil),
    Case(
      "- token: {}\n  expect: { strict: { status: 200, error: invalid_grant } }",
      #"4: "strict" of "expect" of step 1 cannot be met under strict: an answer with the error "invalid_grant" has status 400 at token, not 200"#
    ),
    Case("- token: {}\n  expect: { miniorange: { status: 200, error: invalid_client } }", nil),
    Case(
      "- policy: { errorsAsOK: true }\n- token: {}\n  expect: { strict: { status: 200, error: invalid_grant } }", nil),
    Case(
      "- policy: { errorsAsOK: true }\n- policy: { errorsAsOK: false }\n- token: {}\n"
        + "  expect: { strict: { status: 200, refusal: codeVerifierWrong } }",
      #"6: "strict" of "expect" of step 3 cannot be met under strict: an answer with the refusal codeVerifierWrong has status 400 at token, not 200"#
    ),
    Case(
      "- policy: { errorsAsOK: true }\n  under: [bshaffer]\n- token: {}\n  expect: { strict: { status: 200, error: invalid_grant } }",
      #"6: "strict" of "expect" of step 2 cannot be met under strict: an answer with the error "invalid_grant" has status 400 at token, not 200"#
    ),
    Case(
      "- me: {}\n- policy: { errorsAsOK: true }\n- rewind: 1\n- token: {}\n  expect: { strict: { status: 200, error: invalid_grant } }",
      #"7: "strict" of "expect" of step 4 cannot be met under strict: an answer with the error "invalid_grant" has status 400 at token, not 200"#
    ),
    Case(
      "- me: {}\n  expect: { status: 401, client: accepted }",
      #"4: "expect" of step 1 cannot be met under strict: the client accepts no answer with status 401"#),
    Case(
      "- token: {}\n  expect: { miniorange: { error: invalid_grant, client: accepted } }",
      #"4: "miniorange" of "expect" of step 1 cannot be met under miniorange: the client accepts no answer with the error "invalid_grant""#
    ),
    Case(
      "- token: {}\n  expect: { status: 400, body: { access_token: x } }",
      #"4: "expect" of step 1 cannot be met under strict: an answer with status 400 holds no access_token"#),
    Case("- token: {}\n  expect: { status: 400, body: { access_token: null } }", nil),
    Case(
      "- client-credentials: {}\n  expect: { client: accepted }",
      #"4: "expect" of step 1 cannot be met under wp-oauth: the server lets no client use the grant client_credentials (clientGrants: authorization_code implicit)"#
    ),
    Case("- client-credentials: {}\n  expect: { \"strict, bshaffer\": { client: accepted } }", nil),
    Case(
      "- refresh: {}\n  expect: { miniorange: { body: { token_type: Bearer } } }",
      #"4: "miniorange" of "expect" of step 1 cannot be met under miniorange: the server knows no grant refresh_token (grantTypes: authorization_code)"#
    ),
    Case("- refresh: { grant_type: authorization_code }\n  expect: { miniorange: { client: accepted } }", nil),
    Case(
      "- policy: { clientGrants: \"\", grantTypes: refresh_token }\n- refresh: {}\n  expect: { \"wp-oauth, miniorange\": { client: accepted } }",
      nil),
    Case(
      "- token: {}\n  expect: { checks: { scopeSufficient: passed } }",
      #"4: "expect" of step 1 cannot be met under strict: no check scopeSufficient is made at token"#),
    Case("- token: {}\n  expect: { checks: { nonceOurs: notReached, hostOwn: passed } }", nil),
    Case(
      "- me: {}\n  expect: { answer: none }",
      #"4: "expect" of step 1 cannot be met under strict: an answer always comes; let an interference come before"#),
    Case(
      "- interference: alter-response\n- me: {}\n  expect: { answer: none, status: 299, error: invalid_tokn, client: accepted }",
      nil),
    Case(
      "- interference: abort\n- interference: none\n- me: {}\n  expect: { answer: none }",
      #"6: "expect" of step 3 cannot be met under strict: an answer always comes; let an interference come before"#),
    Case(
      "- raw: GET / HTTP/1.1\n  expect: { client: accepted }",
      #"4: "expect" of step 1 cannot be met under strict: nobody judges the answer to a raw request"#),
    Case("- raw: GET / HTTP/1.1\n  expect: { strict: { status: 299, refusal: scopeInsufficient } }", nil),
    Case(
      "- together: [me: {}, token: {}]\n  expect: [{ strict: { refusal: scopeInsufficient } }, { strict: { refusal: grantTypeMissing } }]",
      nil),
    Case(
      "- together: [me: {}, me: {}]\n  expect: [{ status: 200 }, { strict: { refusal: grantTypeMissing } }]",
      #"4: "strict" of entry 2 of "expect" of step 1 cannot be met under strict: no check at me refuses with grantTypeMissing"#
    ),
    Case(
      "- introspect: {}\n  expect: { refusal: tokenExpired, strict: { refusal: tokenExpired } }",
      #"4: "expect" of step 1 cannot be met under bshaffer: no check at introspect refuses with tokenExpired"#),
  ]

  @Test(arguments: cases) func `is refused with its line before anything is sent`(_ wrong: Case) {
    let yaml = "scenario: a\nsteps:\n\(wrong.steps)\nprofiles: [strict, bshaffer, wp-oauth, miniorange]\n"
    var message: String?
    do throws(FileFault) {
      _ = try ScenarioReader.scenario(in: Array(yaml.utf8), file: "a.yaml")
    } catch {
      message = error.description
    }
    #expect(message == wrong.message.map { "a.yaml:\($0)" })
  }

  /// A file that is right must never be refused: whatever comes of any scenario with any server was foreseen.
  @Test(arguments: ScenarioLibrary.all, Profile.all)
  func `is nothing that really comes`(_ scenario: Scenario, _ profile: Profile) throws {
    var server = ForeseenServer(profile)
    for result in try Road.memory.run(scenario.played(under: profile.name)).results {
      if case .together = result.step.action { continue }
      let objection = ForeseenAnswers(server: server, action: result.step.action).objection(to: result.found)
      #expect(objection == nil, "step \(result.number): \(objection ?? "")")
      server.pass(result.step.action)
    }
  }
}

extension StepResult {
  /// All that can be expected of what came.
  fileprivate var found: Playground.Expectation {
    let relevant = exchanges.filter { $0.decision?.endpoint != .keys }
    let answered = relevant.last { $0.receiver == .authorizationServer }
    let error = relevant.last { $0.receiver == .client }.flatMap(\.errorOnWire) ?? answered?.errorOnWire
    var found = Playground.Expectation(
      status: answered?.response.head.status.code, error: error?.code.text,
      errorDescription: error?.description.map { .exactly($0) }, refusal: answered?.decision?.refusal?.kind)
    if let judgement = relevant.last(where: { $0.judgement != nil })?.judgement {
      found.client = judgement.refusal.map { .refused($0.kind) } ?? .accepted
    }
    if let body = answered.flatMap({ try? JSON(parsing: $0.response.body) }), case .object(let members) = body {
      found.body = members
    }
    found.isUnanswered = failure != nil
    return found
  }
}

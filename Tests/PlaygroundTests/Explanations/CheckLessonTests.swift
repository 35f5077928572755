import AuthorizationServer
import HTTPTypes
import OAuth
import OAuthClient
import Playground
import Testing

@Suite struct `A check and its refusals` {
  @Test(arguments: Refusal.Kind.allCases)
  func `a refusal of the server belongs to one check, but for the repeated parameter`(_ kind: Refusal.Kind) {
    let checks = Check.allCases.filter { $0.refusals.contains(kind) }
    if kind == .parameterRepeated {
      #expect(checks == [.parametersSentOnce, .clientIdentifierPresent, .redirectionURIPresent])
    } else {
      #expect(checks.count == 1)
    }
  }

  @Test(arguments: ClientRefusal.Kind.allCases)
  func `a refusal of the client belongs to one check`(_ kind: ClientRefusal.Kind) {
    #expect(ClientCheck.allCases.count { $0.refusals.contains(kind) } == 1)
  }

  @Test(arguments: Check.allCases)
  func `the lesson of a check says its rule and borrows the reasons of its first refusal`(_ check: Check) throws {
    let reasons = try #require(check.refusals.first).lesson
    #expect(check.lesson.what == "The rule: \(check.title).")
    #expect(check.lesson.fix == reasons.fix)
    #expect(check.lesson.specification == check.specification)
  }

  @Test(arguments: ClientCheck.allCases)
  func `so does the lesson of a check of the client`(_ check: ClientCheck) throws {
    let reasons = try #require(check.refusals.first).lesson
    #expect(check.lesson.what == "The rule: \(check.title).")
    #expect(check.lesson.why == reasons.why)
    #expect(check.lesson.specification == check.specification)
  }

  @Test(arguments: [
    "GET /nowhere", "GET /authorize", "GET /authorize?client_id=workshop-ap", "GET /token",
    "GET /authorize?client_id=workshop-app&client_id=workshop-app",
    "GET /authorize?client_id=workshop-app&redirect_uri=http://127.0.0.1:8252/cb",
    "GET /authorize?client_id=workshop-app&scope=a&scope=b", "GET /authorize?client_id=workshop-app",
    "GET /authorize?client_id=native-app&redirect_uri=http://127.0.0.1/callback&response_type=code", "GET /me",
    "GET /me?access_token=a", "POST /token", "POST /token?client_secret=a",
  ])
  func `the server refuses by the check that the catalogue says`(_ line: String) throws {
    var server = AuthorizationServer(
      issuer: Issuer("http://127.0.0.1:8414"), profile: .strict, directory: .demonstration,
      random: .seeded(1, stream: 0))
    let parts = line.split(separator: " ").map(String.init)
    let method = try #require(HTTPRequest.Method(parts[0]))
    let head = HTTPRequest(
      method: method, scheme: "http", authority: "127.0.0.1:8414", path: parts[1],
      headerFields: [.contentType: "application/x-www-form-urlencoded"])
    let decision = server.respond(to: RequestMessage(head: head), at: Instant(seconds: 0)).decision
    let refusal = try #require(decision.refusal)
    let check = try #require(decision.report.results.first { $0.outcome == .refused }?.check)
    #expect(check.refusals.contains(refusal.kind))
  }
}

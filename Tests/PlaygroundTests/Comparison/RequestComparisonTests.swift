import AuthorizationServer
import HTTPTypes
import OAuth
import Testing

@testable import Playground

@Suite("The same request, put to two servers") struct RequestComparisonTests {
  /// Both sides as the command line makes them: a client walks with each server first.
  private func comparison(
    _ text: String, _ profiles: [Profile], client: String = "workshop-app"
  ) throws -> RequestComparison {
    let template = try RequestTemplate(text)
    var remarks: [String] = []
    let questions = try profiles.map { profile in
      let carrier = MemoryCarrier(profile: profile)
      var walkthrough = try carrier.walkthrough(client)
      let filled = try template.request(sentBy: &walkthrough, on: carrier.host.server, by: carrier)
      remarks += filled.remarks
      return RequestComparison.Question(filled.request, to: carrier.host.server)
    }
    return RequestComparison(questions[0], questions[1], at: dawn, remarks: remarks)
  }

  private func reasons(_ comparison: RequestComparison) -> [String] {
    comparison.reasons.map { "\($0.subject): \($0.sentence)" }
  }

  /// The lines that differ, as a patch has them.
  private func differing(_ rows: [RequestComparison.Row]) -> [String] {
    rows.filter(\.differs).flatMap { row in
      [row.left.map { "- \($0.text)" }, row.right.map { "+ \($0.text)" }].compactMap(\.self)
    }
  }

  private let token = """
    POST /token HTTP/1.1
    Content-Type: application/x-www-form-urlencoded

    grant_type=authorization_code&code={{code}}&redirect_uri={{redirect_uri}}&code_verifier={{code_verifier}}
    """

  private var wrongSecret: String { token + "&client_id=workshop-app&client_secret=wrong" }
  private var right: String { token + "&client_id={{client_id}}&client_secret={{client_secret}}" }

  @Test func `a wrong secret is 401 with a challenge at one server and 400 at the other`() throws {
    let comparison = try comparison(wrongSecret, [.strict, .bshaffer])
    #expect(!comparison.isSame)
    #expect(
      differing(comparison.headRows + comparison.bodyRows) == [
        "- HTTP/1.1 401 Unauthorized", "+ HTTP/1.1 400 Bad Request", "- X-Content-Type-Options: nosniff",
        "- Pragma: no-cache", "- WWW-Authenticate: Basic realm=\"oauth-playground\"",
        "- \"error_description\":\"Client authentication failed.\"",
        "+ \"error_description\":\"The client credentials are invalid\"",
      ])
    #expect(
      reasons(comparison) == [
        "clientAuthenticated: bshaffer: Wrong client credentials are a 400 without a challenge; RFC 6749 §5.2 wants 401."
      ])
    #expect(comparison.right.request.path == "/oauth/token")
    #expect(comparison.remarks == [])
  }

  @Test func `a token request by GET is 405 at one server, and has tokens at the other`() throws {
    let comparison = try comparison(
      "curl -G http://127.0.0.1:8414/token -d grant_type=authorization_code -d code={{code}} "
        + "-d redirect_uri={{redirect_uri}} -d client_id={{client_id}} -d client_secret={{client_secret}}",
      [.strict, .wpLegacy])
    #expect(comparison.left.response.head.status == .methodNotAllowed)
    #expect(comparison.right.response.head.status == .ok)
    #expect(
      differing(comparison.bodyRows) == [
        "- \"error\":\"invalid_request\"", "- \"error_description\":\"This endpoint takes another method.\"",
        "+ \"access_token\":\"<random>\"", "+ \"expires_in\":3600", "+ \"token_type\":\"bearer\"", "+ \"scope\":null",
        "+ \"refresh_token\":\"<random>\"",
      ])
    let reasons = reasons(comparison)
    #expect(
      reasons.contains(
        "acceptsGETAtToken: strict has false, wp-legacy has true. Matters: Client secrets, codes and tokens in access "
          + "logs, browser histories and Referer headers."))
    #expect(
      reasons.contains("methodAllowed: wp-legacy never asks whether this is so: the method is one of the endpoint's."))
    #expect(
      reasons.contains(
        "acceptsGETAtToken: wp-legacy: A GET gets tokens, and the secret of the client stands in every log on the way.")
    )
  }

  @Test func `credentials sent twice are refused by one server, and the form counts at the other`() throws {
    let comparison = try comparison(
      right.replacing("Content-Type", with: "Authorization: Basic {{basic}}\nContent-Type"), [.strict, .keycloak])
    #expect(comparison.left.decision.refusal?.kind.rawValue == "clientAuthenticationTwice")
    #expect(comparison.right.decision.refusal == nil)
    #expect(
      differing(comparison.decisionRows(.shortened)).prefix(3) == [
        "- no credentials in the request URI", "- no defined parameter is repeated", "+ grant_type is there",
      ])
    #expect(
      reasons(comparison).contains { $0.hasPrefix("credentialPrecedence: strict has refuseBoth, keycloak has ") })
    #expect(
      reasons(comparison).contains {
        $0.hasPrefix(
          "credentialPrecedence: keycloak: What the form says about the client replaces what the header says")
      })
  }

  @Test func `what chance has made is no difference, and equal answers need no reason`() throws {
    let comparison = try comparison(right, [.strict, .oauth21])
    #expect(comparison.isSame)
    #expect(comparison.reasons == [])
    #expect(differing(comparison.decisionRows(.none) + comparison.headRows + comparison.bodyRows) == [])
    let body = comparison.bodyRows.compactMap(\.left?.text)
    #expect(body.contains("\"id_token\":\"<signed token>\""))
  }

  @Test(arguments: Profile.all)
  func `no server answers otherwise than itself, and every other one does for a reason`(profile: Profile) throws {
    #expect(try comparison(right, [profile, profile]).isSame)
    for other in Profile.all {
      let comparison = try comparison(wrongSecret, [profile, other])
      #expect(comparison.isSame == comparison.reasons.isEmpty)
      #expect(comparison.left.decision.endpoint == .token)
      #expect(comparison.right.decision.endpoint == .token)
    }
  }

  @Test func `a path of neither server is taken for the endpoint that the request means`() throws {
    let comparison = try comparison(
      wrongSecret.replacing("/token HTTP", with: "/auth/realms/x/token HTTP"), [.strict, .wpOAuth])
    #expect(comparison.left.request.path == "/token")
    #expect(comparison.right.request.path == "/oauth/token")
    #expect(comparison.remarks == ["/auth/realms/x/token is taken for the token endpoint"])
  }

  @Test func `an endpoint that one server does not have is the reason`() throws {
    let comparison = try comparison(
      "curl http://127.0.0.1:8414/introspect -u api:api-secret -d token={{access_token}}", [.strict, .bshaffer])
    #expect(comparison.left.response.head.status == .ok)
    #expect(comparison.right.response.head.status == .notFound)
    #expect(reasons(comparison) == ["endpointKnown: bshaffer has no such endpoint."])
  }

  @Test func `a switch that somebody has changed is told`() throws {
    var server = AuthorizationServer.lesson()
    server.policy.acceptsGETAtToken = true
    let request = try PastedRequest.request(in: "http://127.0.0.1:8414/token?grant_type=x")
    let comparison = RequestComparison(
      .init(request, to: server), .init(request, to: server.recast(as: .strict)), at: dawn)
    #expect(comparison.remarks == ["bent strict has changed acceptsGETAtToken"])
    #expect(comparison.reasons.map(\.subject) == ["acceptsGETAtToken"])
  }

  @Test func `the same for programs has both sides, what differs and why`() throws {
    let json = try comparison(wrongSecret, [.strict, .bshaffer]).json(.shortened)
    #expect(json["event"] == "comparison")
    #expect(json["same"] == false)
    #expect(json["left"]?["profile"] == "strict")
    #expect(json["right"]?["response"]?["status"] == 400)
    #expect(json["right"]?["decision"]?["refusal"] == "clientSecretWrong")
    let differences = try #require(json["differences"]?.array)
    let head = differences.filter { $0["part"] == "head" }
    #expect(head.first?["left"] == "HTTP/1.1 401 Unauthorized")
    let reasons = try #require(json["reasons"]?.array)
    #expect(reasons.first?["subject"] == "clientAuthenticated")
    #expect(!json.text.contains("client_secret=wrong"))
  }
}

import AuthorizationServer
import HTTPTypes
import OAuth
import Testing

@testable import Playground

@Suite("The doctor for requests") struct DiagnosisTests {
  private let server = AuthorizationServer(
    issuer: Issuer("http://127.0.0.1:8414"), profile: .strict, directory: .demonstration, random: .seeded(1, stream: 1))

  private func diagnosis(_ text: String) throws -> Diagnosis {
    Diagnosis(of: try PastedRequest.request(in: text), on: server, at: Instant(seconds: 1_795_262_400))
  }

  private let token = "curl http://127.0.0.1:8414/token -d grant_type=authorization_code -d code=abc "

  @Test func `a right token request passes every check with a code that stands for its own`() throws {
    let found = try diagnosis(
      token + "-u workshop-app:workshop-secret -d redirect_uri=http://127.0.0.1:8252/callback")
    #expect(found.decision.refusal == nil)
    #expect(found.response.head.status.code == 200)
    #expect(
      found.assumptions == ["the code was not issued here; it is taken for one that this client has just been given"])
  }

  @Test func `a wrong redirection URI is found although the code comes from elsewhere`() throws {
    let found = try diagnosis(
      token + "-u workshop-app:workshop-secret -d redirect_uri=http://127.0.0.1:8252/callback/")
    #expect(found.decision.refusal?.kind == .redirectionURIDiffers)
  }

  @Test func `a wrong secret of a client that is known here is found`() throws {
    let found = try diagnosis(token + "-u workshop-app:wrong -d redirect_uri=http://127.0.0.1:8252/callback")
    #expect(found.decision.refusal?.kind == .clientSecretWrong)
  }

  @Test func `a verifier that is there is taken for the right one, and one that cannot be is refused`() throws {
    let right = String(repeating: "a", count: 43)
    let command = token + "-d client_id=native-app -d redirect_uri=http://127.0.0.1/callback -d code_verifier="
    #expect(try diagnosis(command + right).decision.refusal == nil)
    #expect(try diagnosis(command + "short").decision.refusal?.kind == .codeVerifierMalformed)
  }

  @Test func `another server's address and path are taken for ours, and that is said`() throws {
    let found = try diagnosis(
      "curl https://auth.example.com/realms/x/token -d grant_type=client_credentials -u nightly-job:nightly-secret")
    #expect(found.endpoint == .token)
    #expect(found.decision.refusal == nil)
    #expect(
      found.assumptions == [
        "it goes to auth.example.com; it is examined as if it went to 127.0.0.1:8414",
        "\"/realms/x/token\" is no path of this server; it is taken for /token",
      ])
  }

  @Test func `a client that is not known here is taken as the request has it`() throws {
    let found = try diagnosis(token + "-u mine:secret -d redirect_uri=https://mine.example/cb")
    #expect(found.decision.refusal == nil)
    #expect(
      found.assumptions.contains("\"mine\" is not registered here; it is taken for a client as the request has it"))
  }

  @Test func `a refresh token and an access token from elsewhere stand for fresh ones`() throws {
    let refresh = try diagnosis(
      "curl http://127.0.0.1:8414/token -d grant_type=refresh_token -d refresh_token=x -u workshop-app:workshop-secret")
    #expect(refresh.decision.refusal == nil)
    let me = try diagnosis("curl http://127.0.0.1:8414/me -H 'Authorization: Bearer x'")
    #expect(me.decision.refusal == nil)
    #expect(try diagnosis("curl http://127.0.0.1:8414/me -H 'Authorization: Token x'").decision.refusal != nil)
  }

  @Test func `nothing changes on the server it was examined on`() throws {
    _ = try diagnosis(token + "-u workshop-app:workshop-secret -d redirect_uri=http://127.0.0.1:8252/callback")
    #expect(server.directory == .demonstration)
    #expect(server.state.authorizationCodes.count == 0)
  }

  @Test func `secrets of the request are shortened in the lines unless asked for`() throws {
    let found = try diagnosis(token + "-d client_id=workshop-app -d client_secret=a-rather-long-secret-of-mine")
    #expect(!DiagnosisText(found, .shortened).lines.joined().contains("a-rather-long-secret-of-mine"))
  }

  @Test func `the lines say of each check whether it passed, refused, or was not reached`() throws {
    let lines = DiagnosisText(try diagnosis("curl http://127.0.0.1:8414/me"), .shortened).lines
    #expect(lines.contains("  passed   the method is one of the endpoint's: GET"))
    #expect(lines.contains("  REFUSED  an access token was sent (RFC 6750 §3.1)"))
    #expect(lines.contains("  not reached: the token travels one way only"))
  }
}

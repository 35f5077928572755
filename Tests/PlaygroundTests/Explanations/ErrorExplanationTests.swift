import AuthorizationServer
import OAuth
import Testing

@testable import Playground

@Suite("An error that somebody pasted") struct ErrorExplanationTests {
  private func explanation(_ text: String) throws -> ErrorExplanation {
    let error = try #require(PastedError(text))
    return try #require(ErrorExplanation(of: error), "nobody says \(text)")
  }

  @Test(
    arguments: [
      (#"{"error":"invalid_grant","error_description":"The authorization code has expired"}"#, "invalid_grant"),
      (
        "{\n  \"error\" : \"invalid_grant\",\n  \"error_description\" : \"The authorization code has expired\" }",
        "invalid_grant"
      ),
      (
        #"<br /><b>Warning</b>: x<br />{"error":"invalid_grant","error_description":"The authorization code has expired"}"#,
        "invalid_grant"
      ),
      (
        "http://127.0.0.1:8252/callback?error=invalid_grant&error_description=The+authorization+code+has+expired",
        "invalid_grant"
      ),
      (
        "Location: https://a.example/cb#error=invalid_grant&error_description=The%20authorization%20code%20has%20expired",
        "invalid_grant"
      ),
      (
        #"WWW-Authenticate: Bearer realm="Service", error="invalid_grant", error_description="The authorization code has expired""#,
        "invalid_grant"
      ),
      ("“The authorization code has expired”", nil),
    ] as [(String, String?)])
  func `is read from JSON, a redirect, a challenge or a sentence`(text: String, code: String?) throws {
    let error = try #require(PastedError(text))
    #expect(error.code == code)
    #expect(error.sentences == ["The authorization code has expired"])
  }

  @Test func `a whole response tells its status, too`() throws {
    let error = try #require(PastedError("HTTP/1.1 400 Bad Request\r\n\r\n{\"error\":\"invalid_grant\"}"))
    #expect(error.status == 400)
    #expect(error.code == "invalid_grant")
    #expect(error.sentences == [])
  }

  @Test(arguments: ["", "  \n", "\"\""])
  func `no text is no error`(text: String) {
    #expect(PastedError(text) == nil)
  }

  @Test(arguments: ["something nobody says", "a < b <", "my invalid_granted: x", "{", #"{"error":5}"#, "{found}", "x"])
  func `what no server says is not explained`(text: String) throws {
    let error = try #require(PastedError(text))
    #expect(ErrorExplanation(of: error) == nil)
  }

  @Test(
    arguments: [
      ("{'error': 'invalid_grant', 'error_description': 'Code not valid'}", "Code not valid"),
      ("12:04 ERROR oauth: invalid_grant (code  not valid).", "Code not valid"),
      (#"<!DOCTYPE html><body><p id="kc-error-message">Client not found.</p></body>"#, "Client not found."),
      ("Error: Grant type &quot;foo&quot; not supported", #"grant type "foo" not supported"#),
      ("HTTPError: (redirect_uri_mismatch) of somebody", "redirect_uri_mismatch"),
    ])
  func `what a server said is found in a longer text`(text: String, said: String) throws {
    #expect(try explanation(text).said == [said])
  }

  @Test(
    arguments: [
      (#"WWW-Authenticate: Bearer realm="myrealm""#, "keycloak", Refusal.Kind.accessTokenMissing),
      (#"WWW-Authenticate: Basic realm="myrealm""#, "keycloak", .authorizationSchemeUnsupported),
      ("https://a.example/cb?error=Authorization+was+denied+by+the+user.", "miniorange", .resourceOwnerDenied),
      (
        #"{"error":"This OAuth2 library is not yet complete. This functionality is not implemented yet."}"#,
        "wp-legacy", .grantTypeUnsupported
      ),
      (
        "Currently your OAuth Server is not responding to any API request, please contact your site administrator.<br>"
          + "<b>ERROR:</b> ERR_MSWITCH",
        "miniorange", .serverSwitchedOff
      ),
      ("Either Client does not exist or Signing algorithm is HSA based.", "miniorange", .clientUnregistered),
    ])
  func `is found where it is no sentence beside a code`(text: String, profile: String, kind: Refusal.Kind) throws {
    let found = try explanation(text)
    #expect(found.profiles.contains { $0.name == profile })
    #expect(found.causes.contains { $0.kind == kind })
  }

  @Test func `tells what a server says only in other versions or other settings`() throws {
    let found = try explanation("PKCE verification failed: Code mismatch")
    #expect(found.profiles.map(\.name) == ["keycloak"])
    #expect(found.lines.contains { $0.contains("keycloak 400 invalid_grant, in newer versions") })
  }

  @Test func `a sentence is found whatever its case, its spaces and its full stop`() throws {
    for text in ["the authorization  code has EXPIRED.", "The authorization code has expired"] {
      #expect(try explanation(text).causes.map(\.kind) == [.authorizationCodeExpired])
    }
  }

  @Test func `a sentence that repeats what was sent is found with anything in that place`() throws {
    let found = try explanation(#"Grant type "authorization-code" not supported"#)
    #expect(found.causes.map(\.kind) == [.grantTypeUnsupported])
    #expect(found.profiles.contains { $0.name == "bshaffer" })
  }

  @Test func `the likely cause comes first, and scenarios play it`() throws {
    let found = try explanation("Authorization code doesn't exist or is invalid for the client")
    let first = try #require(found.causes.first)
    #expect(first.kind == .authorizationCodeAlreadyRedeemed)
    #expect(first.scenarios.contains { $0.id == "code-replayed" })
  }

  @Test func `what the standards have that very error code for comes before what they have another for`() throws {
    let found = try explanation("Invalid grant_type parameter or parameter missing")
    #expect(found.causes.map(\.kind) == [.grantTypeMissing, .grantTypeUnsupported])
  }

  @Test func `code and sentence together count for more than either`() throws {
    let both = try explanation(
      #"{"error":"invalid_grant","error_description":"The authorization grant is invalid."}"#)
    #expect(both.closeness == .both)
    #expect(both.profiles.first?.name == "strict")
    let code = try explanation("redirect_uri_mismatch")
    #expect(code.closeness == .code)
    #expect(!code.profiles.contains { $0.name == "strict" })
  }

  @Test(arguments: Profile.all.filter { $0.name != "strict" })
  func `whatever a profile says is explained with its name`(profile: Profile) throws {
    let messages = KnownMessage.all.filter { $0.profile.name == profile.name }
    let told = messages.compactMap { message in message.wording.description.map { (message, $0) } }
      .filter { !$0.1.contains("{found}") }
    #expect(!told.isEmpty)
    for (message, sentence) in told {
      let found = try explanation(sentence)
      #expect(found.profiles.contains { $0.name == profile.name }, "\(sentence)")
      #expect(found.causes.contains { $0.kind == message.kind }, "\(sentence)")
    }
  }

  @Test func `the lines say who says it, why and what plays it`() throws {
    let lines = try explanation("The authorization code has expired").lines
    #expect(lines.first?.hasPrefix("  Said by:   bshaffer") == true)
    #expect(lines.contains("   More:     oauth-playground explain authorizationCodeExpired"))
    #expect(lines.contains("   Play it:  oauth-playground --scenario code-expired --profile bshaffer"))
  }
}

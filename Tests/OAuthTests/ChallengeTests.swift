import OAuth
import Testing

@Suite("RFC 6750 §3, RFC 9110 §11.6.1: challenges")
struct ChallengeTests {
  private let expired =
    #"Bearer realm="example", error="invalid_token", error_description="The access token expired""#

  @Test func `the examples of RFC 6750 are written`() {
    #expect(Challenge.bearer(realm: "example").headerValue == #"Bearer realm="example""#)
    #expect(
      Challenge.bearer(realm: "example", error: .invalidToken, description: "The access token expired").headerValue
        == expired)
  }

  @Test func `the examples of RFC 6750 are read`() throws {
    let challenge = try #require(Challenge(parsing: expired))
    #expect(challenge.scheme == "Bearer")
    #expect(challenge["realm"] == "example")
    #expect(challenge[.error] == "invalid_token")
    #expect(challenge[.errorDescription] == "The access token expired")
    #expect(challenge[.scope] == nil)
    #expect(Challenge(parsing: #"Bearer realm="example""#) == .bearer(realm: "example"))
  }

  @Test func `the example of RFC 9110 holds two challenges`() throws {
    let header = #"Basic realm="simple", Newauth realm="apps", type=1, title="Login to \"apps\"""#
    let challenges = try #require(Challenge.list(parsing: header))
    #expect(challenges.map(\.scheme) == ["Basic", "Newauth"])
    #expect(challenges[0].attributes == [.init("realm", "simple")])
    #expect(challenges[1]["type"] == "1")
    #expect(challenges[1]["title"] == #"Login to "apps""#)
    #expect(Challenge(parsing: header) == .basic(realm: "simple"))
  }

  @Test func `a scheme alone is a challenge, also before another one`() {
    #expect(Challenge(parsing: "Bearer") == Challenge(scheme: "Bearer", attributes: []))
    #expect(Challenge.list(parsing: #"Negotiate, Basic realm="x""#)?.map(\.scheme) == ["Negotiate", "Basic"])
  }

  @Test func `names are read in any case, spaces around the equals sign are allowed`() {
    #expect(Challenge(parsing: #"Bearer REALM = "x" ,ERROR=invalid_token"#)?[.error] == "invalid_token")
  }

  @Test func `a combining mark after a quote does not hide the quote`() {
    #expect(Challenge(parsing: "Bearer realm=\"x\"\u{301}, error=\"e\"") == nil)
  }

  @Test(arguments: [
    "", " ", ",", "Bearer realm", #"Bearer realm="x"#, #"Bearer realm="x" error="y""#, "Bearer =x", "Bearer a=",
    "Bearer:x",
    "Negotiate abc==", #"Bearer realm="x\"#,
  ])
  func `what is no challenge is nil`(header: String) {
    #expect(Challenge(parsing: header) == nil)
  }

  @Test func `nothing breaks out of the quotes`() {
    let challenge = Challenge.bearer(realm: "a\"b\\c\r\nX: yé")
    #expect(challenge.headerValue == #"Bearer realm="abcX: y""#)
  }
}

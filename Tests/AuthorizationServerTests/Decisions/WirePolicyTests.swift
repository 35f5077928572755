import AuthorizationServer
import HTTPTypes
import OAuth
import Testing

/// Switches that bend no check, but how an answer is written.
@Suite("A switch for what goes over the wire") struct WirePolicyTests {
  static let switches = ["extraResponseParameters", "challengeForces401", "errorsAsOK", "phpWarnings"]

  @Test func `adds parameters to every redirect, behind those of the standards`() throws {
    let conversation = Conversation {
      $0.extraResponseParameters = "iframe=break&a=b%20c"
      $0.issuerInResponse = false
    }
    let location = try #require(conversation.approve()[.location])
    #expect(location.hasPrefix("http://127.0.0.1:8252/callback?code="))
    #expect(location.hasSuffix("&state=xyz&iframe=break&a=b%20c"))
    #expect(
      conversation.authorize("client_id=workshop-app&state=xyz")[.location] == """
        http://127.0.0.1:8252/callback?error=invalid_request&error_description=Parameter%20response_type%20is%20missing.\
        &state=xyz&iframe=break&a=b%20c
        """)
  }

  @Test(arguments: ["iframe", "=break", "%zz", "a=b&=c"])
  func `adds only what a query can hold`(_ text: String) {
    var policy = Policy()
    let isFit = text == "iframe"
    #expect(((try? policy.set([.init("extraResponseParameters", .string(text))])) != nil) == isFit)
  }

  @Test func `makes every answer with a challenge a 401`() throws {
    let conversation = Conversation { $0.challengeForces401 = true }
    let twice = """
      GET /me?access_token=a HTTP/1.1
      Host: 127.0.0.1:8414
      Authorization: Bearer a
      """
    #expect(Conversation().send(twice).status == 400)
    #expect(
      conversation.send(twice).wire(.wwwAuthenticate) == """
        HTTP/1.1 401 Unauthorized
        WWW-Authenticate: Bearer realm="oauth-playground", error="invalid_request", error_description="Send one access token, in one way."

        {"error":"invalid_request","error_description":"Send one access token, in one way."}
        """)
    #expect(conversation.token("").status == 401)
    #expect(conversation.token(Wire.secret).status == 400)
    #expect(conversation.me("Bearer \(try conversation.accessToken())").status == 200)
  }

  @Test func `answers refusals with 200 and leaves their bodies and challenges alone`() {
    let conversation = Conversation { $0.errorsAsOK = true }
    #expect(
      conversation.me("Bearer a").wire(.wwwAuthenticate) == """
        HTTP/1.1 200 OK
        WWW-Authenticate: Bearer realm="oauth-playground", error="invalid_token", error_description="The access token is not valid."

        {"error":"invalid_token","error_description":"The access token is not valid."}
        """)
    #expect(conversation.token(Wire.secret).status == 200)
    #expect(conversation.authorize("client_id=nobody").status == 200)
  }

  @Test func `prints a warning of PHP in front of JSON, not of pages`() throws {
    let conversation = Conversation { $0.phpWarnings = true }
    let warning = "<br />\n<b>Warning</b>:  Undefined array key in <b>/srv/server.php</b> on line <b>12</b><br />\n"
    #expect(conversation.token(Wire.secret).body.hasPrefix(warning + "{\"error\":"))
    #expect(conversation.redeem(try conversation.code()).body.hasPrefix(warning + "{\"access_token\":"))
    #expect(conversation.authorize(Wire.request).body.hasPrefix("<!DOCTYPE html>"))
  }
}

import AuthorizationServer
import OAuth
import Testing

@testable import Playground

@Suite("A request with places to fill in") struct RequestTemplateTests {
  private func complaint(_ text: String) -> String? {
    do throws(PasteFault) {
      _ = try RequestTemplate(text)
      return nil
    } catch {
      return error.description
    }
  }

  private func filled(_ text: String, _ profile: Profile = .strict) throws -> (body: String, remarks: [String]) {
    let carrier = MemoryCarrier(profile: profile)
    var walkthrough = try carrier.walkthrough()
    let filled = try RequestTemplate(text).request(sentBy: &walkthrough, on: carrier.host.server, by: carrier)
    return (String(decoding: filled.request.body, as: UTF8.self), filled.remarks)
  }

  @Test func `a place that nobody knows is told with its line`() {
    #expect(
      complaint("POST /token HTTP/1.1\n\ncode={{cod}}")?.hasPrefix(
        "line 3: \"{{cod}}\" cannot be filled in; did you mean \"code\"? (there are: code, state, ") == true)
  }

  @Test func `what is no request is told before anything is filled in`() {
    #expect(
      complaint("grant_type={{code}}")
        == "line 1: \"grant_type={{code}}\" begins neither curl nor METHOD TARGET HTTP/1.1 nor http://")
    #expect(
      complaint("POST /token HTTP/1.1\nno field")
        == "line 2: \"no field\" is no header field (Name: value); an empty line comes before the body "
        + "(understood so far: POST /token HTTP/1.1)")
  }

  @Test func `without places nobody walks`() throws {
    let carrier = MemoryCarrier()
    var walkthrough = try carrier.walkthrough()
    _ = try RequestTemplate("http://127.0.0.1:8414/me").request(
      sentBy: &walkthrough, on: carrier.host.server, by: carrier)
    #expect(walkthrough.timeline.total == 0)
  }

  @Test(arguments: Profile.all)
  func `a code of every server is the one that its client has just been given`(profile: Profile) throws {
    let carrier = MemoryCarrier(profile: profile)
    var walkthrough = try carrier.walkthrough()
    let filled = try RequestTemplate("curl http://h/token -d 'code={{code}}'").request(
      sentBy: &walkthrough, on: carrier.host.server, by: carrier)
    let code = String(decoding: filled.request.body, as: UTF8.self).dropFirst("code=".count)
    #expect(carrier.host.server.authorizationCode(String(code)) != nil)
    #expect(filled.remarks == [])
  }

  @Test func `a refresh token is asked for where it does not come by itself`() throws {
    for profile in [Profile.strict, .keycloak] {
      let filled = try filled("curl http://h/token -d 'refresh_token={{refresh_token}}'", profile)
      #expect(filled.body.count > "refresh_token=".count + 20)
      #expect(filled.remarks == [])
    }
  }

  @Test func `a token that a server does not issue is told`() throws {
    let filled = try filled("curl http://h/x -d 'hint={{id_token}}'", .bshaffer)
    #expect(filled.body == "hint=")
    #expect(filled.remarks == ["bshaffer issued none, so {{id_token}} is empty there"])
  }
}

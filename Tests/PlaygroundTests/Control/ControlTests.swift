import AuthorizationServer
import HTTPTypes
import OAuth
import Playground
import Testing

/// A host with a control interface, talked to without a wire.
private final class Controlled {
  let carrier = MemoryCarrier(control: .shortened)
  private var requests = 1000

  func send(_ method: HTTPRequest.Method, _ target: String, _ body: String = "", _ fields: HTTPFields = [:])
    -> ResponseMessage?
  {
    requests += 1
    let head = HTTPRequest(
      method: method, scheme: "http", authority: "127.0.0.1:8414", path: target, headerFields: fields)
    let response = carrier.host.respond(
      to: RequestMessage(head: head, body: Array(body.utf8)), as: .authorizationServer, number: requests)
    carrier.host.record(
      .init(
        party: .authorizationServer, number: requests, requestBytes: [], responseBytes: [], peerPort: requests,
        duration: .zero, problem: nil))
    return response
  }

  func control(_ method: HTTPRequest.Method, _ name: String, _ body: String = "") -> String {
    guard let response = send(method, "/.playground/\(name)", body) else { return "nothing" }
    return "\(response.head.status.code) \(String(decoding: response.body, as: UTF8.self))"
  }

  func me(_ fields: HTTPFields = [:]) -> Refusal? {
    _ = send(.get, "/me", "", fields)
    return carrier.takeExchanges().last?.decision?.refusal
  }
}

@Suite struct `The control interface` {
  private let controlled = Controlled()

  @Test func `moves, holds and tells the clock`() {
    #expect(controlled.control(.get, "clock") == #"200 {"now":1800000000,"offset":0,"paused":true}"#)
    #expect(
      controlled.control(.post, "clock", #"{"advance": 31.5}"#)
        == #"200 {"now":1800000031.5,"offset":31.5,"paused":true}"#)
    #expect(
      controlled.control(.post, "clock", #"{"resume": true}"#)
        == #"200 {"now":1800000031.5,"offset":31.5,"paused":false}"#)
    #expect(controlled.control(.post, "clock", #"{"pause": true}"#).hasSuffix(#""paused":true}"#))
  }

  @Test func `moves the clock no further than it can tell`() {
    let step = #"{"advance": 316224000}"#
    for _ in 0..<50 where controlled.control(.post, "clock", step).hasPrefix("200 ") {}
    let clock = controlled.control(.get, "clock")
    #expect(controlled.control(.post, "clock", step) == #"400 {"error":"the clock does not go so far ahead"}"#)
    #expect(controlled.control(.get, "clock") == clock)
    #expect(controlled.me([.authorization: "Bearer x"]) == .accessTokenUnknown("x"))
  }

  @Test func `changes several switches, or none, and tells all`() throws {
    let answer = controlled.control(.patch, "policy", #"{"codeLifetime": 5, "requirePKCE": true}"#)
    #expect(answer.hasPrefix(#"200 {"codeLifetime":5,"#))
    #expect(controlled.carrier.host.server.policy.requirePKCE == .all)
    #expect(
      controlled.control(.patch, "policy", #"{"codeLifetime": 6, "codeReuse": 3}"#)
        == #"400 {"error":"\"codeReuse\" must be refuseAndRevoke, refuse or allow, but it is 3"}"#)
    #expect(
      controlled.control(.patch, "policy", #"{"codelifetime": 6}"#)
        == #"400 {"error":"\"codelifetime\" is no switch of the policy; did you mean \"codeLifetime\"?"}"#)
    #expect(controlled.control(.get, "policy") == answer)
    let settings = try JSON(parsing: Array(answer.dropFirst(4).utf8))
    #expect(PolicySwitch.all.allSatisfy { settings[$0.name] != nil })
  }

  @Test func `puts state, clock, policy and interferences back`() {
    let start = controlled.control(.get, "policy")
    _ = controlled.control(.post, "clock", #"{"advance": 100}"#)
    _ = controlled.control(.patch, "policy", #"{"serverEnabled": false}"#)
    _ = controlled.control(.post, "interference", #"{"kind":"strip-authorization","count":5}"#)
    _ = controlled.control(.post, "interference", #"{"kind":"fail-store"}"#)
    _ = controlled.control(.delete, "resource-owners?username=alice")
    #expect(controlled.control(.post, "reset") == #"200 {"now":1800000000,"offset":0,"paused":true}"#)
    #expect(controlled.control(.get, "policy") == start)
    let server = controlled.carrier.host.server
    #expect(server.directory.resourceOwner("alice") != nil)
    #expect(server.breakdowns == Breakdowns())
    #expect(controlled.me([.authorization: "Bearer x"]) == .accessTokenUnknown("x"))
  }

  @Test func `loses the Authorization header of as many requests as was asked for`() {
    let fields: HTTPFields = [.authorization: "Bearer x"]
    #expect(
      controlled.control(.post, "interference", #"{"kind":"strip-authorization","count":2}"#)
        == #"200 {"kind":"strip-authorization","count":2}"#)
    #expect(controlled.me() == .accessTokenMissing)
    #expect(controlled.me(fields) == .accessTokenMissing)
    #expect(controlled.me(fields) == .accessTokenMissing)
    #expect(controlled.me(fields) == .accessTokenUnknown("x"))
  }

  @Test func `closes a connection without an answer, once, and keeps the exchange`() throws {
    _ = controlled.control(.post, "interference", #"{"kind":"abort"}"#)
    #expect(controlled.send(.get, "/me") == nil)
    let exchange = try #require(controlled.carrier.takeExchanges().first)
    #expect(exchange.decision == nil)
    #expect(exchange.problem?.hasPrefix("The connection was closed without an answer") == true)
    #expect(controlled.send(.get, "/me")?.head.status == .unauthorized)
  }

  @Test func `tells what is switched on, until it is used up or switched off`() {
    func ask(_ body: String) -> String { controlled.control(.post, "interference", body) }
    #expect(controlled.control(.get, "interference") == "200 []")
    #expect(ask(#"{"kind":"delay","seconds":7}"#) == #"200 {"kind":"delay","count":1,"seconds":7}"#)
    #expect(ask(#"{"kind":"clock-skew"}"#) == #"200 {"kind":"clock-skew","count":null,"seconds":900}"#)
    #expect(ask(#"{"kind":"fail-store","count":null}"#) == #"200 {"kind":"fail-store","count":null}"#)
    #expect(ask(#"{"kind":"server-off","count":2}"#) == #"200 {"kind":"server-off","count":2}"#)
    #expect(controlled.send(.get, "/me")?.head.status == .badGateway)
    #expect(
      controlled.control(.get, "interference")
        == #"200 [{"kind":"delay","count":1,"seconds":7},{"kind":"server-off","count":1},"#
        + #"{"kind":"clock-skew","count":null,"seconds":900},{"kind":"fail-store","count":null}]"#)
    #expect(ask(#"{"kind":"delay","count":0}"#).hasPrefix("200 "))
    #expect(!controlled.control(.get, "interference").contains("delay"))
    #expect(ask(#"{"kind":"none"}"#) == #"200 {"kind":"none"}"#)
    #expect(controlled.control(.get, "interference") == "200 []")
    #expect(controlled.send(.get, "/me")?.head.status == .unauthorized)
  }

  @Test func `breaks store and client lookup`() {
    _ = controlled.control(.post, "interference", #"{"kind":"fail-client-lookup","count":1}"#)
    let first = controlled.send(.get, "/authorize?client_id=workshop-app&response_type=code")
    #expect(first?.head.status == .serviceUnavailable)
    _ = controlled.control(.post, "interference", #"{"kind":"fail-store","count":1}"#)
    let second = controlled.send(.get, "/authorize?client_id=workshop-app&response_type=code")
    #expect(second?.head.headerFields[.location]?.contains("error=server_error") == true)
  }

  @Test func `lists exchanges after a number, and its own requests never`() throws {
    for _ in 0..<3 { _ = controlled.send(.get, "/me") }
    func numbers(_ query: String) throws -> [Int64?] {
      let answer = controlled.control(.get, "exchanges\(query)")
      return try #require(try JSON(parsing: Array(answer.dropFirst(4).utf8)).array).map { $0["number"]?.integer }
    }
    #expect(try numbers("") == [1, 2, 3])
    #expect(try numbers("?since=2") == [3])
    #expect(try numbers("?since=99") == [])
    #expect(controlled.carrier.takeExchanges().count == 3)
  }

  @Test func `removes a resource owner, whose token then opens nothing`() throws {
    var walkthrough = try controlled.carrier.walkthrough()
    for stage in [Stage.code, .token] { controlled.carrier.play(stage, &walkthrough) }
    #expect(controlled.control(.delete, "resource-owners?username=alice") == #"200 {"resourceOwner":"alice"}"#)
    #expect(
      controlled.control(.delete, "resource-owners?username=alice") == #"404 {"error":"nobody is called \"alice\""}"#)
    controlled.carrier.play(.me, &walkthrough)
    #expect(
      walkthrough.timeline.exchanges.last?.decision?.refusal == .resourceOwnerGone(username: "alice"))
  }

  @Test func `withdraws consents`() throws {
    var walkthrough = try controlled.carrier.walkthrough()
    controlled.carrier.play(.code, &walkthrough)
    #expect(controlled.control(.delete, "consents?username=bob&client=workshop-app") == #"200 {"consents":0}"#)
    #expect(controlled.control(.delete, "consents?username=alice&client=workshop-app") == #"200 {"consents":1}"#)
    #expect(controlled.control(.delete, "consents") == #"200 {"consents":0}"#)
  }

  /// A request, and its whole answer.
  private static let kinds = (Interference.allCases.map(\.rawValue) + ["none"]).joined(separator: ", ")

  static let faults: [(HTTPRequest.Method, String, String, String)] = [
    (
      .get, "clok", "",
      #"404 {"error":"there is no \"clok\" to control; did you mean \"clock\"? (there are: clock, reset, exchanges, policy, interference, consents, resource-owners, rotate-keys)"}"#
    ),
    (.delete, "clock", "", #"405 {"error":"this takes GET or POST, not DELETE"}"#),
    (.post, "clock", "", #"400 {"error":"the body is not JSON at octet 0: expected a value"}"#),
    (.post, "clock", "[]", #"400 {"error":"the body must be an object, but it is an array"}"#),
    (.post, "clock", "{}", #"400 {"error":"one of advance, pause and resume is expected, but there are 0"}"#),
    (
      .post, "clock", #"{"advance":1,"pause":true}"#,
      #"400 {"error":"one of advance, pause and resume is expected, but there are 2"}"#
    ),
    (
      .post, "clock", #"{"advance":"1"}"#,
      #"400 {"error":"advance must be a number of seconds from 0 to 316224000, but it is \"1\""}"#
    ),
    (
      .post, "clock", #"{"advance":-1}"#,
      #"400 {"error":"advance must be a number of seconds from 0 to 316224000, but it is -1"}"#
    ),
    (.post, "clock", #"{"pause":false}"#, #"400 {"error":"pause must be true, but it is false"}"#),
    (
      .post, "clock", #"{"advanced":1}"#,
      #"400 {"error":"\"advanced\" is unknown; did you mean \"advance\"? (there are: advance, pause, resume)"}"#
    ),
    (.post, "reset", #"{"now":1}"#, #"400 {"error":"\"now\" is unknown (nothing is expected here)"}"#),
    (.get, "exchanges?since=x", "", #"400 {"error":"since must be the number of an exchange, but it is \"x\""}"#),
    (.get, "exchanges?sinc=1", "", #"400 {"error":"\"sinc\" is unknown; did you mean \"since\"? (there are: since)"}"#),
    (.get, "exchanges?since=1&since=2", "", #"400 {"error":"since occurs twice"}"#),
    (
      .post, "interference", "{}",
      "400 {\"error\":\"kind is missing (there are: \(kinds))\"}"
    ),
    (
      .post, "interference", #"{"kind":"x"}"#,
      #"400 {"error":"kind must be one of \#(kinds), but it is \"x\""}"#
    ),
    (
      .post, "interference", #"{"kind":"abort","count":1.5}"#,
      #"400 {"error":"count must be a whole number from 0 to 1000, or null for until it is switched off, but it is 1.5"}"#
    ),
    (
      .post, "interference", #"{"kind":"none","count":1}"#,
      #"400 {"error":"nothing else is expected beside the kind none"}"#
    ),
    (.post, "interference", #"{"kind":"abort","seconds":1}"#, #"400 {"error":"abort takes no seconds"}"#),
    (
      .post, "interference", #"{"kind":"delay","seconds":-1}"#,
      #"400 {"error":"seconds must be a whole number of seconds from 0 to 316224000, but it is -1"}"#
    ),
    (.delete, "resource-owners", "", #"400 {"error":"username is missing"}"#),
    (.delete, "consents?client=%0A", "", #"400 {"error":"client must be a client_id, but it is \"\\n\""}"#),
  ]

  @Test(arguments: faults)
  func `says what was expected`(_ fault: (method: HTTPRequest.Method, name: String, body: String, answer: String)) {
    let before = controlled.control(.get, "clock")
    #expect(controlled.control(fault.method, fault.name, fault.body) == fault.answer)
    #expect(controlled.control(.get, "clock") == before)
  }

  @Test func `answers no page of another site and no other host`() {
    let fromPage = controlled.send(.post, "/.playground/reset", "", [.origin: "http://evil.example"])
    #expect(fromPage?.head.status == .forbidden)
    var foreign = RequestMessage.get("/.playground/clock", authority: "evil.example")
    #expect(
      controlled.carrier.host.respond(to: foreign, as: .authorizationServer, number: 1)?.head.status
        == .misdirectedRequest)
    foreign.head.authority = nil
    #expect(
      controlled.carrier.host.respond(to: foreign, as: .authorizationServer, number: 2)?.head.status
        == .misdirectedRequest)
  }

  @Test func `tells the methods of a path`() {
    #expect(controlled.send(.put, "/.playground/policy")?.head.headerFields[.allow] == "GET, PATCH")
  }

  @Test func `is not there unless it was asked for, nor at the client`() {
    let host = MemoryCarrier().host
    let request = RequestMessage.get("/.playground/clock", authority: "127.0.0.1:8414")
    #expect(host.respond(to: request, as: .authorizationServer, number: 1)?.head.status == .notFound)
    #expect(
      controlled.carrier.host.respond(to: request, as: .client, number: 1)?.mediaType == "text/html")
  }
}

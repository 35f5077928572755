import AuthorizationServer
import HTTPTypes
import OAuth
import OAuthClient
import Playground
import Testing

/// A client that redeems a code, over both roads, with something in its way.
@Suite struct `What happens between client and server` {
  private func walk(_ carrier: MemoryCarrier, upTo last: Stage = .code, scope: String? = nil) throws -> Walkthrough {
    var walkthrough = try carrier.walkthrough()
    if let scope { walkthrough.edit(.authorize) { $0.override(.query, "scope", with: scope) } }
    for stage in Stage.allCases where stage <= last { carrier.play(stage, &walkthrough) }
    return walkthrough
  }

  private func tokens(_ walkthrough: Walkthrough) -> [Exchange] {
    walkthrough.timeline.exchanges.filter { $0.request?.path == "/token" }
  }

  @Test func `every one of them is explained, by a name of its own`() {
    for interference in Interference.allCases {
      let lesson = interference.lesson
      for text in [lesson.title, lesson.does, lesson.seen, lesson.who, lesson.fix] { #expect(text.count > 10) }
      #expect(interference.rawValue.allSatisfy { $0.isLowercase || $0 == "-" })
    }
    #expect(Set(Interference.allCases.map(\.lesson.title)).count == Interference.allCases.count)
  }

  @Test func `a POST becomes a GET, without body and media type`() throws {
    let carrier = MemoryCarrier()
    var walkthrough = try walk(carrier)
    carrier.interfere(InterferenceSetting(.postToGet))
    carrier.play(.token, &walkthrough)
    let exchanges = tokens(walkthrough)
    #expect(exchanges.map(\.response.head.status.code) == [301, 405])
    #expect(exchanges.map { $0.request?.head.method } == [.post, .get])
    #expect(exchanges[0].response.head.headerFields[.location] == "http://127.0.0.1:8414/token")
    #expect(exchanges[0].decision == nil)
    #expect(exchanges[1].request?.body == [])
    #expect(exchanges[1].request?.head.headerFields[.contentType] == nil)
    #expect(exchanges.map(\.interferences) == [[.postToGet], []])
    #expect(exchanges[1].judgement?.refusal?.name == "tokenErrorReceived")
    #expect(walkthrough.errand == nil)
  }

  @Test func `a redirect to another server is not followed with credentials`() throws {
    let carrier = MemoryCarrier()
    var walkthrough = try walk(carrier)
    carrier.play(.token, &walkthrough)
    let dispatch = walkthrough.begin(.token, at: carrier.now)
    let elsewhere = ResponseMessage(status: .movedPermanently, fields: [.location: "http://evil.example/token"])
    let number = try #require(dispatch?.number)
    let next = walkthrough.answered(number, .success(elsewhere), at: carrier.now)
    #expect(next == nil)
    #expect(walkthrough.errand == nil)
  }

  @Test func `what harms a request changes what the server sees, not what was sent`() throws {
    let harms: [(Interference, Refusal.Kind)] = [
      (.loseBody, .clientUnidentified), (.alterRequest, .authorizationCodeUnknown),
    ]
    for (interference, refusal) in harms {
      let carrier = MemoryCarrier()
      var walkthrough = try walk(carrier)
      carrier.interfere(InterferenceSetting(interference))
      carrier.play(.token, &walkthrough)
      let exchange = try #require(tokens(walkthrough).last)
      #expect(exchange.interferences == [interference])
      #expect(exchange.decision?.refusal?.kind == refusal)
      let sent = String(decoding: exchange.requestBytes, as: UTF8.self)
      #expect(sent.contains("grant_type=authorization_code"))
      #expect(
        !sent.hasSuffix(String(decoding: exchange.request?.body ?? [], as: UTF8.self)) || interference == .loseBody)
      #expect(carrier.host.interferences == [])
      carrier.play(.token, &walkthrough)
      #expect(tokens(walkthrough).last?.response.head.status == .ok)
    }
  }

  @Test func `one octet of a request is altered, in the code or the verifier`() throws {
    let carrier = MemoryCarrier()
    var walkthrough = try walk(carrier)
    carrier.interfere(InterferenceSetting(.alterRequest))
    carrier.play(.token, &walkthrough)
    let exchange = try #require(tokens(walkthrough).last)
    let body = try #require(exchange.request?.body)
    let sent = exchange.requestBytes.suffix(body.count)
    #expect(zip(sent, body).filter { $0 != $1 }.count == 1)
  }

  @Test func `a delay lets the clock go on while it is held, and is waited for while it runs`() throws {
    let carrier = MemoryCarrier()
    var walkthrough = try walk(carrier)
    carrier.interfere(InterferenceSetting(.delay, times: 1, duration: .seconds(31)))
    carrier.play(.token, &walkthrough)
    #expect(carrier.now == dawn + .seconds(31))
    #expect(tokens(walkthrough).last?.decision?.refusal?.kind == .authorizationCodeExpired)
    #expect(tokens(walkthrough).last?.interferences == [.delay])
    _ = carrier.host.setClock { clock, now in clock.resume(at: now) }
    carrier.interfere(InterferenceSetting(.delay, times: 1, duration: .seconds(3)))
    let request = RequestMessage.get("/me", authority: "127.0.0.1:8414")
    #expect(carrier.host.hold(request, as: .authorizationServer, number: 900) == .seconds(3))
    #expect(carrier.host.hold(request, as: .authorizationServer, number: 901) == .zero)
    #expect(carrier.now == dawn + .seconds(31))
  }

  @Test func `a request that is delivered twice is answered twice, and the first answer is lost`() throws {
    let carrier = MemoryCarrier()
    var walkthrough = try walk(carrier)
    carrier.interfere(InterferenceSetting(.deliverTwice))
    carrier.play(.token, &walkthrough)
    let exchanges = tokens(walkthrough)
    #expect(exchanges.map(\.response.head.status.code) == [200, 400])
    #expect(exchanges[1].number == exchanges[0].number + 1)
    #expect(exchanges[0].responseBytes == [])
    #expect(exchanges.map { $0.judgement?.refusal?.name } == [nil, "tokenErrorReceived"])
    #expect(walkthrough.client.accessToken == nil)
  }

  @Test func `an answer is lost, and the server has done its work`() throws {
    let carrier = MemoryCarrier()
    var walkthrough = try walk(carrier)
    carrier.interfere(InterferenceSetting(.dropResponse))
    carrier.play(.token, &walkthrough)
    let exchange = try #require(tokens(walkthrough).last)
    #expect(exchange.decision?.refusal == nil && exchange.decision != nil)
    #expect(exchange.problem == "The answer was lost on its way, because somebody asked for it.")
    #expect(walkthrough.status(.token) == .refused("the connection was closed without an answer"))
    carrier.play(.token, &walkthrough)
    #expect(tokens(walkthrough).last?.decision?.refusal?.kind == .authorizationCodeAlreadyRedeemed)
  }

  @Test func `a warning stands before JSON and nowhere else`() throws {
    let carrier = MemoryCarrier()
    carrier.interfere(InterferenceSetting(.phpWarning))
    var walkthrough = try walk(carrier)
    #expect(Set(walkthrough.timeline.exchanges.map(\.interferences)) == [[]])
    carrier.play(.token, &walkthrough)
    let exchange = try #require(tokens(walkthrough).last)
    let body = String(decoding: exchange.response.body, as: UTF8.self)
    #expect(body.hasPrefix("<br />\n<b>Warning</b>:  Undefined variable $scope in "))
    #expect(body.contains(#"{"access_token":"#))
    #expect(exchange.judgement?.refusal?.name == "tokenResponseNotJSON")
  }

  @Test func `one octet of an answer is altered, and the resource does not know the token`() throws {
    let carrier = MemoryCarrier()
    var walkthrough = try walk(carrier, scope: "profile")
    carrier.interfere(InterferenceSetting(.alterResponse))
    carrier.play(.token, &walkthrough)
    carrier.play(.me, &walkthrough)
    #expect(walkthrough.timeline.exchanges.last?.decision?.refusal?.kind == .accessTokenUnknown)
  }

  @Test func `a gateway answers in the place of a server that is off`() throws {
    let carrier = MemoryCarrier()
    var walkthrough = try walk(carrier)
    carrier.interfere(InterferenceSetting(.serverOff, times: nil))
    for _ in 0..<3 {
      carrier.play(.token, &walkthrough)
      #expect(tokens(walkthrough).last?.response.head.status == .badGateway)
    }
    carrier.interfere(nil)
    carrier.play(.token, &walkthrough)
    #expect(tokens(walkthrough).last?.response.head.status == .ok)
  }

  @Test func `a clock that is wrong stays wrong, for the server alone`() throws {
    let carrier = MemoryCarrier()
    carrier.interfere(InterferenceSetting(.clockSkew))
    var walkthrough = try walk(carrier)
    carrier.play(.token, &walkthrough)
    let exchange = try #require(tokens(walkthrough).last)
    #expect(exchange.at == dawn + .seconds(900))
    #expect(exchange.judgement?.refusal?.name == "idTokenIssueTimeWrong")
    #expect(carrier.now == dawn)
    #expect(carrier.host.interferences == [InterferenceSetting(.clockSkew)])
  }

  @Test func `what a client fetches beside the flow is left alone`() throws {
    let carrier = MemoryCarrier()
    var walkthrough = try walk(carrier)
    carrier.interfere(InterferenceSetting(.abort))
    carrier.play(.token, &walkthrough)
    let keys = try #require(walkthrough.timeline.exchanges.first { $0.request?.path == "/jwks" })
    #expect(keys.interferences == [] && keys.response.head.status == .ok)
    #expect(tokens(walkthrough).last?.interferences == [.abort])
  }

  @Test func `the same over real HTTP: the octets of the answer are harmed, or there are none`() throws {
    let carrier = try LoopbackCarrier()
    defer { carrier.close() }
    func ask(_ interference: Interference) -> Result<ResponseMessage, CarrierFailure> {
      carrier.interfere(InterferenceSetting(interference))
      let form = "grant_type=client_credentials&client_id=nightly-job&client_secret=nightly-secret"
      let request =
        "POST /token HTTP/1.1\r\nHost: 127.0.0.1:8414\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        + "Content-Length: \(form.utf8.count)\r\n\r\n\(form)"
      return carrier.send(Array(request.utf8), to: carrier.serverPort)
    }
    let lost = ask(.dropResponse)
    #expect(lost == .failure(CarrierFailure("the connection was closed before a whole response came (0 bytes came)")))
    #expect(carrier.takeExchanges().last?.decision?.changes.isEmpty == false)
    let warned = try ask(.phpWarning).get()
    #expect(warned.head.status == .ok && warned.body.starts(with: Array("<br />".utf8)))
    #expect(warned.head.headerFields[.contentLength] == String(warned.body.count))
    #expect(try ask(.postToGet).get().head.headerFields[.location] == "http://127.0.0.1:8414/token")
    #expect(try ask(.serverOff).get().head.status == .badGateway)
    #expect(try ask(.loseBody).get().head.status != .ok)
    _ = carrier.takeExchanges()
    #expect(try ask(.deliverTwice).get().head.status == .ok)
    #expect(carrier.takeExchanges().map { $0.responseBytes.isEmpty } == [true, false])
  }
}

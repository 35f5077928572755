import AuthorizationServer
import OAuth
import Testing

/// What provokes one kind of refusal, and what then goes over the wire.
struct Provocation: Sendable, CustomTestStringConvertible {
  let kind: Refusal.Kind
  let check: Check
  let status: Int
  /// The error code on the wire.
  let error: String?
  let ask: @Sendable (Conversation) throws -> Answer

  init(
    _ kind: Refusal.Kind, by check: Check, _ status: Int, _ error: String?,
    ask: @escaping @Sendable (Conversation) throws -> Answer
  ) {
    self.kind = kind
    self.check = check
    self.status = status
    self.error = error
    self.ask = ask
  }

  var testDescription: String { "\(kind)" }

  static let all =
    availability + http + authorization + interaction + tokenClient + tokenGrant + authorizationCode + refreshToken
    + tokenManagement + resource + openID + pushed + device + registration

  static let availability = [
    Provocation(.serverSwitchedOff, by: .serverEnabled, 503, "temporarily_unavailable") {
      $0.server.policy.serverEnabled = false
      return $0.me("Bearer a")
    },
    Provocation(.storeFailed, by: .storeAvailable, 503, "temporarily_unavailable") {
      let code = try $0.code()
      $0.server.breakdowns[.store] = 1
      return $0.redeem(code)
    },
    Provocation(.clientLookupFailed, by: .storeAvailable, 503, "temporarily_unavailable") {
      $0.server.breakdowns[.clientLookup] = 1
      return $0.redeem("any")
    },
  ]

  static let http = [
    Provocation(.endpointUnknown, by: .endpointKnown, 404, nil) {
      $0.send("GET /nowhere HTTP/1.1\nHost: 127.0.0.1:8414")
    },
    Provocation(.hostForeign, by: .hostOwn, 421, "invalid_request") {
      $0.send("GET /authorize HTTP/1.1\nHost: evil.example")
    },
    Provocation(.originForeign, by: .originAllowed, 403, "invalid_request") {
      $0.send(
        """
        OPTIONS /token HTTP/1.1
        Host: 127.0.0.1:8414
        Origin: https://evil.example
        Access-Control-Request-Method: POST
        """)
    },
    Provocation(.methodNotAllowed, by: .methodAllowed, 405, "invalid_request") {
      $0.send("GET /token HTTP/1.1\nHost: 127.0.0.1:8414")
    },
    Provocation(.mediaTypeNotForm, by: .mediaTypeForm, 400, "invalid_request") {
      $0.send("POST /token HTTP/1.1\nHost: 127.0.0.1:8414\nContent-Type: application/json\n\n{}")
    },
    Provocation(.requestUndecodable, by: .requestDecodable, 400, "invalid_request") { $0.token("code=%zz") },
    Provocation(.requestJSONUnreadable, by: .requestDecodable, 400, "invalid_request") {
      $0.server.policy.acceptsJSONBody = true
      return $0.send("POST /token HTTP/1.1\nHost: 127.0.0.1:8414\nContent-Type: application/json\n\n[]")
    },
    Provocation(.requestHasTooManyParameters, by: .requestDecodable, 400, "invalid_request") {
      $0.token(Array(repeating: "a=b", count: 1001).joined(separator: "&"))
    },
    Provocation(.parameterRepeated, by: .parametersSentOnce, 400, "invalid_request") { $0.token("code=a&code=b") },
  ]
}

@Suite struct `Every kind of refusal` {
  @Test(arguments: Provocation.all)
  func `is provoked on the wire`(_ provocation: Provocation) throws {
    let answer = try provocation.ask(Conversation(.samples()))
    #expect(answer.refusal?.kind == provocation.kind)
    #expect(answer.refusedBy == provocation.check)
    #expect(answer.status == provocation.status)
    #expect(answer.errorOnTheWire == provocation.error)
  }

  @Test func `stands in the table of provocations once`() {
    #expect(Set(Provocation.all.map(\.kind)) == Set(Refusal.Kind.allCases))
    #expect(Provocation.all.count == Refusal.Kind.allCases.count)
  }

  @Test(arguments: Provocation.all)
  func `says what was expected and what was found`(_ provocation: Provocation) throws {
    let answer = try provocation.ask(Conversation(.samples()))
    let results = answer.decision.report.results
    let refused = try #require(results.firstIndex { $0.outcome == .refused })
    #expect(results[refused].finding.expected?.revealed.isEmpty == false)
    #expect(results[refused].finding.found?.revealed.isEmpty == false)
    #expect(results[..<refused].allSatisfy { $0.outcome == .passed })
    #expect(results[(refused + 1)...].allSatisfy { $0.outcome == .notReached && $0.finding == Finding() })
    #expect(answer.decision.outcome == .refused)
  }

  /// RFC 6749 §4.1.2.1, §5.2, appendix A.7 to A.9.
  @Test(arguments: Provocation.all)
  func `is worded in the characters that an error may hold`(_ provocation: Provocation) throws {
    let refusal = try #require(try provocation.ask(Conversation(.samples())).refusal)
    let wording = Dialect.strict.wording(of: refusal)
    for text in [wording.error?.text, wording.description].compactMap(\.self) {
      #expect(text.utf8.allSatisfy { (0x20...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C })
    }
    #expect(wording.description?.isEmpty != true)
  }
}

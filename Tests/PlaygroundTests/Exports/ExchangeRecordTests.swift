import AuthorizationServer
import HTTPTypes
import OAuth
import OAuthClient
import Playground
import Testing

@Suite struct `An exchange on a line of JSON` {
  @Test func `has the members of the contract`() throws {
    let run = try Road.memory.run(try #require(ScenarioLibrary.scenario("code-expired")))
    let exchange = try #require(run.results.last?.exchanges.last)
    let line = ExchangeRecord(exchange, .shortened).line
    #expect(!line.contains("\n"))
    let json = try JSON(parsing: Array(line.utf8))
    #expect(
      json.names == [
        "event", "number", "at", "stage", "sender", "receiver", "request", "response", "decision", "judgement",
      ])
    #expect(json["event"] == "exchange")
    #expect(json["number"] == 7)
    #expect(json["at"] == "2027-01-15T08:00:31.000Z")
    #expect(json["stage"] == "token")
    #expect(json["sender"] == "client")
    #expect(json["receiver"] == "server")
    #expect(json["request"]?.names == ["method", "target", "headers", "body"])
    #expect(json["request"]?["method"] == "POST")
    #expect(json["request"]?["target"] == "/token")
    #expect(
      json["request"]?["headers"]?.array?.first == [
        "name": "Content-Type", "value": "application/x-www-form-urlencoded",
      ])
    #expect(json["response"]?.names == ["status", "headers", "body"])
    #expect(json["response"]?["status"] == 400)
    let decision = try #require(json["decision"])
    #expect(decision.names == ["outcome", "refusal", "checks", "changes"])
    #expect(decision["outcome"] == "refused")
    #expect(decision["refusal"] == "authorizationCodeExpired")
    let checks = try #require(decision["checks"]?.array)
    #expect(Set(checks.map { $0["outcome"]?.string ?? "" }) == ["passed", "refused", "notReached"])
    #expect(
      checks.first { $0["outcome"] == "refused" }
        == [
          "check": "authorizationCodeNotExpired", "outcome": "refused", "expected": "at most 30 s old",
          "found": "expired 1.0 s ago", "spec": "RFC 6749 §4.1.2",
        ])
    #expect(decision["changes"]?.array?.count == 1)
    #expect(json["judgement"]?["refusal"] == "tokenErrorReceived")
  }

  @Test func `that was no request says what the problem was`() throws {
    let json = try JSON(parsing: Array(ExchangeRecord(Self.malformed, .shortened).line.utf8))
    #expect(json["request"] == .null)
    #expect(json["decision"] == .null)
    #expect(json["stage"] == .null)
    #expect(json["response"]?["status"] == 400)
    #expect(json["problem"] == "Line 1 holds \u{1B}[2J.")
  }

  @Test func `never holds a character that a terminal would obey`() {
    let hostile = "\u{1B}]0;x\u{7}\u{9B}31m\u{202E}\u{2028}\u{E000}\u{1F600}é"
    let request = RequestMessage.get("/\(hostile)", authority: hostile)
    let exchange = Exchange(
      number: 1, at: dawn, sender: .external, receiver: .authorizationServer, dispatch: nil, requestBytes: [],
      responseBytes: [], request: request, response: ResponseMessage(status: .notFound), duration: .zero,
      problem: hostile)
    let line = ExchangeRecord(exchange, .shortened).line
    #expect(line.contains(#"\u001b]0;x\u0007\u009b31m\u202e\u2028\ue000😀é"#))
    for shown in [line] + ExchangeText(exchange, .shortened).lines + [ExchangeText(exchange, .shortened).arrow] {
      #expect(shown.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
      #expect(!shown.unicodeScalars.contains("\u{202E}") && !shown.unicodeScalars.contains("\u{2028}"))
    }
    #expect((try? JSON(parsing: Array(line.utf8)))?["problem"]?.string == hostile)
  }

  static let malformed = Exchange(
    number: 1, at: dawn, sender: .external, receiver: .authorizationServer, dispatch: nil, requestBytes: [0x1B],
    responseBytes: [], request: nil, response: ResponseMessage(status: .badRequest), duration: .milliseconds(2),
    problem: "Line 1 holds \u{1B}[2J.")
}

@Suite struct `An exchange as lines for people` {
  @Test func `a refusal is explained check by check`() throws {
    let run = try Road.memory.run(try #require(ScenarioLibrary.scenario("code-expired")))
    let lines = ExchangeText(try #require(run.results.last?.exchanges.last), .shortened).lines
    #expect(
      lines.first
        == "7    08:00:31.000  client to server    POST /token               400 in 1 ms    ERROR invalid_grant authorizationCodeExpired"
    )
    #expect(lines.contains("     passed   the client is registered: confidential client workshop-app"))
    #expect(lines.contains("     REFUSED  code has not expired (RFC 6749 §4.1.2)"))
    #expect(lines.contains("              expected at most 30 s old"))
    #expect(lines.contains("              found    expired 1.0 s ago"))
    #expect(lines.contains("     not reached: 5 more"))
    #expect(lines.contains { $0.hasPrefix("     What:    ") })
  }

  @Test func `an answer that was given takes one line and what changed`() throws {
    let run = try Road.memory.run(try #require(ScenarioLibrary.scenario("happy-path")))
    let lines = ExchangeText(try #require(run.results[2].exchanges.last), .shortened).lines
    #expect(lines.count == 3)
    #expect(lines[1].hasPrefix("     now      code ") && lines[1].hasSuffix("… redeemed"))
    #expect(lines[2].hasPrefix("     now      access token ") && lines[2].hasSuffix("… issued, good for 3600 s"))
  }

  @Test func `a mistake that nothing refuses is noted`() throws {
    let scenario = try ScenarioReader.scenario(
      in: Array(
        """
        scenario: notes
        steps:
          - authorize: { code_challenge: null, code_challenge_method: null, state: null, client_secret: workshop-secret }
        """.utf8), file: "notes.yaml")
    let run = try Road.memory.run(scenario)
    let lines = ExchangeText(try #require(run.results.first?.exchanges.first), .shortened).lines
    #expect(
      lines.dropFirst() == [
        "     noted    client_id is registered: confidential client workshop-app; client_secret came along, through the "
          + "browser, where it is no secret (RFC 6749 §2.3.1)",
        "     noted    state is there if required, and not too long: none; recommended against cross-site request forgery",
        "     noted    code_challenge is there if required: none; not required of workshop-app, though PKCE is "
          + "recommended to every client (RFC 9700 §2.1.1)",
      ])
  }

  @Test func `octets that are no request show the problem, escaped`() {
    let lines = ExchangeText(ExchangeRecordTests.malformed, .shortened).lines
    #expect(
      lines == [
        #"1    08:00:00.000  external to server  malformed request         400 in 2 ms    ERROR Line 1 holds \x1b[2J."#
      ])
  }

  private typealias ExchangeRecordTests = `An exchange on a line of JSON`
}

@Suite struct `Exports of a run` {
  @Test func `the curl script repeats what was sent, quoted for a shell`() throws {
    let scenario = try ScenarioReader.scenario(
      in: Array(
        """
        scenario: quotes
        steps:
          - token: { code: "it's", headers: { X-Note: "a'b" } }
          - token: { headers: { Content-Type: null } }
          - raw: |
              POST /token HTTP/1.1
              Host: 127.0.0.1:{{port}}
              Content-Length: {{content_length}}

              body
          - raw: "nonsense and more"
        """.utf8), file: "quotes.yaml")
    let run = try Road.loopback.run(scenario)
    let script = CurlScript.text(of: run)
    #expect(script.contains("curl -i --http1.1 \\\n  -X 'POST' \\\n  'http://127.0.0.1:8414/token' \\\n"))
    #expect(script.contains("-H 'X-Note: a'\\''b'"))
    #expect(script.contains("code=it%27s"))
    #expect(script.contains("# a malformed request: "))
    #expect(script.contains("  -H 'Content-Type:' \\\n  --data-raw 'body'\n"))
    #expect(!script.contains("Content-Length"))
  }

  @Test func `the transcript has every message, the reasons and the question`() throws {
    let run = try Road.memory.run(try #require(ScenarioLibrary.scenario("wrong-client-secret")))
    let transcript = Transcript(.shortened).text(of: run)
    #expect(transcript.hasPrefix("# The client secret is wrong\n\n"))
    #expect(transcript.contains("### client → server  POST /token  401\n\n```http\nPOST /token HTTP/1.1\n"))
    #expect(transcript.contains("HTTP/1.1 401 Unauthorized\n"))
    #expect(transcript.contains("The server refused it: the client proves who it is (RFC 6749 §3.2.1).\n"))
    #expect(transcript.contains("The client: tokenErrorReceived.\n"))
    #expect(transcript.hasSuffix("1. Yes, until it expires\n2. No, any failure uses it up\n\n"))
  }
}

extension JSON {
  var names: [String] {
    if case .object(let members) = self { members.map(\.name) } else { [] }
  }
}

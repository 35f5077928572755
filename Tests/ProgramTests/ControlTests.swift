import Foundation
import Testing

@Suite(.serialized) struct `serve --control and --config` {
  private static let configuration = """
    policy: { codeLifetime: 5 }
    resourceOwners:
      - { username: zoe, password: zoe, claims: { name: Zoe } }
    clients:
      - id: my-app
        secret: my-secret
        redirectURIs: [ "http://127.0.0.1:9010/callback" ]
        scopes: [profile]
    """

  private static func serve(_ body: (Served, Int) throws -> Void) throws {
    try TemporaryFolder.use { folder in
      let file = folder.appending(path: "c.yaml")
      try Data(configuration.utf8).write(to: file)
      let served = try Served("--format", "json", "--control", "--approve", "zoe", "--config", file.path)
      try body(served, served.port())
      #expect(served.end(by: SIGTERM) == 143)
    }
  }

  private static func ask(_ method: String, _ target: String, _ body: String = "", _ header: String = "", of port: Int)
    throws -> String
  {
    let type = target.hasPrefix("/token") ? "application/x-www-form-urlencoded" : "application/json"
    return try converse(
      """
      \(method) \(target) HTTP/1.1\r
      Host: 127.0.0.1:\(port)\r
      Connection: close\r
      \(header)Content-Type: \(type)\r
      Content-Length: \(body.utf8.count)\r
      \r
      \(body)
      """, with: port)
  }

  private static func code(_ port: Int) throws -> String {
    let answer = try ask("GET", "/authorize?response_type=code&client_id=my-app", of: port)
    return String(try #require(answer.firstMatch(of: #/callback\?code=([^&]+)/#)?.output.1))
  }

  private static func redeem(_ code: String, _ port: Int) throws -> String {
    let body = "grant_type=authorization_code&client_id=my-app&client_secret=my-secret&code=\(code)"
    return try ask("POST", "/token", body, of: port)
  }

  @Test func `let a test age a code, change the policy, interfere, and start over`() throws {
    try Self.serve { served, port in
      let late = try Self.code(port)
      #expect(try Self.ask("POST", "/.playground/clock", #"{"advance":5}"#, of: port).contains(#""offset":5"#))
      #expect(try Self.redeem(late, port).contains("invalid_grant"))

      #expect(try Self.ask("PATCH", "/.playground/policy", #"{"codeLifetime":60}"#, of: port).hasPrefix("HTTP/1.1 200"))
      let code = try Self.code(port)
      for kind in ["fail-store", "fail-client-lookup"] {
        _ = try Self.ask("POST", "/.playground/interference", #"{"kind":"\#(kind)","count":1}"#, of: port)
        #expect(try Self.redeem(code, port).hasPrefix("HTTP/1.1 503 Service Unavailable\r\n"))
      }
      _ = try Self.ask("POST", "/.playground/interference", #"{"kind":"abort"}"#, of: port)
      #expect(try Self.redeem(code, port) == "")
      let token = try #require(try Self.redeem(code, port).firstMatch(of: #/"access_token":"([^"]+)"/#)?.output.1)

      let bearer = "Authorization: Bearer \(token)\r\n"
      #expect(try Self.ask("GET", "/me", "", bearer, of: port).hasSuffix(#"{"sub":"zoe","name":"Zoe"}"#))
      _ = try Self.ask("POST", "/.playground/interference", #"{"kind":"strip-authorization"}"#, of: port)
      #expect(try Self.ask("GET", "/me", "", bearer, of: port).hasPrefix("HTTP/1.1 401 "))
      let log = try Self.ask("GET", "/.playground/exchanges?since=2", of: port)
      #expect(log.contains(#""refusal":"accessTokenMissing""#) && !log.contains(".playground"))

      _ = try Self.ask("DELETE", "/.playground/resource-owners?username=zoe", of: port)
      #expect(try Self.ask("GET", "/me", "", bearer, of: port).contains("invalid_token"))
      #expect(try Self.ask("POST", "/.playground/reset", of: port).contains(#""offset":0"#))
      #expect(try Self.ask("GET", "/.playground/policy", of: port).contains(#""codeLifetime":5,"#))
      #expect(try Self.ask("GET", "/me", "", bearer, of: port).contains("invalid_token"))
      let fresh = try Self.code(port)
      #expect(try Self.redeem(fresh, port).hasPrefix("HTTP/1.1 200 OK\r\n"))
    }
  }

  @Test func `hold the clock, withdraw consents and replace keys`() throws {
    try Self.serve { _, port in
      let held = try Self.ask("POST", "/.playground/clock", #"{"pause":true}"#, of: port)
      #expect(held.hasSuffix(#""paused":true}"#))
      let time = { (answer: String) in try #require(answer.firstMatch(of: #/"now":([0-9.]+)/#)?.output.1) }
      #expect(try time(Self.ask("GET", "/.playground/clock", of: port)) == time(held))
      let code = try Self.code(port)
      _ = try Self.ask("POST", "/.playground/clock", #"{"advance":4.999}"#, of: port)
      #expect(try Self.redeem(code, port).hasPrefix("HTTP/1.1 200 OK\r\n"))
      let late = try Self.code(port)
      _ = try Self.ask("POST", "/.playground/clock", #"{"advance":5}"#, of: port)
      #expect(try Self.redeem(late, port).contains(#""error":"invalid_grant""#))
      let resumed = try Self.ask("POST", "/.playground/clock", #"{"resume":true}"#, of: port)
      #expect(resumed.hasSuffix(#""paused":false}"#))

      let answer = try Self.redeem(try Self.code(port), port)
      let token = try #require(answer.firstMatch(of: #/"access_token":"([^"]+)"/#)?.output.1)
      let bearer = "Authorization: Bearer \(token)\r\n"
      let consents = "/.playground/consents?username=zoe&client="
      #expect(try Self.ask("DELETE", "\(consents)other", of: port).hasSuffix(#"{"consents":0}"#))
      #expect(try Self.ask("GET", "/me", "", bearer, of: port).hasPrefix("HTTP/1.1 200 OK\r\n"))
      _ = try Self.ask("DELETE", "\(consents)my-app", of: port)
      #expect(try Self.ask("GET", "/me", "", bearer, of: port).contains(#""error":"invalid_token""#))

      let identifiers = { try Self.ask("GET", "/jwks", of: port).matches(of: #/"kid":"([^"]+)"/#).map(\.output.1) }
      let before = try identifiers()
      #expect(before.count == 2)
      #expect(try Self.ask("POST", "/.playground/rotate-keys", of: port).hasPrefix("HTTP/1.1 200 OK\r\n"))
      let after = try identifiers()
      #expect(after.count == 4 && Set(after).isSuperset(of: before) && after.suffix(2).allSatisfy(before.contains))
      _ = try Self.ask("POST", "/.playground/reset", of: port)
      #expect(try identifiers() == before)
    }
  }

  @Test func `are off unless asked for, and closed to pages of other sites`() throws {
    let served = try Served("--format", "json")
    let port = try served.port()
    #expect(try Self.ask("GET", "/.playground/clock", of: port).hasPrefix("HTTP/1.1 404 "))
    #expect(served.end(by: SIGTERM) == 143)
    try Self.serve { _, port in
      let origin = "Origin: http://evil.example\r\n"
      let answer = try Self.ask("POST", "/.playground/reset", "", origin, of: port)
      #expect(answer.hasPrefix("HTTP/1.1 403 "))
    }
  }

  @Test func `complain of a file in one line, before anything is opened`() throws {
    try TemporaryFolder.use { folder in
      try Data("clients:\n  - { id: a, grant: [x] }\n".utf8).write(to: folder.appending(path: "c.yaml"))
      for command in [["serve"], ["walk"]] {
        let outcome = try Program.run(arguments: command + ["--config", "c.yaml"], in: folder)
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
        #expect(
          outcome.errors.hasPrefix(
            "oauth-playground: c.yaml:2: \"grant\" is no key of client 1; did you mean \"grants\"? (there are: id, type,"
          ))
        #expect(outcome.errors.split(separator: "\n").count == 1)
      }
      let missing = try Program.run("serve", "--config", "none.yaml", in: folder)
      #expect(missing.errors == "oauth-playground: none.yaml: no such file\n")
    }
  }
}

import Foundation
import Testing

@Suite(.serialized) struct `The command serve` {
  @Test func `says in JSON where it is, and then one line per exchange`() throws {
    let served = try Served("--format", "json", "--approve", "alice", "--seed", "7")
    let ready = try served.object()
    #expect(ready["event"] as? String == "ready")
    let issuer = try #require(ready["issuer"] as? String)
    let port = try #require(Int(issuer.split(separator: ":")[2]))
    let endpoints = try #require(ready["endpoints"] as? [String: String])
    #expect(endpoints["authorize"] == "\(issuer)/authorize")
    #expect(endpoints["token"] == "\(issuer)/token")
    #expect(endpoints["me"] == "\(issuer)/me")

    let answer = try converse(
      "GET /authorize?response_type=code&client_id=workshop-app&state=xyz HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n\r\n",
      with: port)
    let code = try #require(answer.firstMatch(of: #/\?code=([^&]+)/#)?.output.1)
    let first = try served.object()
    #expect(first["stage"] as? String == "authorize")
    #expect(first["sender"] as? String == "external")

    let body = "grant_type=authorization_code&code=\(code)&client_id=workshop-app&client_secret=workshop-secret"
    let token = try converse(
      "POST /token HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)",
      with: port)
    #expect(token.hasPrefix("HTTP/1.1 200 OK\r\n"))
    let line = try #require(served.line())
    #expect(line.hasPrefix(#"{"event":"exchange","number":2,"#))
    #expect(!line.contains(code) && !line.contains("workshop-secret"))
    #expect(served.end(by: SIGTERM) == 143)
  }

  @Test func `with secrets shown, they are shown`() throws {
    let served = try Served("--format", "json", "--show-secrets")
    let port = try served.port()
    _ = try converse(
      "GET /me HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\nAuthorization: Bearer not-a-token-of-this-server\r\n\r\n",
      with: port)
    #expect(try #require(served.line()).contains("not-a-token-of-this-server"))
  }

  @Test func `octets that are no request appear with their problem`() throws {
    let served = try Served("--format", "json")
    let port = try served.port()
    #expect(try converse("GET / HTTP/1.1\r\n\r\n", with: port).hasPrefix("HTTP/1.1 400 "))
    let exchange = try served.object()
    #expect(exchange["request"] is NSNull)
    #expect(exchange["problem"] as? String == "There is no Host header (RFC 9112 section 3.2).")
  }

  @Test func `in text, it tells people what to try`() throws {
    let served = try Served()
    var lines: [String] = []
    while let line = served.line(), !line.isEmpty { lines.append(line) }
    #expect(lines[0].hasPrefix("oauth-playground serves http://127.0.0.1:"))
    #expect(lines.contains { $0.hasPrefix("  workshop-app  secret workshop-secret, ") })
    #expect(lines.last?.hasPrefix("Try:  curl -i 'http://127.0.0.1:") == true)
  }

  @Test(arguments: [false, true])
  func `in text, it tells nobody's own secrets unless asked to`(_ isAsked: Bool) throws {
    try TemporaryFolder.use { folder in
      let file = folder.appending(path: "c.yaml")
      let configuration = """
        resourceOwners: [ { username: zoe, password: hush } ]
        clients: [ { id: my-app, secret: my-secret, redirectURIs: [ "http://127.0.0.1:9010/cb" ] } ]
        """
      try Data(configuration.utf8).write(to: file)
      let served = try Served(arguments: ["--config", file.path] + (isAsked ? ["--show-secrets"] : []))
      var lines: [String] = []
      while let line = served.line(), !line.isEmpty { lines.append(line) }
      let said = isAsked ? ("secret my-secret", "zoe / hush") : ("confidential", "zoe")
      #expect(lines.contains("  my-app        \(said.0), http://127.0.0.1:9010/cb"))
      #expect(lines.contains("Sign in as \(said.1)."))
    }
  }

  @Test(arguments: [(SIGINT, 130), (SIGTERM, 143), (SIGHUP, 129)] as [(Int32, Int32)])
  func `ends with the number of the signal as soon as it has said that it is ready`(_ signal: Int32, _ status: Int32)
    throws
  {
    let served = try Served("--format", "json")
    _ = try served.object()
    #expect(served.end(by: signal) == status)
  }

  @Test func `ends quietly when nobody reads any more`() throws {
    let served = try Served("--format", "json")
    let port = try served.port()
    try served.stopReading()
    _ = try? converse("GET /x HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n\r\n", with: port)
    #expect(served.waitForEnd() == 141)
  }

  @Test func `says which port is in use`() throws {
    let served = try Served("--format", "json")
    let port = String(try served.port())
    let second = try Program.run("serve", "--port", port)
    #expect(second.status == 2)
    #expect(
      second.errors
        == "oauth-playground: port \(port) on 127.0.0.1 is already in use by another program; choose another with --port, or any free one with --port 0\n"
    )
  }
}

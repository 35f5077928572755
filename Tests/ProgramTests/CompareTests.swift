import Foundation
import Testing

@Suite struct `The same request, put to two servers` {
  private let token = """
    POST /token HTTP/1.1
    Content-Type: application/x-www-form-urlencoded

    grant_type=authorization_code&code={{code}}&redirect_uri={{redirect_uri}}&code_verifier={{code_verifier}}\
    &client_id={{client_id}}&client_secret=
    """

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// `<!-- examples/requests/no-token.http -->`, the command, and the block that follows.
  @Test func `the comparison in the README is what its command prints`() throws {
    let readme = try String(contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
    let block = try #require(
      readme.firstMatch(
        of: /<!-- examples\/requests\/.*\n```sh\nswift run oauth-playground (.*)\n```\n\n```\n((?s:.*?))```\n/))
    let outcome = try Program.run(arguments: block.1.split(separator: " ").map(String.init), in: Self.root)
    #expect(outcome.status == 1)
    #expect(outcome.output == block.2)
  }

  @Test func `every request of the examples can be put to every server`() throws {
    let folder = Self.root.appending(path: "examples/requests")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(files.count >= 2)
    for file in files {
      for profile in try Program.run("profiles").lines.map({ String($0.prefix { $0 != " " }) }) {
        let outcome = try Program.run("compare", file, "--with", profile, in: folder)
        #expect(outcome.status <= 1 && outcome.errors.isEmpty, "\(file) with \(profile): \(outcome.errors)")
      }
    }
  }

  private func compare(_ request: String, _ arguments: String...) throws -> Program.Outcome {
    try TemporaryFolder.use { folder in
      try Data(request.utf8).write(to: folder.appending(path: "request.http"))
      return try Program.run(arguments: ["compare", "request.http"] + arguments, in: folder)
    }
  }

  @Test func `answers that differ end with 1 and say why, in 80 columns`() throws {
    let outcome = try compare(token + "guessed", "--with", "bshaffer")
    #expect(outcome.status == 1)
    #expect(
      outcome.lines.prefix(4) == [
        "≠ They answer differently.", "  strict    POST /token        ✗ 401 clientSecretWrong",
        "  bshaffer  POST /oauth/token  ✗ 400 clientSecretWrong", "strict",
      ])
    #expect(outcome.lines.contains("≠ HTTP/1.1 401 Unauthorized"))
    #expect(
      outcome.output.hasSuffix(
        """
        Why
          clientAuthenticated  bshaffer: Wrong client credentials are a 400 without
              a challenge; RFC 6749 §5.2 wants 401.

        """))
    #expect(outcome.lines.allSatisfy { $0.count <= 80 })
    #expect(!outcome.output.contains("\u{1B}"))
  }

  @Test func `equal answers end with 0, the same every time`() throws {
    let outcomes = try (0..<2).map { _ in try compare(token + "{{client_secret}}", "--with", "oauth21") }
    #expect(outcomes[0].status == 0)
    #expect(outcomes[0].lines.first == "✓ Both answer the same.")
    #expect(outcomes[0].output == outcomes[1].output)
  }

  @Test func `both servers can be named alike`() throws {
    let outcome = try compare(token + "guessed", "--with", "keycloak", "--with", "wp-oauth")
    #expect(outcome.status == 1)
    #expect(
      outcome.lines.prefix(5) == [
        "≠ They answer differently.", "  keycloak  POST /realms/myrealm/protocol/openid-connect/token",
        "            ✗ 401 clientSecretWrong", "  wp-oauth  POST /oauth/token",
        "            ✗ 400 clientSecretWrong",
      ])
  }

  @Test func `a refresh token is fetched first, by the client that was asked for`() throws {
    let refresh =
      "curl http://h/token -d grant_type=refresh_token -d 'refresh_token={{refresh_token}}' -d 'client_id={{client_id}}'"
    let outcome = try compare(refresh, "--with", "keycloak", "--client", "native-app")
    #expect(outcome.lines.contains { $0.hasPrefix("  strict    POST /token ") && $0.hasSuffix("✓ 200") })
    #expect(outcome.errors.isEmpty)
  }

  @Test func `JSON is one object with both sides`() throws {
    let outcome = try compare(token + "guessed", "--profile", "wp-oauth", "--with", "strict", "--format", "json")
    #expect(outcome.status == 1)
    #expect(outcome.lines.count == 1)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect((object["left"] as? [String: Any])?["profile"] as? String == "wp-oauth")
    #expect(object["same"] as? Bool == false)
  }

  @Test func `bad input is one line and ends with 2`() throws {
    let complaints: [(String, [String], String)] = [
      (
        "code={{code}}", ["--with", "strict"], "request.http:1: \"code={{code}}\" begins neither curl nor METHOD TARGET"
      ),
      ("\nGET /me HTTP/1.1\nHost 127.0.0.1", ["--with", "strict"], "request.http:3: \"Host 127.0.0.1\" is no header"),
      ("GET /me?x={{cod}}", ["--with", "strict"], "request.http:1: \"{{cod}}\" cannot be filled in; did you mean"),
      ("GET /me", [], "Two servers are compared: --with names the other one, or twice both (see --help)"),
      (
        "GET /me", ["--profile", "strict", "--with", "bshaffer", "--with", "keycloak"],
        "Two servers are compared: --with names the other one, or twice both (see --help)"
      ),
      ("GET /me", ["--with", "keycloack"], "\"keycloack\" is no profile; did you mean \"keycloak\"?"),
      ("GET /me", ["--with", "strict", "--client", "tv-app"], "\"tv-app\" is no client with a redirection URI"),
      ("GET /me", ["--with", "strict", "--seed", "x"], "The value 'x' is invalid for '--seed <seed>' (see --help)"),
    ]
    for (request, arguments, complaint) in complaints {
      let outcome = try TemporaryFolder.use { folder in
        try Data(request.utf8).write(to: folder.appending(path: "request.http"))
        return try Program.run(arguments: ["compare", "request.http"] + arguments, in: folder)
      }
      #expect(outcome.status == 2)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.hasPrefix("oauth-playground: \(complaint)"), "\(outcome.errors)")
      #expect(outcome.errors.split(separator: "\n").count == 1)
    }
  }
}

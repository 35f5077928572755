import AuthorizationServer
import HTTPTypes
import OAuth

/// Prints how many requests the server answers in a second while it remembers 0, 10,000 and 1,000,000 grants, and how
/// many it still remembers when all have expired. Not a test: the numbers are this machine's.
/// Run it in a release build.
@main
struct TokenBenchmark {
  private static let rounds = 20_000
  private static let start = Instant(seconds: 1_795_262_400)

  static func main() {
    print("stored grants   client credentials/s   code flows/s   left when all have expired")
    for stored in [0, 10_000, 1_000_000] {
      var benchmark = TokenBenchmark(storing: stored)
      let credentials = benchmark.perSecond { $0.requestClientCredentials() }
      let codes = benchmark.perSecond { $0.completeCodeFlow() }
      print(
        [column(stored, 13), column(credentials, 23), column(codes, 15), column(benchmark.leftAfterExpiry(), 29)]
          .joined())
    }
  }

  private var server: AuthorizationServer
  private let now = start

  private init(storing grants: Int) {
    server = AuthorizationServer(
      issuer: Issuer("http://127.0.0.1:8414"), profile: .strict, directory: .demonstration,
      random: .seeded(1, stream: 1))
    server.approvesAs = "alice"
    for _ in 0..<grants { requestClientCredentials() }
  }

  private mutating func requestClientCredentials() {
    let answer = server.respond(
      to: .form(
        [.grantType: "client_credentials", .clientID: "nightly-job", .clientSecret: "nightly-secret"],
        to: "/token", authority: "127.0.0.1:8414"),
      at: now)
    precondition(answer.response.head.status == .ok)
  }

  private mutating func completeCodeFlow() {
    let query = "response_type=code&client_id=workshop-app&scope=profile"
    let redirect = server.respond(to: .get("/authorize?\(query)", authority: "127.0.0.1:8414"), at: now)
    let location = redirect.response.head.headerFields[.location] ?? ""
    let code = (try? FormEncoding.parse(Array(location.utf8.drop { $0 != UInt8(ascii: "?") }.dropFirst())))?[.code]
    let answer = server.respond(
      to: .form(
        [
          .grantType: "authorization_code", .code: code ?? "", .clientID: "workshop-app",
          .clientSecret: "workshop-secret",
        ], to: "/token", authority: "127.0.0.1:8414"),
      at: now)
    precondition(answer.response.head.status == .ok)
  }

  private mutating func perSecond(_ work: (inout TokenBenchmark) -> Void) -> Int {
    let clock = ContinuousClock()
    let elapsed = clock.measure {
      for _ in 0..<Self.rounds { work(&self) }
    }
    return Int(Double(Self.rounds) / elapsed.seconds)
  }

  /// One request a day later sweeps everything.
  private mutating func leftAfterExpiry() -> Int {
    _ = server.respond(to: .get("/me", authority: "127.0.0.1:8414"), at: now + .seconds(86_400))
    return server.state.accessTokens.count + server.state.authorizationCodes.count + server.state.grants.count
  }

  private static func column(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: " ", count: max(0, width - text.count)) + text
  }
}

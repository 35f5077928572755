import OAuth
import OAuthClient
import Testing

@Suite("Checks and refusals of the client")
struct ClientCheckTests {
  @Test func `every refusal is provoked by a test of this module`() {
    let direct: [ClientRefusal.Kind] = [
      .authorizationNotStarted, .authorizationAlreadyAnswered, .authorizationResponseUndecodable,
      .resourceResponseNotJSON, .idTokenMissing, .idTokenUnreadable, .idTokenUnsigned, .idTokenAlgorithmWrong,
      .idTokenKeyUnknown, .idTokenSignatureWrong, .idTokenSubjectChanged, .refreshedScopeWider, .keySetRefused,
      .keySetUnreadable,
    ]
    let tables =
      AuthorizationResponseTests.cases.map(\.refusal.kind) + TokenResponseTests.cases.map(\.refusal)
      + ResourceExchangeTests.cases.map(\.refusal.kind) + IDTokenTests.cases.map(\.refusal)
      + RevocationExchangeTests.cases.map(\.2.kind) + IntrospectionExchangeTests.cases.map(\.3.kind)
    #expect(Set(direct + tables) == Set(ClientRefusal.Kind.allCases))
  }

  @Test func `a refusal is named like its case and says what was expected and found`() {
    for refusal in AuthorizationResponseTests.cases.map(\.refusal) + ResourceExchangeTests.cases.map(\.refusal) {
      #expect("\(refusal)".hasPrefix(refusal.name))
      #expect(refusal.finding.expected?.revealed.isEmpty == false)
      #expect(refusal.finding.found?.revealed.isEmpty == false)
    }
  }

  @Test(arguments: ClientCheck.allCases)
  func `a check has a title and a section`(check: ClientCheck) {
    #expect(!check.title.isEmpty)
    #expect(check.specification.description.contains("§"))
  }
}

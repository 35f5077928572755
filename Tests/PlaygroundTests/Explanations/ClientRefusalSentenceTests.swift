import OAuth
import OAuthClient
import Playground
import Testing

@Suite struct `What happened, in a sentence of the client` {
  @Test(arguments: ClientRefusal.Kind.allCases)
  func `is short, whole, and not the general lesson`(_ kind: ClientRefusal.Kind) {
    let sentence = kind.sample.sentence
    #expect(kind.sample.kind == kind)
    #expect((15...220).contains(sentence.count), "\(sentence)")
    #expect(sentence.hasSuffix("."))
    #expect(sentence != kind.lesson.what)
    #expect(kind.sample.lesson == kind.lesson)
  }

  @Test(arguments: [
    (ClientRefusal.stateWrong("xyz", expected: "af0"), #"state is "xyz"; this client sent "af0"."#),
    (.authorizationAlreadyAnswered(at: Instant(seconds: 3600)), "The request had its answer at 01:00:00.000."),
    (
      .tokenErrorReceived(status: 400, .invalidGrant, description: "Too late."),
      #"The token endpoint answered 400 "invalid_grant" ("Too late.")."#
    ),
    (
      .resourceRefused(status: 401, nil, description: nil), "The protected resource answered 401 without an error code."
    ),
    (.accessTokenMissing(found: nil), "access_token is missing."),
    (.accessTokenMissing(found: ""), "access_token is there, but empty."),
    (.subjectMissing(found: 42), "sub is a number, not a text."),
    (.lifetimeNotNumeric("3600"), #"expires_in is a string: "\"3600\""."#),
    (.accessTokenMalformed("ab\ncd"), #"access_token has a "\n" at octet 2."#),
    (.tokenResponseMediaTypeWrong(nil), "The token response has no Content-Type, not application/json."),
  ])
  func `carries the facts`(_ refusal: ClientRefusal, _ sentence: String) {
    #expect(refusal.sentence == sentence)
  }

  @Test func `cuts what a server wrote at length`() {
    let flood = String(repeating: "lorem ipsum ", count: 500)
    let refusal = ClientRefusal.authorizationErrorReceived(ErrorCode(flood), description: flood)
    #expect(refusal.sentence.count < 220)
  }
}

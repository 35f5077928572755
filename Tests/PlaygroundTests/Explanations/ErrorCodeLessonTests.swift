import AuthorizationServer
import OAuth
import Playground
import Testing

@Suite struct `An error code and its causes` {
  @Test(arguments: Refusal.Kind.allCases)
  func `agree with what the strict dialect writes on the wire`(_ kind: Refusal.Kind) throws {
    guard let code = Dialect.strict.wording(of: kind.sample).error else { return }
    let lesson = try #require(ErrorCodeLesson.of(code), "\(code) is not explained")
    #expect(lesson.causes.contains(kind), "\(code) does not name \(kind)")
  }

  @Test(arguments: Glossary.words.compactMap { ErrorCodeLesson.of(ErrorCode($0)) })
  func `name no refusal twice, and none that is worded otherwise`(_ lesson: ErrorCodeLesson) {
    #expect(Set(lesson.causes).count == lesson.causes.count)
    // Which of its two codes this one gets is a matter of the parameter.
    for kind in lesson.causes where kind != .requestObjectUnsupported {
      #expect(Dialect.strict.wording(of: kind.sample).error == lesson.code, "\(kind)")
    }
  }

  @Test func `the usual cause comes first`() {
    #expect(ErrorCodeLesson.of(.invalidGrant)?.causes.first == .authorizationCodeExpired)
    #expect(ErrorCodeLesson.of(.invalidClient)?.causes.first == .clientSecretWrong)
  }

  @Test func `a code of no registry has no lesson`() {
    #expect(ErrorCodeLesson.of("redirect_uri_mismatch") == nil)
    #expect(ErrorCodeLesson.of("INVALID_GRANT") == nil)
  }
}

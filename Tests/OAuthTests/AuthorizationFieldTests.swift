import OAuth
import Testing

@Suite("RFC 9110 §11.4: a value of Authorization") struct AuthorizationFieldTests {
  @Test(arguments: [
    ("Bearer abc", "Bearer", "abc"), ("bearer   a b ", "bearer", "a b "), ("Bearer", "Bearer", ""),
    ("Bearer ", "Bearer", ""),
    ("", "", ""), (" abc", "", "abc"), ("Bearer\tabc", "Bearer\tabc", ""), ("Be\u{301}arer x", "Be\u{301}arer", "x"),
  ])
  func `is a scheme, and what stands behind its spaces`(_ value: String, _ scheme: String, _ credentials: String) {
    let field = AuthorizationField(value)
    #expect(field.scheme == scheme)
    #expect(field.credentials == credentials)
  }

  @Test func `has a scheme without case, compared octet by octet`() {
    #expect(AuthorizationField("BASIC YTpi").isBasic)
    #expect(AuthorizationField("bEaReR t").isBearer)
    #expect(!AuthorizationField("Bearer t").isBasic)
    // A long s is no s.
    #expect(!AuthorizationField("Ba\u{17F}ic YTpi").isBasic)
    #expect(!AuthorizationField("Bearer\tt").isBearer)
  }
}

public import AuthorizationServer
public import OAuth

/// What there is to learn about one error code, and the refusals that the standards word so.
public struct ErrorCodeLesson: Sendable {
  public let code: ErrorCode
  public let lesson: Lesson
  /// The most likely first. Empty for a code this server never sends.
  public let causes: [Refusal.Kind]

  init(_ code: ErrorCode, _ lesson: Lesson, causes: [Refusal.Kind] = []) {
    self.code = code
    self.lesson = lesson
    self.causes = causes
  }
}

extension ErrorCodeLesson {
  /// Nil for a code that no registry names, or that has nothing to do with this server.
  public static func of(_ code: ErrorCode) -> ErrorCodeLesson? {
    all.first { $0.code.text.hasSameOctets(as: code.text) }
  }

  static let all = CommonErrorCodes.entries + FurtherErrorCodes.entries
}

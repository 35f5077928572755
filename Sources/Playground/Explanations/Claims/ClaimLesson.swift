import OAuth

/// What there is to learn about one claim of a token, or one member of its header. RFC 7519 §4, RFC 7515 §4.
public struct ClaimLesson: Sendable {
  /// Which part of the token it stands in.
  public enum Part: String, Sendable, CaseIterable {
    case header
    case payload
  }

  public let name: String
  public let part: Part
  public let lesson: Lesson
  /// In at most 34 columns.
  public let meaning: String

  init(_ name: String, _ meaning: String, in part: Part = .payload, _ lesson: Lesson) {
    self.name = name
    self.part = part
    self.meaning = meaning
    self.lesson = lesson
  }

  /// Nil for what neither a standard nor this server defines.
  public static func of(_ name: String, in part: Part) -> ClaimLesson? {
    all.first { $0.part == part && $0.name.hasSameOctets(as: name) }
  }

  static let all = TokenHeaderLessons.entries + TokenClaimLessons.entries + PersonClaimLessons.entries
}

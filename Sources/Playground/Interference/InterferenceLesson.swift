/// What there is to know about an interference.
public struct InterferenceLesson: Equatable, Sendable {
  /// A few words for a menu.
  public let title: String
  /// What it does to the message.
  public let does: String
  /// What a person sees of it.
  public let seen: String
  /// Who does that in the real world.
  public let who: String
  public let fix: String
}

extension Interference {
  public var lesson: InterferenceLesson {
    switch self {
    case .stripAuthorization, .postToGet, .loseBody, .decodeTwice, .alterRequest, .delay, .deliverTwice: requestLesson
    case .dropResponse, .alterResponse, .phpWarning: answerLesson
    case .serverOff, .clockSkew, .abort, .failStore, .failClientLookup: serverLesson
    }
  }
}

/// What can be done with the interference under the cursor, or with all of them.
public enum InterferenceAct: String, Hashable, Sendable, CaseIterable {
  /// For the next message, and off again.
  case toggle
  /// Until it is switched off.
  case always
  /// How long, or how far.
  case seconds
  case allOff
}

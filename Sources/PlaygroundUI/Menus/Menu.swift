/// A list that lies over the screen; what is chosen in it is a command.
public enum Menu: String, Hashable, Sendable, CaseIterable {
  case help
  case palette
  /// The question at the end of a scenario.
  case question
}

/// A list that lies over the screen; what is chosen in it is a command.
public enum Menu: String, Hashable, Sendable, CaseIterable {
  case help
  case palette
  case copy
  /// The question at the end of a scenario.
  case question
}

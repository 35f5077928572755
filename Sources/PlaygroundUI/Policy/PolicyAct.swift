/// What can be done with the switch under the cursor, or with all of them.
public enum PolicyAct: String, Hashable, Sendable, CaseIterable {
  case next, previous, edit, standard, allStandard, takeBack
}

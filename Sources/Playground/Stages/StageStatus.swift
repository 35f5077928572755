/// How far a stage has come.
public enum StageStatus: Equatable, Sendable {
  case notStarted
  case underWay
  /// With a few words: `200 login page`.
  case passed(String)
  /// With the error as the wire had it: `401 invalid_client`.
  case refused(String)
}

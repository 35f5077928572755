import AuthorizationServer

/// Who can sign in during a lesson.
public enum DemonstrationOwners {
  public static let all = Directory.demonstration.resourceOwners.map { (username: $0.username, password: $0.password) }
}

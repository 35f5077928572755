/// The scenarios that the program carries in itself, in the order in which they teach.
public enum ScenarioLibrary {
  /// File name and content.
  typealias File = (name: String, octets: [UInt8])

  /// The list is kept by hand, and a test compares it with the folder.
  static let files = lessons + mistakes

  /// What to begin with.
  private static let lessons: [File] = [
    ("happy-path.yaml", PackageResources.happy_path_yaml),
    ("access-denied.yaml", PackageResources.access_denied_yaml),
    ("redirect-uri-differs.yaml", PackageResources.redirect_uri_differs_yaml),
    ("state-differs.yaml", PackageResources.state_differs_yaml),
    ("missing-grant-type.yaml", PackageResources.missing_grant_type_yaml),
    ("wrong-client-secret.yaml", PackageResources.wrong_client_secret_yaml),
    ("pkce-verifier-wrong.yaml", PackageResources.pkce_verifier_wrong_yaml),
    ("code-expired.yaml", PackageResources.code_expired_yaml),
    ("code-replayed.yaml", PackageResources.code_replayed_yaml),
    ("access-token-expired.yaml", PackageResources.access_token_expired_yaml),
    ("nonce-differs.yaml", PackageResources.nonce_differs_yaml),
    ("two-at-once.yaml", PackageResources.two_at_once_yaml),
    ("refresh-rotated.yaml", PackageResources.refresh_rotated_yaml),
    ("token-revoked.yaml", PackageResources.token_revoked_yaml),
    ("client-credentials.yaml", PackageResources.client_credentials_yaml),
    ("store-fails.yaml", PackageResources.store_fails_yaml),
    ("pkce-left-out.yaml", PackageResources.pkce_left_out_yaml),
    ("rewind-and-compare.yaml", PackageResources.rewind_and_compare_yaml),
  ]

  public static let all: [Scenario] = files.map { file in
    do throws(ScenarioFault) {
      return try ScenarioReader.scenario(in: file.octets, file: file.name)
    } catch {
      preconditionFailure("the program carries a scenario that cannot be read: \(error)")
    }
  }

  public static func scenario(_ id: String) -> Scenario? { all.first { $0.id == id } }
}

import Crypto

/// What a content security policy calls a script or a style sheet by, so that nothing else may run. CSP Level 3 §2.3.1.
public enum SourceHash {
  /// The source expression: `'sha256-…'`.
  public static func of(_ source: String) -> String {
    "'sha256-\(Base64Standard.encode(SHA256.hash(data: Array(source.utf8))))'"
  }
}

public import HTTPTypes
public import OAuth

/// How a server words a refusal on the wire. What it knows stays in the decision.
public struct Dialect: Sendable {
  /// One refusal as a client reads it.
  public struct Wording: Equatable, Sendable {
    public var status: HTTPResponse.Status
    /// Nil where the standard wants no error code, as for a request without a token. RFC 6750 §3.1.
    public var error: ErrorResponse?
    public var fields: HTTPFields

    public init(_ status: HTTPResponse.Status, _ error: ErrorResponse?, fields: HTTPFields = [:]) {
      self.status = status
      self.error = error
      self.fields = fields
    }
  }

  public var realm: String
  public var wording: @Sendable (Refusal) -> Wording

  public init(realm: String, wording: @escaping @Sendable (Refusal) -> Wording) {
    self.realm = realm
    self.wording = wording
  }
}

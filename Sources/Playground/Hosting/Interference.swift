/// Something that goes wrong between client and server, or behind the server, a number of times.
public enum Interference: String, Sendable, CaseIterable {
  /// The Authorization header gets lost on the way, as behind a CGI gateway.
  case stripAuthorization = "strip-authorization"
  /// The server cannot keep what changes.
  case failStore = "fail-store"
  /// The server cannot look up a client.
  case failClientLookup = "fail-client-lookup"
  /// The connection is closed without an answer; the server never sees the request.
  case abort
}

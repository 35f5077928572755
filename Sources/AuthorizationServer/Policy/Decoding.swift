extension Policy {
  /// Who reads a request, and how.
  public enum Decoding: String, Sendable, CaseIterable {
    /// What two readers could read differently is refused. RFC 6749 appendix B.
    case strict
    /// What cannot be read is left as it is, or left out; forms of several parts are read.
    case php
    /// The same, but JSON that cannot be read is refused.
    case rest
  }
}

/// What follows for the checks, by one name each.
extension Policy.Decoding {
  /// Whether PHP fills its variables from a request before the server's program sees it: nothing is malformed then, a
  /// body of an unknown type is no body, and several header fields of a name are one.
  var readsAsPHP: Bool { self != .strict }

  /// Whether a parameter is looked for by its truth, so that the text 0 is nothing.
  var takesZeroForNothing: Bool { readsAsPHP }

  /// Whether an empty value counts as sent. RFC 6749 §3.1 has it count as omitted.
  var takesEmptyForSent: Bool { readsAsPHP }

  /// Whether the query of a POST to the authorization endpoint counts beside its form.
  var readsQueryBesideForm: Bool { readsAsPHP }

  /// Whether spaces around a scope do not matter.
  var trimsScope: Bool { readsAsPHP }

  /// Whether redirection URIs are decoded once more before they are compared.
  /// Behind the router of WordPress they are not.
  var decodesURIsAgain: Bool { self == .php }

  /// Whether a body of JSON is examined before anything else looks at it.
  var refusesUnreadableJSON: Bool { self == .rest }
}

extension Policy {
  /// Whether a library looks once more at what PHP itself did not read: other bodies, other headers.
  var readsBeyondPHP: Bool { decoding.readsAsPHP && acceptsJSONBody }
}

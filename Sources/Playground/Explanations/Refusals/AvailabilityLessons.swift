import OAuth

/// Why a server answers nothing of what it is asked.
enum AvailabilityLessons {
  static let serverSwitchedOff = Lesson(
    what: "The whole authorization server is switched off.",
    why: "A plugin that is installed but not enabled, or a server under maintenance, still answers, but only with 503.",
    prevents: "Long searches for a mistake in a request that was never looked at.",
    fix: "Set serverEnabled to true. A client waits as long as Retry-After says and then tries again.",
    specification: "RFC 6749 §4.1.2.1")

  static let storeFailed = Lesson(
    what: "The server could not keep what this request would have changed, so nothing has changed.",
    why: """
      A database can be gone for a moment. A code that was not marked as used must not have bought a token, and a \
      token that was not revoked must not be reported as dead.
      """,
    prevents: "Half a change: a token without a record, or a client that believes in a revocation that never happened.",
    fix: "Send the same request again after Retry-After. At the authorization endpoint the client gets server_error.",
    specification: "RFC 6749 §4.1.2.1")

  static let clientLookupFailed = Lesson(
    what: "The server could not look up the client, so it does not know whether there is one.",
    why: """
      Not knowing is not the same as knowing that there is none: invalid_client would tell a good client to give \
      up. Without the client no redirection URI can be trusted either.
      """,
    prevents: "Clients that throw away good credentials, and redirects to addresses that nobody has checked.",
    fix: "Send the same request again after Retry-After.",
    specification: "RFC 6749 §4.1.2.1")
}

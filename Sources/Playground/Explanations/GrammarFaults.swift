import OAuth

/// What is wrong with a text that breaks its grammar, as a sentence without its full stop.
extension PKCEGrammarFault {
  func sentence(about name: ParameterName) -> String {
    switch self {
    case .length(let length): "\(name) has \(counted(length, "character")); it must have 43 to 128"
    case .character(let character, let position):
      "\(name) has \(String(character).quoted) at position \(position); allowed are A-Z a-z 0-9 - . _ ~"
        + (mistake.map { "; \($0)" } ?? "")
    }
  }
}

extension Scope.Fault {
  func sentence(about name: ParameterName) -> String {
    switch self {
    case .emptyToken: "\(name) has an empty token: two spaces in a row, or one at an end"
    case .character(let octet, let token):
      "The token \(token.quoted) in \(name) has octet \(octet), which no token may have"
    }
  }
}

extension String {
  /// What keeps this text from being a bearer token: `a "," at octet 3`. RFC 6750 §2.1.
  var misfitOfBearerToken: String {
    let misfit = unicodeScalars.firstIndex { !Self.bearerAlphabet.contains($0) }
    guard let misfit else { return "a = that is not at its end" }
    return "a \(String(unicodeScalars[misfit]).quoted) at octet \(utf8[..<misfit].count)"
  }

  private static let bearerAlphabet = Set(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/=".unicodeScalars)

  /// An authentication scheme. Where there was none, a whole token stands in its place,
  /// so of a long one only a glimpse.
  var quotedScheme: String { unicodeScalars.count < 20 ? quoted : "a value \(glimpse)" }
}

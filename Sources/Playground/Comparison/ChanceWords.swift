import OAuth

/// The words of an answer that chance has made: codes, tokens, identifiers of sessions. No two servers draw the same
/// ones, so they are no difference.
struct ChanceWords {
  static let word = "<random>"
  static let signed = "<signed token>"

  /// Too short to be known by its looks. RFC 8628 §6.1.
  private let userCode: String?

  /// - Parameter body: of the answer; what it names as a user code is one.
  init(in body: [UInt8] = []) {
    userCode = (try? JSON(parsing: body))?["user_code"]?.string
  }

  /// The text with a name in place of each of them, in full or shortened.
  func masked(_ text: String) -> String {
    let text = (userCode.map { text.replacing($0, with: Self.word) } ?? text)
      .replacing(/[A-Za-z0-9_-]{6}…/, with: Self.word)
    return OpaqueText.replacing(in: text) { Self.isDrawn($0) ? Self.word : $0 }
      .replacing([Self.word, Self.word, Self.word].joined(separator: "."), with: Self.signed)
  }

  /// Long, and somewhere letters and digits go on side by side: no name of the protocol is like that.
  private static func isDrawn(_ word: String) -> Bool {
    word.utf8.count >= 20
      && word.split(whereSeparator: { "-_".contains($0) }).contains { part in
        part.utf8.count >= 7 && part.utf8.contains(where: \.isASCIIDigit)
          && part.utf8.contains { $0.isASCIIAlphanumeric && !$0.isASCIIDigit }
      }
  }
}

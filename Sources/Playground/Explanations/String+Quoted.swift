import OAuth

/// How values that came from outside stand in a sentence.
extension String {
  /// In quotation marks, control characters escaped, and no more than `limit` characters of it.
  func quoted(limit: Int = 40) -> String {
    let scalars = unicodeScalars
    guard scalars.count > limit else { return JSON.string(self).text }
    return JSON.string(String(String.UnicodeScalarView(scalars.prefix(limit))) + "…").text
  }

  var quoted: String { quoted() }

  /// Enough of a secret to recognise it: its beginning, if it is long, and how long it is.
  var glimpse: String {
    let length = counted(unicodeScalars.count, "character")
    guard unicodeScalars.count >= 20 else { return "of \(length)" }
    return "\(quoted(limit: 6)) of \(length)"
  }

  /// Where this text leaves another one, and how: `from octet 26 on: "/x" instead of "back"`.
  func divergence(from expected: String) -> String {
    let position = firstDifference(from: expected) ?? utf8.count
    let tails = [self, expected].map { text in
      let tail = String(decoding: text.utf8.dropFirst(position), as: UTF8.self)
      return tail.isEmpty ? "nothing" : tail.quoted(limit: 24)
    }
    return "from octet \(position) on: \(tails[0]) instead of \(tails[1])"
  }
}

/// `1 octet`, `2 octets`.
func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}

extension String {
  /// The text of a page, without its tags; any other text as it is.
  var withoutMarkup: String {
    var text = ""
    var rest = self[...]
    while let start = rest.firstIndex(of: "<") {
      text += rest[..<start]
      let tag = rest[rest.index(after: start)...]
      guard let first = tag.first, first.isLetter || "/!".contains(first), let end = tag.firstIndex(of: ">") else {
        text += "<"
        rest = tag
        continue
      }
      text += " "
      rest = tag[tag.index(after: end)...]
    }
    text += rest
    for (name, character) in Self.entities { text = text.replacing(name, with: character) }
    return text
  }

  private static let entities = [
    ("&quot;", "\""), ("&#34;", "\""), ("&#39;", "'"), ("&#039;", "'"), ("&apos;", "'"), ("&lt;", "<"), ("&gt;", ">"),
    ("&nbsp;", " "), ("&amp;", "&"),
  ]
}

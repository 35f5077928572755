import OAuth

extension PlainVocabulary {
  /// A word that something may follow.
  struct Form: Sendable {
    let word: String
    /// `edit NAME VALUE`
    let usage: String
    let example: String
    let title: String
    let read: @Sendable (PlainVocabulary, Rest) throws(PlainFault) -> PlainReply

    init(
      _ word: String, _ usage: String, _ example: String, _ title: String,
      read: @escaping @Sendable (PlainVocabulary, Rest) throws(PlainFault) -> PlainReply
    ) {
      self.word = word
      self.usage = usage
      self.example = example
      self.title = title
      self.read = read
    }
  }

  /// What follows the word.
  struct Rest {
    private let text: Substring
    private let form: Form

    init(_ text: Substring, _ form: Form) {
      self.text = text.trimmed
      self.form = form
    }

    var isEmpty: Bool { text.isEmpty }

    /// All of it, as it stands.
    var whole: String { String(text) }

    var words: [String] { text.split { $0 == " " || $0 == "\t" }.map(String.init) }

    func nothing() throws(PlainFault) {
      guard text.isEmpty else { throw wrong }
    }

    /// The one number that must stand there.
    func number() throws(PlainFault) -> Int {
      guard let number = try word().asciiNumber else { throw wrong }
      return number
    }

    /// What follows the first words.
    func after(_ count: Int) -> String {
      var rest = text
      for _ in 0..<count { rest = rest.drop { $0 != " " && $0 != "\t" }.trimmed }
      return String(rest)
    }

    /// The one word that must stand there.
    func word() throws(PlainFault) -> String {
      guard !text.isEmpty, !text.contains(" ") else { throw wrong }
      return String(text)
    }

    /// A word and what follows it; that may be a text between quotation marks, and so be empty.
    func nameAndValue() throws(PlainFault) -> (name: String, value: String) {
      let name = text.prefix { $0 != " " && $0 != "\t" }
      let value = text[name.endIndex...].trimmed
      guard !name.isEmpty, !value.isEmpty else { throw wrong }
      let isQuoted = value.count >= 2 && value.first == "\"" && value.last == "\""
      return (String(name), String(isQuoted ? value.dropFirst().dropLast() : value))
    }

    var wrong: PlainFault { PlainFault("expected \(form.usage), as in \(form.example)") }
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var text = drop { $0 == " " || $0 == "\t" }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return text
  }
}

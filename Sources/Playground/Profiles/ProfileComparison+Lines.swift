import AuthorizationServer

extension ProfileComparison {
  /// For people: each section with what is said on both sides, and why it matters.
  public var lines: [String] {
    var lines = ["\(this.name): \(this.summary)"]
    if isEmpty, notes.isEmpty { return lines + ["", "Nothing differs from \(other.name)."] }
    for section in Section.allCases where !self[section].isEmpty {
      lines += ["", "\(section.rawValue): \(self[section].count) differ from \(other.name)"]
      for difference in self[section] { lines += difference.lines(this.name, other.name) }
    }
    guard !notes.isEmpty else { return lines }
    return lines + ["", "What to know about it"] + notes
  }

  private var notes: [String] {
    this.notes.map { note in "  \(note.subject.map { "\($0): " } ?? "")\(note.text)" }
  }
}

extension ProfileComparison.Difference {
  fileprivate func lines(_ name: String, _ otherName: String) -> [String] {
    let width = max(name.count, otherName.count)
    var lines = ["  \(subject)"]
    for (name, value) in [(name, this), (otherName, other)] {
      lines.append("    \(name)\(String(repeating: " ", count: width - name.count))  \(value ?? "has none")")
    }
    if let meaning { lines.append("    matters: \(meaning)") }
    return lines
  }
}

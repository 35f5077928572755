import Terminal

extension Charset {
  /// The name of a key in characters that this charset has; where a sign would be unclear, a word.
  func name(of key: Key) -> String {
    guard self == .ascii else { return key.description }
    switch key {
    case .enter: return "Enter"
    case .up: return "Up"
    case .down: return "Down"
    case .left: return "Left"
    case .right: return "Right"
    default: return key.description
    }
  }

  /// A sentence whose signs for keys are words.
  func spelled(_ sentence: String) -> String {
    self == .ascii ? sentence.replacing("↵", with: "Enter").replacing("↑↓", with: "Up/Down") : sentence
  }
}

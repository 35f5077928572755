import Terminal

/// Keys to be pressed, and what is to be seen in between, as a text file says.
struct Script: Equatable {
  enum Action: Equatable {
    /// The window's size, from the start.
    case size(Size)
    /// What it can draw, from the start.
    case charset(Charset)
    case resize(Size)
    case press([Key])
    case type(String)
    case paste(String)
    case await(String)
    /// How long to wait from here on.
    case limit(Duration)
    /// The time goes on.
    case advance(Duration)
    /// For those who watch; nothing without a terminal.
    case pause(Duration)
    /// The screen as text; nil is standard output.
    case save(file: String?)
  }

  struct Line: Equatable {
    let action: Action
    /// Counted from 1.
    let number: Int
  }

  let file: String
  let lines: [Line]

  /// The size that the script asks for, if it does.
  var size: Size? {
    lines.lazy.compactMap { line in
      if case .size(let size) = line.action { size } else { nil }
    }.first
  }

  /// The same for the charset.
  var charset: Charset? {
    lines.lazy.compactMap { line in
      if case .charset(let charset) = line.action { charset } else { nil }
    }.first
  }
}

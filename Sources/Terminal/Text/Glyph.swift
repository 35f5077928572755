/// The smallest thing drawn: a spacing character with its combining marks, or one character of an escape.
public struct Glyph: Hashable, Sendable {
  public let text: String
  /// 1 or 2.
  public let columns: Int
  /// Whether it belongs to an escape that stands for something that cannot be shown.
  public let isEscape: Bool

  init(text: String, columns: Int, isEscape: Bool = false) {
    self.text = text
    self.columns = columns
    self.isEscape = isEscape
  }

  static let ellipsis = Glyph(text: "…", columns: 1)

  var isBlank: Bool { text == " " }
}

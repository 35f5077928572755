import PlaygroundUI

/// What can be done with the place where somebody sits, besides drawing. Each answer is what the model is to be told.
protocol Console: AnyObject {
  /// Somebody else has the terminal for a while.
  var isLent: Bool { get }

  func copy(_ copied: Copied) -> Message?

  /// Shows a text that was made visible before.
  func page(_ text: String, title: String) -> Message?

  func edit(_ text: String) -> Message?

  func setMouse(_ on: Bool) -> Message?

  func suspend() -> Message?

  func redraw()

  /// A program that was started may have ended.
  func collect() -> Message?
}

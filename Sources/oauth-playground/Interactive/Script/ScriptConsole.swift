import PlaygroundUI

/// Where a script plays without a terminal: what needs one is refused with a reason.
final class ScriptConsole: Console {
  let isLent = false

  func copy(_ copied: Copied) -> Message? {
    .told(Notice("no clipboard without a terminal: \(copied.what), \(copied.octets.count) octets", isProblem: true))
  }

  func page(_ text: String, title: String) -> Message? {
    .told(Notice("no pager without a terminal", isProblem: true))
  }

  func edit(_ text: String) -> Message? { .edited(.failed("no editor without a terminal")) }

  func setMouse(_ on: Bool) -> Message? { nil }

  func suspend() -> Message? { .noJobControl }

  func redraw() {}

  func collect() -> Message? { nil }
}

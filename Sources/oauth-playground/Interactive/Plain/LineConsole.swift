import OAuth
import PlaygroundUI
import Terminal

/// Where somebody reads lines: what a screen would copy or show elsewhere is written out.
final class LineConsole: Console {
  let isLent = false
  private let write: (String) -> Void

  init(write: @escaping (String) -> Void) {
    self.write = write
  }

  func copy(_ copied: Copied) -> Message? {
    write(copied.what)
    var lines = VisibleText.lines(bytes: copied.octets).map(\.string)
    if lines.last?.isEmpty == true { lines.removeLast() }
    for line in lines { write("   \(line)") }
    return nil
  }

  func page(_ text: String, title: String) -> Message? {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    while lines.last?.isEmpty == true { lines.removeLast() }
    for line in lines { write(String(line)) }
    return nil
  }

  func edit(_ text: String) -> Message? { .edited(.failed("no editor without a screen")) }

  func setMouse(_ on: Bool) -> Message? { nil }

  func suspend() -> Message? { nil }

  func redraw() {}

  func collect() -> Message? { nil }
}

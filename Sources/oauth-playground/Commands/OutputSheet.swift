import Terminal

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What standard output has room for: how wide a terminal is, and whether it shows styles.
struct OutputSheet {
  /// 80 where there is no terminal.
  let columns: Int
  let hasStyles: Bool
  private let palette: Palette

  init(environment: [String: String]) {
    let isTerminal = isatty(STDOUT_FILENO) == 1 && environment["TERM"] != "dumb"
    var size = winsize()
    let isKnown = isTerminal && ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    columns = isKnown ? Int(size.ws_col) : 80
    hasStyles = isTerminal
    palette = Palette((environment["NO_COLOR"] ?? "").isEmpty ? .sixteen : .none)
  }

  /// The row with its styles as a terminal obeys them.
  func text(of row: StyledLine) -> String {
    row.spans.map { span in
      let look = palette.look(span.style)
      let attributes: [(Attributes, Int)] = [(.bold, 1), (.dim, 2), (.underlined, 4), (.reversed, 7)]
      let codes =
        attributes.compactMap { look.attributes.contains($0) ? $1 : nil }
        + (look.colour.map { [$0 < 8 ? 30 + $0 : 82 + $0] } ?? [])
      guard !codes.isEmpty else { return span.text.string }
      return "\u{1B}[\(codes.map(String.init).joined(separator: ";"))m\(span.text.string)\u{1B}[0m"
    }.joined()
  }
}

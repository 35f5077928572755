import CTerminal
import Terminal
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

@Suite struct `The width table` {
  @Test(
    arguments: [
      ("a", .spacing(1)), ("~", .spacing(1)), ("─", .spacing(1)), ("漢", .spacing(2)), ("😀", .spacing(2)),
      ("\u{301}", .combining), ("\u{1b}", .control), ("\u{9b}", .control), ("\u{7f}", .control),
      ("\u{202e}", .unsafe), ("\u{200d}", .unsafe), ("\u{ad}", .unsafe), ("\u{3164}", .unsafe), ("\u{2800}", .unsafe),
    ] as [(Unicode.Scalar, DisplayWidth)])
  func `each kind of character has its width`(scalar: Unicode.Scalar, width: DisplayWidth) {
    #expect(DisplayWidth.of(scalar) == width)
  }

  @Test func `every glyph of our own screens is one column wide`() {
    for scalar in "━─═┃│┏┓┗┛┌┐└┘├┤┬┴┼╋┄✓✗●○►◄…↵·█░•→←↑↓§–×".unicodeScalars {
      #expect(DisplayWidth.of(scalar) == .spacing(1), "\(scalar)")
    }
  }

  @Test func `no own glyph has an emoji form that some terminals draw wide`() {
    for scalar in "━─┃│┏┓┗┛┌┐└┘┄✓✗●○►◄…↵·█░•→".unicodeScalars {
      #expect(!scalar.properties.isEmoji, "\(scalar)")
    }
  }

  /// ncurses asks the C library; where it would answer otherwise than this table, rows would shift.
  @Test func `the C library agrees on everything that is drawn`() {
    guard let locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil) else { return }
    let before = uselocale(locale)
    defer {
      uselocale(before)
      freelocale(locale)
    }
    for value in UInt32(0x20)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let theirs = Int(oap_library_width(value))
      switch DisplayWidth.of(scalar) {
      case .spacing(let columns):
        if theirs != columns { Issue.record("U+\(String(value, radix: 16)): \(columns) here, \(theirs) there") }
      case .combining:
        if theirs != 0 { Issue.record("U+\(String(value, radix: 16)): combining here, \(theirs) there") }
      case .control, .unsafe: continue
      }
    }
  }
}

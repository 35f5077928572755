import Terminal

/// Octets that are no text: their offset, their values, and beside them those that are ASCII.
struct HexDump {
  private let octets: ArraySlice<UInt8>
  /// More than this nobody reads.
  static let bound = 4096

  init(_ octets: ArraySlice<UInt8>) { self.octets = octets }

  /// How it begins tells what it is.
  private static let sampled = 1024

  /// Whether most of it can be read as it stands.
  static func isText(_ octets: ArraySlice<UInt8>) -> Bool {
    let sample = octets.prefix(sampled)
    // An escape that stands for an octet has four signs.
    let escaped = VisibleText.lines(bytes: sample).reduce(0) { $0 + $1.glyphs.count(where: \.isEscape) } / 4
    return escaped * 8 <= sample.count
  }

  func rows(columns: Int) -> [StyledLine] {
    let shown = octets.prefix(Self.bound)
    let width = [16, 8, 4].first { 4 * $0 + 7 <= columns } ?? 2
    var rows = stride(from: shown.startIndex, to: shown.endIndex, by: width).map { start in
      row(shown[start..<min(start + width, shown.endIndex)], width)
    }
    if octets.count > shown.count { rows.append(StyledLine("… \(octets.count - shown.count) more octets", .muted)) }
    return rows
  }

  private func row(_ part: ArraySlice<UInt8>, _ width: Int) -> StyledLine {
    let offset = Self.hex(part.startIndex - octets.startIndex, digits: 4)
    let values = part.map { Self.hex(Int($0), digits: 2) }.joined(separator: " ")
    let signs = part.map { (0x20...0x7E).contains($0) ? String(Unicode.Scalar($0)) : "." }.joined()
    return StyledLine("\(offset)  ", .muted) + StyledLine(values.padded(to: 3 * width)) + StyledLine(signs, .value)
  }

  private static func hex(_ number: Int, digits: Int) -> String {
    let text = String(number, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}

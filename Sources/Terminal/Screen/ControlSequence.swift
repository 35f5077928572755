/// A request to the terminal besides drawing. Only these can be made, and none can carry anything else along.
public struct ControlSequence: Hashable, Sendable {
  let bytes: String

  /// Puts bytes on the clipboard of the person's own machine (OSC 52), where the terminal allows it.
  public static func clipboard(_ content: some Sequence<UInt8>) -> ControlSequence {
    ControlSequence(bytes: "\u{1b}]52;c;\(base64(Array(content)))\u{07}")
  }

  /// Names the window. The text is made visible first.
  public static func title(_ text: String) -> ControlSequence {
    ControlSequence(bytes: "\u{1b}]2;\(VisibleText(text).string)\u{07}")
  }

  /// RFC 4648 section 4.
  private static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        text.append(place <= group.count ? alphabet[bits >> (18 - 6 * place) & 63] : "=")
      }
    }
    return text
  }
}

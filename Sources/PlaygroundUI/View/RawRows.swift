import Playground
import Terminal

/// The octets of an exchange as they crossed the wire, both directions, made visible.
enum RawRows {
  static func rows(of exchange: Exchange?) -> [StyledLine] {
    guard let exchange else { return [StyledLine("nothing was sent yet", .muted)] }
    var rows = [StyledLine("request, \(exchange.requestBytes.count) octets", .accent)]
    rows += text(exchange.requestBytes)
    rows += [[], StyledLine("response, \(exchange.responseBytes.count) octets", .accent)]
    return rows + text(exchange.responseBytes)
  }

  /// Enough for every message that the limits let pass.
  private static let bound = 400

  private static func text(_ octets: [UInt8]) -> [StyledLine] {
    let lines = VisibleText.lines(bytes: octets.prefix(64 * 1024))
    let shown = lines.prefix(bound).enumerated().map { index, line in
      StyledLine(line, index == 0 ? Style(.text, .bold) : .text)
    }
    return lines.count > bound ? shown + [StyledLine("… \(lines.count - bound) more lines", .muted)] : shown
  }
}

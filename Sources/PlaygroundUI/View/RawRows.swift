import Playground
import Terminal

/// The octets of an exchange as they crossed the wire, both directions, made visible.
enum RawRows {
  /// Broken at the edge and nowhere else: these are octets, not prose.
  static func rows(of exchange: Exchange?, columns: Int) -> [StyledLine] {
    guard let exchange else { return [StyledLine("nothing was sent yet", .muted)] }
    var rows = [StyledLine("request, \(exchange.requestBytes.count) octets", .accent)]
    rows += text(exchange.requestBytes, columns)
    rows += [[], StyledLine("response, \(exchange.responseBytes.count) octets", .accent)]
    return rows + text(exchange.responseBytes, columns)
  }

  /// Enough for every message that the limits let pass.
  private static let bound = 400

  private static func text(_ octets: [UInt8], _ columns: Int) -> [StyledLine] {
    let lines = VisibleText.lines(bytes: octets.prefix(64 * 1024))
    let shown = lines.prefix(bound).enumerated().flatMap { index, line in
      line.split(every: max(1, columns)).map { StyledLine($0, index == 0 ? Style(.text, .bold) : .text) }
    }
    return lines.count > bound ? shown + [StyledLine("… \(lines.count - bound) more lines", .muted)] : shown
  }
}

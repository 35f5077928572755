import OAuth
import Playground
import Terminal

/// Reads a script, one action a line, and finds every fault before anything is played.
struct ScriptReader {
  static let largestFile = 256 * 1024

  private let file: String
  private var lines: [Script.Line] = []
  /// Nothing but the head has been read so far.
  private var isHead = true

  private static let actions = [
    "size", "charset", "resize", "key", "type", "paste", "wait", "limit", "advance", "pause", "save",
  ]

  /// - Throws: the first fault, with file, line, and what was expected.
  static func script(in octets: [UInt8], file: String) throws(FileFault) -> Script {
    guard octets.count <= largestFile else {
      throw FileFault(file: file, message: "a script has at most \(largestFile) octets")
    }
    guard let text = String(validating: octets, as: UTF8.self) else {
      throw FileFault(file: file, message: "a script is UTF-8 text, and this is not")
    }
    var reader = ScriptReader(file: file)
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isLineEnd).enumerated() {
      try reader.read(line, number: index + 1)
    }
    return Script(file: file, lines: reader.lines)
  }

  private init(file: String) {
    self.file = file
  }

  private mutating func read(_ line: Substring, number: Int) throws(FileFault) {
    let line = line.drop(while: \.isBlank)
    guard let first = line.first, first != "#" else { return }
    let word = line.prefix { !$0.isBlank }
    let rest = line[word.endIndex...].drop(while: \.isBlank)
    do throws(Fault) {
      let action = try Self.action(String(word), rest)
      switch action {
      case .size, .charset: try refuseInHead(word)
      default: isHead = false
      }
      lines.append(Script.Line(action: action, number: number))
    } catch {
      throw FileFault(file: file, line: number, message: error.message)
    }
  }

  /// Once, and before anything is done.
  private func refuseInHead(_ word: Substring) throws(Fault) {
    guard isHead else {
      throw Fault(word == "size" ? "size comes first; later on it is resize" : "\(word) comes first, before any key")
    }
    let first = lines.first { line in
      switch line.action {
      case .size: word == "size"
      case .charset: word == "charset"
      default: false
      }
    }
    if let first { throw Fault("\(word) occurs twice; the first is in line \(first.number)") }
  }

  struct Fault: Error {
    let message: String

    init(_ message: String) {
      self.message = message
    }
  }

  private static func action(_ word: String, _ line: Substring) throws(Fault) -> Script.Action {
    let isText = ["type", "paste", "wait", "save"].contains(word)
    let rest = isText ? line : line.withoutRemark
    return switch word {
    case "size": .size(try size(rest))
    case "charset": .charset(try charset(rest))
    case "resize": .resize(try size(rest))
    case "key": .press(try keys(rest))
    case "type": .type(try text(rest, of: word))
    case "paste": .paste(try text(rest, of: word))
    case "wait": .await(try awaited(rest))
    case "limit": .limit(try seconds(rest, of: word))
    case "advance": .advance(try seconds(rest, of: word))
    case "pause": .pause(try seconds(rest, of: word))
    case "save": .save(file: try file(rest))
    default:
      throw Fault(
        "\(JSON.string(word).text) is no action\(Suggestion.clause(for: word, among: actions)) "
          + "(there are: \(actions.joined(separator: ", ")))")
    }
  }
}

import HTTPTypes
import OAuth

/// An answer as lines that can be compared, each with the name of what it says. What chance has made is masked.
struct AnswerText: Equatable {
  typealias Line = RequestComparison.Line

  let status: Line
  let fields: [Line]
  let body: [Line]

  init(_ response: ResponseMessage) {
    let words = ChanceWords(in: response.body)
    status = Line(.status, "HTTP/1.1 \(response.head.status)", name: "status")
    fields = response.head.headerFields.map { field in
      Line(.field, "\(field.name.rawName): \(words.masked(field.value))", name: field.name.canonicalName)
    }
    body = Self.lines(of: response).map { Line(.body, words.masked($0.text), name: words.masked($0.name)) }
  }

  /// A JSON object has a line for each member, octet for octet but for what stands between them; everything else has
  /// the lines it has.
  private static func lines(of response: ResponseMessage) -> [(text: String, name: String)] {
    let text = String(decoding: response.body, as: UTF8.self)
    if case .object(let members)? = try? JSON(parsing: response.body), !members.isEmpty {
      let parts = Self.parts(of: text)
      if parts.count == members.count { return zip(parts, members).map { ($0, $1.name) } }
    }
    var lines = PrintableText.lines(text)
    if lines.last == "" { lines.removeLast() }
    return lines.map { ($0, $0) }
  }

  /// The members of an object as they are written.
  private static func parts(of text: String) -> [String] {
    var members: [String] = []
    var member = ""
    var (depth, isQuoted, isEscaped) = (0, false, false)
    for character in text {
      switch character {
      case _ where isEscaped: isEscaped = false
      case "\\" where isQuoted: isEscaped = true
      case "\"": isQuoted.toggle()
      case _ where isQuoted: break
      case "{", "[": depth += 1
      case "}", "]": depth -= 1
      default: break
      }
      let isBetween = !isQuoted && (depth == 1 && "{,".contains(character) || depth == 0)
      if isBetween {
        if !member.isEmpty { members.append(member) }
        member = ""
      } else if !member.isEmpty || !character.isWhitespace {
        member.append(character)
      }
    }
    return members.map(PrintableText.line)
  }
}

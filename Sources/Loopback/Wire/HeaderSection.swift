import HTTPTypes

/// The header lines of a message up to the empty line, or the trailers after its last chunk (RFC 9112 section 5).
struct HeaderSection {
  private(set) var fields = HTTPFields()
  private var size = 0
  private var count = 0

  /// The trailers of the same message: what came before counts against the limits.
  func trailers() -> HeaderSection {
    var section = self
    section.fields = HTTPFields()
    return section
  }

  /// Takes lines; returns whether the empty line was reached. A value may hold bytes beyond ASCII, which mean nothing
  /// here: a cookie of another program on this host must not shut a browser out (RFC 9110 section 5.5).
  mutating func read(from intake: inout Intake, limits: Limits) throws(MalformedRequest) -> Bool {
    while true {
      let number = intake.lineNumber
      guard let line = try intake.takeLine(allowingHighBytes: true) else {
        // One byte may be the CR of the empty line, which does not count.
        let unfinished = intake.pending.count
        if unfinished > 1 && size + unfinished > limits.headerSection {
          throw .headersTooLarge(limit: limits.headerSection)
        }
        return false
      }
      if line.isEmpty { return true }
      size += line.count + 2
      count += 1
      if size > limits.headerSection { throw .headersTooLarge(limit: limits.headerSection) }
      if count > limits.headerCount { throw .tooManyHeaders(limit: limits.headerCount) }
      fields.append(try Self.field(line, number: number))
    }
  }

  private static func field(_ line: ArraySlice<UInt8>, number: Int) throws(MalformedRequest) -> HTTPField {
    if line.first == .space || line.first == .horizontalTab { throw .foldedHeader(line: number) }
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")),
      let name = HTTPField.Name(String(decoding: line[..<colon], as: UTF8.self))
    else { throw .badHeader(line: number) }
    let isBlank = { (byte: UInt8) in byte == .space || byte == .horizontalTab }
    let value = line[(colon + 1)...].drop(while: isBlank)
    let end = value.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? value.startIndex
    return HTTPField(name: name, value: value[..<end])
  }
}

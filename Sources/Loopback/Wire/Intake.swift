/// The bytes of a message as they arrive, and how far they were understood.
struct Intake {
  /// Everything since the message began, what follows it included.
  private(set) var bytes: [UInt8] = []
  private var position = 0
  private var scanned = 0
  private var line = 0

  /// What was not understood yet.
  var pending: ArraySlice<UInt8> { bytes[position...] }

  /// The number of the line that ``pending`` begins with.
  var lineNumber: Int { line + 1 }

  mutating func append(_ arrived: some Sequence<UInt8>) {
    bytes.append(contentsOf: arrived)
  }

  /// Takes the next line without its CRLF; `nil` while it is incomplete. RFC 9112 section 2.2, strictly.
  mutating func takeLine(allowingHighBytes: Bool = false) throws(MalformedRequest) -> ArraySlice<UInt8>? {
    while scanned < bytes.count {
      let byte = bytes[scanned]
      let followsCarriageReturn = scanned > position && bytes[scanned - 1] == .carriageReturn
      if byte == .lineFeed {
        guard followsCarriageReturn else { throw .bareLineFeed(line: lineNumber) }
        let content = bytes[position..<(scanned - 1)]
        scanned += 1
        position = scanned
        line += 1
        return content
      }
      if followsCarriageReturn { throw .bareCarriageReturn(line: lineNumber) }
      if !byte.isAllowedInLine(highBytes: allowingHighBytes) { throw .forbiddenByte(byte, line: lineNumber) }
      scanned += 1
    }
    return nil
  }

  /// Takes up to `count` bytes, whatever they are.
  mutating func take(atMost count: Int) -> ArraySlice<UInt8> {
    let taken = pending.prefix(count)
    position = taken.endIndex
    scanned = position
    return taken
  }

  /// The message ends here: hands out its bytes and begins the next message with the rest.
  mutating func split() -> [UInt8] {
    let message = Array(bytes[..<position])
    bytes.removeFirst(position)
    (position, scanned, line) = (0, 0, 0)
    return message
  }
}

extension UInt8 {
  static let horizontalTab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20

  fileprivate func isAllowedInLine(highBytes: Bool) -> Bool {
    switch self {
    case .horizontalTab, .carriageReturn, .space...0x7E: true
    case 0x80...0xFF: highBytes
    default: false
    }
  }
}

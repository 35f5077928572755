/// The body of a message, read as its framing says (RFC 9112 section 6).
struct Body {
  enum Framing: Equatable {
    case none
    case length(Int)
    case chunked
    case untilClose
  }

  private enum Stage {
    case bytes(left: Int)
    case chunkSize
    case chunk(left: Int)
    case chunkEnd
    case trailers(HeaderSection)
    case untilClose
    case complete
  }

  private(set) var content: [UInt8] = []
  private var stage: Stage
  /// Bytes of chunk framing, so that a body of tiny chunks with long extensions is bounded as well.
  private var overhead = 0
  private let headers: HeaderSection

  private static let longestChunkLine = 256
  private static let overheadPerByte = 8

  /// - Parameter headers: the header section before it, whose size the trailers add to.
  init(_ framing: Framing, after headers: HeaderSection) {
    self.headers = headers
    stage =
      switch framing {
      case .none: .complete
      case .length(let length): .bytes(left: length)
      case .chunked: .chunkSize
      case .untilClose: .untilClose
      }
  }

  /// Takes what is there; returns whether the body is complete.
  mutating func read(from intake: inout Intake, limits: Limits) throws(MalformedRequest) -> Bool {
    while let next = try advance(from: &intake, limits: limits) {
      stage = next
      if case .complete = next { return true }
    }
    if case .complete = stage { return true }
    return false
  }

  /// The stage after this one; `nil` if more bytes must come first.
  private mutating func advance(from intake: inout Intake, limits: Limits) throws(MalformedRequest) -> Stage? {
    switch stage {
    case .complete: return nil
    case .bytes(let left):
      let rest = try take(left, from: &intake, limits: limits)
      return rest == 0 ? .complete : wait(.bytes(left: rest))
    case .untilClose:
      _ = try take(.max, from: &intake, limits: limits)
      return nil
    case .chunkSize:
      guard let size = try takeChunkSize(from: &intake, limits: limits) else { return nil }
      return size == 0 ? .trailers(headers.trailers()) : .chunk(left: size)
    case .chunk(let left):
      let rest = try take(left, from: &intake, limits: limits)
      return rest == 0 ? .chunkEnd : wait(.chunk(left: rest))
    case .chunkEnd:
      guard intake.pending.count >= 2 else { return nil }
      guard intake.take(atMost: 2).elementsEqual([.carriageReturn, .lineFeed]) else { throw .badChunk }
      return .chunkSize
    case .trailers(var trailers):
      let complete = try trailers.read(from: &intake, limits: limits)
      return complete ? .complete : wait(.trailers(trailers))
    }
  }

  private mutating func wait(_ unfinished: Stage) -> Stage? {
    stage = unfinished
    return nil
  }

  private mutating func take(_ left: Int, from intake: inout Intake, limits: Limits) throws(MalformedRequest) -> Int {
    if left != .max, left > limits.body - content.count { throw .bodyTooLarge(limit: limits.body) }
    let taken = intake.take(atMost: left)
    content.append(contentsOf: taken)
    if content.count > limits.body { throw .bodyTooLarge(limit: limits.body) }
    return left - taken.count
  }

  private mutating func takeChunkSize(
    from intake: inout Intake, limits: Limits
  ) throws(MalformedRequest) -> Int? {
    let line: ArraySlice<UInt8>?
    do { line = try intake.takeLine() } catch { throw .badChunk }
    guard let line else {
      if intake.pending.count > Self.longestChunkLine + 1 { throw .badChunk }
      return nil
    }
    overhead += line.count + 4
    if overhead > Self.overheadPerByte * limits.body + Self.longestChunkLine { throw .bodyTooLarge(limit: limits.body) }
    let digits = line.prefix { $0 != UInt8(ascii: ";") }
    guard line.count <= Self.longestChunkLine, (1...15).contains(digits.count),
      digits.allSatisfy(\.isHexadecimalDigit), let size = Int(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw .badChunk }
    return size
  }
}

extension UInt8 {
  fileprivate var isHexadecimalDigit: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }
}

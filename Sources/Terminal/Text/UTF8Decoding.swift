/// Splits bytes into valid scalars and single bytes that are not UTF-8 (RFC 3629:
/// no surrogates, no longer form than needed).
struct UTF8Decoding {
  private var pending: [UInt8] = []
  private var missing = 0
  /// What the next continuation byte may be; narrower after some leading bytes.
  private var allowed: ClosedRange<UInt8> = 0x80...0xBF

  mutating func feed(_ byte: UInt8, into builder: inout GlyphBuilder) {
    if missing > 0 {
      if allowed.contains(byte) {
        pending.append(byte)
        missing -= 1
        allowed = 0x80...0xBF
        if missing == 0 { complete(into: &builder) }
        return
      }
      finish(into: &builder)
    }
    begin(byte, into: &builder)
  }

  /// Gives up what is left of an unfinished sequence, byte by byte.
  mutating func finish(into builder: inout GlyphBuilder) {
    for byte in pending { builder.append(invalid: byte) }
    pending = []
    missing = 0
    allowed = 0x80...0xBF
  }

  private mutating func begin(_ byte: UInt8, into builder: inout GlyphBuilder) {
    switch byte {
    case 0x00...0x7F: builder.append(Unicode.Scalar(byte))
    case 0xC2...0xDF: expect(1, after: byte)
    case 0xE0: expect(2, after: byte, 0xA0...0xBF)
    case 0xED: expect(2, after: byte, 0x80...0x9F)
    case 0xE1...0xEF: expect(2, after: byte)
    case 0xF0: expect(3, after: byte, 0x90...0xBF)
    case 0xF4: expect(3, after: byte, 0x80...0x8F)
    case 0xF1...0xF3: expect(3, after: byte)
    default: builder.append(invalid: byte)
    }
  }

  private mutating func expect(_ count: Int, after byte: UInt8, _ next: ClosedRange<UInt8> = 0x80...0xBF) {
    pending = [byte]
    missing = count
    allowed = next
  }

  private mutating func complete(into builder: inout GlyphBuilder) {
    for scalar in String(decoding: pending, as: UTF8.self).unicodeScalars { builder.append(scalar) }
    pending = []
  }
}

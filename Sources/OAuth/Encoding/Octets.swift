/// ASCII tests and comparisons on octets. Swift compares strings by canonical equivalence, under which the Kelvin sign
/// equals K; a protocol compares octets.
extension UInt8 {
  public var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  public var isASCIILetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }

  public var isASCIIAlphanumeric: Bool { isASCIIDigit || isASCIILetter }

  /// `VSCHAR` of RFC 6749 appendix A: printable ASCII and space.
  public var isVisibleASCII: Bool { (0x20...0x7E).contains(self) }
}

extension StringProtocol {
  /// Equality of the UTF-8 octets.
  public func hasSameOctets(as other: some StringProtocol) -> Bool {
    utf8.elementsEqual(other.utf8)
  }

  /// Lower case for ASCII letters only: what HTTP means by case-insensitive.
  public var asciiLowercased: String {
    String(decoding: utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  /// A number written with digits only; `Int("+5")` is 5.
  public var asciiNumber: Int? {
    !isEmpty && utf8.allSatisfy(\.isASCIIDigit) ? Int(self) : nil
  }

  /// The first octet position at which two texts differ; nil when they are the same.
  public func firstDifference(from other: some StringProtocol) -> Int? {
    var position = 0
    var (left, right) = (utf8.makeIterator(), other.utf8.makeIterator())
    while true {
      let (one, two) = (left.next(), right.next())
      if one != two { return position }
      if one == nil { return nil }
      position += 1
    }
  }
}

/// Compares secrets in a time that depends on their lengths only.
public func constantTimeEqual(_ left: some Sequence<UInt8>, _ right: some Sequence<UInt8>) -> Bool {
  let (left, right) = (Array(left), Array(right))
  var difference = UInt8(left.count == right.count ? 0 : 1)
  for index in left.indices {
    difference |= left[index] ^ (index < right.count ? right[index] : 0)
  }
  return difference == 0
}

/// Reproducible chance for property tests (SplitMix64).
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A scalar from where trouble lives: controls, marks, bidi, tags, wide ones, and any other.
  mutating func scalar() -> Unicode.Scalar {
    let ranges: [ClosedRange<UInt32>] = [
      0...0x1F, 0x20...0x7E, 0x7F...0xA0, 0x300...0x36F, 0x200B...0x206F, 0x4E00...0x4F00, 0x1F300...0x1F6FF,
      0xE0000...0xE01EF, 0xFE00...0xFE0F, 0...0x10FFFF,
    ]
    while true {
      let range = ranges[Int.random(in: ranges.indices, using: &self)]
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &self)) { return scalar }
    }
  }
}

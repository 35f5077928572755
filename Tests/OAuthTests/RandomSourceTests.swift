import OAuth
import Testing

@Suite("Random source")
struct RandomSourceTests {
  @Test func `one seed gives one sequence, known octet by octet`() {
    var random = RandomSource.seeded(1, stream: 0)
    #expect(random.token() == "TLvYylIVuNFhrsGBp0tpT04ksAHVsIHcADDteXqJc-A")
    #expect(random.token() == "gU3XuXhNV8FbnCly6bT9bPfhZPgWKpNL2yRSpBPasfc")
  }

  @Test func `equal sources stay equal as long as they draw alike`() {
    var (one, other) = (RandomSource.seeded(8414, stream: 1), RandomSource.seeded(8414, stream: 1))
    #expect(one == other)
    #expect(one.octets(16) == other.octets(16))
    _ = one.octets(1)
    #expect(one != other)
  }

  @Test func `streams and seeds differ`() {
    let sources = [(1, 0), (1, 1), (1, 2), (2, 0), (2, 1)] as [(UInt64, UInt64)]
    let tokens = sources.map { seed, stream in
      var random = RandomSource.seeded(seed, stream: stream)
      return random.token()
    }
    #expect(Set(tokens).count == sources.count)
  }

  @Test(arguments: [0, 1, 16, 31, 32])
  func `a draw has the length asked for`(count: Int) {
    var (seeded, system) = (RandomSource.seeded(1, stream: 0), RandomSource.system)
    #expect(seeded.octets(count).count == count)
    #expect(system.octets(count).count == count)
  }

  @Test func `the system's source does not repeat itself`() {
    var random = RandomSource.system
    #expect(Set((0..<100).map { _ in random.token() }).count == 100)
  }
}

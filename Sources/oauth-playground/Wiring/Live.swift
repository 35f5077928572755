import OAuth

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The only place where the program looks at the machine's clock or asks it for chance.
enum Live {
  static let machineTime: @Sendable () -> Instant = {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(nanoseconds: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
  }

  /// The environment variables of the process.
  static var environment: [String: String] {
    var variables: [String: String] = [:]
    var entry = environ
    while let pair = entry.pointee.map({ String(cString: $0) }) {
      if let equals = pair.firstIndex(of: "=") {
        variables[String(pair[..<equals])] = String(pair[pair.index(after: equals)...])
      }
      entry += 1
    }
    return variables
  }

  /// Whose random values are drawn: with a seed, each party has a sequence of its own.
  enum Party: UInt64 {
    case server = 1
    case client = 2
  }

  static func drawSeed() -> UInt64 { UInt64.random(in: .min ... .max) }

  static func random(seed: UInt64?, for party: Party) -> RandomSource {
    seed.map { .seeded($0, stream: party.rawValue) } ?? .system
  }

  /// The keys to begin with: where everything is to be the same in every run, those that RFC 7515 has printed.
  static func signingKeys(seed: UInt64?) -> [SigningAlgorithm: [SigningKey]] {
    guard seed != nil else { return [:] }
    return Dictionary(uniqueKeysWithValues: SigningAlgorithm.allCases.map { ($0, [.ofRFC7515($0)]) })
  }
}

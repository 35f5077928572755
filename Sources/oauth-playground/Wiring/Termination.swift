#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The signals that ask the program to end. To be made before any thread is started:
/// the threads inherit what is held back.
struct Termination {
  private let awaited: [Int32]

  /// From here on the signals wait until somebody asks; one that the caller had ignored stays ignored.
  init() {
    awaited = [SIGINT, SIGTERM, SIGHUP].filter { number in
      var action = sigaction()
      sigaction(number, nil, &action)
      return !Self.isIgnored(action)
    }
    var set = Self.set(of: awaited)
    pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  /// Blocks until one of them comes, and says which.
  func wait() -> Int32 {
    var set = Self.set(of: awaited)
    var number: Int32 = 0
    while sigwait(&set, &number) != 0 {}
    return number
  }

  private static func set(of numbers: [Int32]) -> sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for number in numbers { sigaddset(&set, number) }
    return set
  }

  private static func isIgnored(_ action: sigaction) -> Bool {
    #if canImport(Darwin)
    unsafeBitCast(action.__sigaction_u.__sa_handler, to: Int.self) == 1
    #else
    unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
    #endif
  }
}

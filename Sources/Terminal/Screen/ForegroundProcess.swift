internal import CTerminal

#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// An editor or pager that has the terminal. It shares our process group,
/// or the kernel would stop it at its first read.
public struct ForegroundProcess: Hashable, Sendable {
  private let identifier: pid_t

  /// Starts a program found in PATH; the first argument is its name.
  ///
  /// - Throws: `DisplayError.system` when it cannot be started.
  public static func start(
    _ arguments: [String], environment: [String: String]
  ) throws(DisplayError) -> ForegroundProcess {
    guard let file = arguments.first else { throw .system(call: "posix_spawn", code: ENOENT) }
    var argv = arguments.map { strdup($0) } + [nil]
    var envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    let identifier = oap_spawn_foreground(file, &argv, &envp, oap_guard_standard_error())
    let code = errno
    for pointer in argv + envp { free(pointer) }
    guard identifier > 0 else { throw .system(call: "posix_spawn", code: code) }
    return ForegroundProcess(identifier: identifier)
  }

  /// How it is with a program that was started.
  public enum Condition: Hashable, Sendable {
    case running
    /// Stopped, as by ctrl-Z; it goes on after ``proceed()``.
    case stopped
    case exited(Int32)
    case killed(signal: Int32)
    /// Somebody else has been told of its end.
    case lost
  }

  /// Asks without waiting. Whoever was told of an end must not ask again.
  public func condition() -> Condition {
    var status: Int32 = 0
    var found = waitpid(identifier, &status, WNOHANG | WUNTRACED)
    while found < 0, errno == EINTR { found = waitpid(identifier, &status, WNOHANG | WUNTRACED) }
    if found == 0 { return .running }
    if found < 0 { return .lost }
    // What the macros of <sys/wait.h> say.
    if status & 0xFF == 0x7F { return .stopped }
    return status & 0x7F == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal: status & 0x7F)
  }

  /// Lets it go on after a stop.
  public func proceed() { kill(identifier, SIGCONT) }

  /// Asks it to end, and makes it end if it does not follow in time.
  public func end(within grace: Duration = .seconds(2)) {
    kill(identifier, SIGTERM)
    // A stopped program does not hear.
    proceed()
    if wait(within: grace) != nil { return }
    kill(identifier, SIGKILL)
    _ = wait(within: .seconds(2))
  }

  /// Waits for its end; nil if it does not come in that time.
  public func wait(within limit: Duration) -> Condition? {
    let deadline = ContinuousClock.now + limit
    while true {
      switch condition() {
      case .running, .stopped: break
      case let end: return end
      }
      if ContinuousClock.now > deadline { return nil }
      poll(nil, 0, 2)
    }
  }
}

internal import CTerminal

#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// An editor or pager that has the terminal. It shares our process group, or the kernel would stop it at its first read.
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

  /// The exit status once it has ended, 128 and the signal's number after a signal; nil while it runs.
  public func exitStatus() -> Int32? { ended(WNOHANG) }

  /// Waits for the end of a program that is known to end soon; its exit status.
  public func waitForEnd() -> Int32 { ended(0) ?? -1 }

  /// Asks it to end.
  public func end() { kill(identifier, SIGTERM) }

  private func ended(_ options: Int32) -> Int32? {
    var status: Int32 = 0
    var found = waitpid(identifier, &status, options)
    while found < 0, errno == EINTR { found = waitpid(identifier, &status, options) }
    guard found == identifier else { return nil }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }
}

import OAuth
import Playground

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Finds a scenario by what somebody typed.
enum ScenarioFile {
  /// A name without slash and dot is a built-in scenario; everything else is a file.
  static func scenario(_ argument: String) throws(ProgramFault) -> Scenario {
    if let scenario = ScenarioLibrary.scenario(argument) { return scenario }
    let octets = try octets(of: argument)
    do throws(ScenarioFault) {
      return try ScenarioReader.scenario(in: octets, file: argument)
    } catch {
      throw ProgramFault(error.description)
    }
  }

  /// What the file holds, but not much more than a scenario can have: a device has no end.
  private static func octets(of path: String) throws(ProgramFault) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw unreadable(path, errno) }
    defer { close(file) }
    var octets: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16 * 1024)
    while octets.count <= ScenarioReader.largestFile {
      let count = read(file, &buffer, buffer.count)
      if count == 0 { break }
      if count < 0 {
        guard errno == EINTR else { throw unreadable(path, errno) }
      } else {
        octets += buffer[..<count]
      }
    }
    return octets
  }

  private static func unreadable(_ path: String, _ code: Int32) -> ProgramFault {
    switch code {
    case ENOENT:
      let hint = Suggestion.clause(for: path, among: ScenarioLibrary.all.map(\.id))
      return ProgramFault("\(path): no such file, and no built-in scenario of that name\(hint)")
    case EISDIR: return ProgramFault("\(path): is a directory; name the scenario files in it")
    case EACCES: return ProgramFault("\(path): may not be read by this account")
    default: return ProgramFault("\(path): cannot be read: \(String(cString: strerror(code)))")
    }
  }
}

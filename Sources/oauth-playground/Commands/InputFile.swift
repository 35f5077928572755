import OAuth
import Playground

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A file that somebody named.
enum InputFile {
  /// What the file holds, but not much more than it may: a device has no end.
  ///
  /// - Parameter missing: what to say where there is no such file.
  static func octets(of path: String, limit: Int, missing: @autoclosure () -> String) throws(ProgramFault) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw unreadable(path, errno, missing()) }
    defer { close(file) }
    var octets: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16 * 1024)
    while octets.count <= limit {
      let count = read(file, &buffer, buffer.count)
      if count == 0 { break }
      if count < 0 {
        guard errno == EINTR else { throw unreadable(path, errno, missing()) }
      } else {
        octets += buffer[..<count]
      }
    }
    return octets
  }

  private static func unreadable(_ path: String, _ code: Int32, _ missing: String) -> ProgramFault {
    switch code {
    case ENOENT: ProgramFault("\(path): \(missing)")
    case EISDIR: ProgramFault("\(path): is a directory; name the file in it")
    case EACCES: ProgramFault("\(path): may not be read by this account")
    default: ProgramFault("\(path): cannot be read: \(String(cString: strerror(code)))")
    }
  }
}

extension Configuration {
  /// The configuration in a file; without a file, one that changes nothing.
  static func read(from path: String?) throws(ProgramFault) -> Configuration {
    guard let path else { return Configuration() }
    let octets = try InputFile.octets(of: path, limit: ConfigurationReader.largestFile, missing: "no such file")
    do throws(FileFault) {
      return try ConfigurationReader.configuration(in: octets, file: path)
    } catch {
      throw ProgramFault(error.description)
    }
  }
}

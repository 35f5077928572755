import Playground
import PlaygroundUI

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The keys that somebody has chosen: of the file that was named, or of the one that lies where such files do.
struct PersonalKeyMap {
  let keyMap: KeyMap
  /// Why the file is not used, where nobody named it.
  let notice: String?

  private static let largestFile = 64 * 1024

  /// - Throws: the fault in a file that was named on the command line.
  static func find(_ named: String?, _ environment: [String: String]) throws(ProgramFault) -> PersonalKeyMap {
    if let named { return PersonalKeyMap(keyMap: try read(named), notice: nil) }
    guard let usual = usualFile(environment), access(usual, F_OK) == 0 else {
      return PersonalKeyMap(keyMap: .standard, notice: nil)
    }
    do throws(ProgramFault) {
      return PersonalKeyMap(keyMap: try read(usual), notice: nil)
    } catch {
      return PersonalKeyMap(keyMap: .standard, notice: "\(error.description) (the usual keys are in force)")
    }
  }

  /// XDG Base Directory Specification: an unset, empty or relative value means `~/.config`.
  static func usualFile(_ environment: [String: String]) -> String? {
    let own = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let home = environment["HOME"].flatMap { $0.hasPrefix("/") ? "\($0)/.config" : nil }
    return (own ?? home).map { "\($0)/oauth-playground/keys.yaml" }
  }

  private static func read(_ path: String) throws(ProgramFault) -> KeyMap {
    let octets = try InputFile.octets(of: path, limit: largestFile, missing: "no such file")
    do throws(FileFault) {
      return try KeyMap(changedBy: try KeyMapFile.lines(in: octets, file: path))
    } catch {
      throw ProgramFault(error.description)
    }
  }
}

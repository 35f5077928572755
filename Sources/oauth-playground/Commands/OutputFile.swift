import Playground

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A file that the program writes where somebody has said.
enum OutputFile {
  static func write(_ text: String, to path: String) throws(ProgramFault) {
    do {
      try Data(text.utf8).write(to: URL(filePath: path))
    } catch {
      throw ProgramFault("\(path): cannot be written (does its folder exist, and is it yours to write?)")
    }
  }

  /// Why a file will not be written; nil where nothing is known against it.
  static func obstacle(to path: String) -> String? {
    let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    if access(folder, W_OK | X_OK) != 0 {
      return "\(path) cannot be saved: the folder \(folder) does not exist, or is not yours to write"
    }
    if access(path, F_OK) == 0, access(path, W_OK) != 0 { return "\(path) cannot be saved: it is not yours to write" }
    return nil
  }
}

import Playground
import PlaygroundUI

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A file that somebody asked for from within the program: in the folder it was started in, for nobody else to read.
enum ExportedFile {
  /// - Parameter folders: the first in which it can be written has it.
  static func save(_ exported: Exported, in folders: [String] = usualFolders) -> Message {
    for folder in folders {
      for attempt in 1...99 {
        let path = "\(folder)/\(exported.name)\(attempt == 1 ? "" : "-\(attempt)").\(exported.fileExtension)"
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if file < 0, errno == EEXIST { continue }
        if file < 0 { break }
        close(file)
        do throws(ProgramFault) {
          try OutputFile.write(exported.text, to: path)
          return .told(Notice("the \(exported.what) is in \(path)", isProblem: false))
        } catch {
          return .told(Notice(error.description, isProblem: true))
        }
      }
    }
    return .told(
      Notice("no \(exported.what): no file can be made in \(folders.joined(separator: " or "))", isProblem: true))
  }

  private static var usualFolders: [String] {
    let current = getcwd(nil, 0).map { pointer in
      defer { free(pointer) }
      return String(cString: pointer)
    }
    let temporary = Live.environment["TMPDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    return [current, temporary].compactMap(\.self)
  }
}

import Foundation
import OAuth

/// A folder of scenario files.
enum ScenarioFolder {
  /// How many entries are looked at: whoever names the root of a disk has not meant it.
  static let mostEntries = 5000

  /// The paths of the scenario files in a folder and in the folders in it, in the order of their names; nil where there
  /// is no such folder. What is hidden, and what a link leads to, is left alone.
  static func files(in path: String) throws(ProgramFault) -> [String]? {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else { return nil }
    guard let entries = FileManager.default.enumerator(atPath: path) else {
      throw ProgramFault("\(path): may not be read by this account")
    }
    var files: [String] = []
    var seen = 0
    while let entry = entries.nextObject() as? String {
      seen += 1
      guard seen <= mostEntries else {
        throw ProgramFault("\(path): holds more than \(mostEntries) entries; name a folder of scenarios")
      }
      let name = entry.split(separator: "/").last ?? ""
      if name.hasPrefix(".") {
        entries.skipDescendants()
      } else if [".yaml", ".yml"].contains(where: name.hasSuffix) {
        files.append(entry)
      }
    }
    guard !files.isEmpty else { throw ProgramFault("\(path): holds no scenario file (.yaml)") }
    let folder = path.hasSuffix("/") ? path : path + "/"
    return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { folder + $0 }
  }
}

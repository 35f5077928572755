/// The scenarios that the program carries in itself, by stage, in the order in which they teach.
public enum ScenarioLibrary {
  /// File name and content.
  typealias File = (name: String, octets: [UInt8])

  /// A folder of `examples/scenarios`. Its list is kept by hand, and a test compares it with what lies there.
  public struct Folder: Sendable {
    public let name: String
    public let title: String
    let files: [File]
    public let scenarios: [Scenario]

    init(_ name: String, title: String, files: [File]) {
      (self.name, self.title, self.files) = (name, title, files)
      scenarios = files.map { file in
        do throws(FileFault) {
          return try ScenarioReader.scenario(in: file.octets, file: "\(name)/\(file.name)")
        } catch {
          preconditionFailure("the program carries a scenario that cannot be read: \(error)")
        }
      }
    }
  }

  public static let folders: [Folder] = [
    .flow, .authorize, .code, .token, .me, .refresh, .clientCredentials, .management, .interference,
  ]

  public static let all = folders.flatMap(\.scenarios)

  /// Each of them with each server it is played with.
  public static let performances = all.flatMap(\.performances)

  /// The names of scenarios are unique without their folders.
  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })

  public static func scenario(_ id: String) -> Scenario? { byName[id] }

  /// A scenario with the server it is played with, by its ``Scenario/name``.
  public static func scenario(named name: String) -> Scenario? {
    let parts = name.split(separator: "@", maxSplits: 1).map(String.init)
    guard let scenario = parts.first.flatMap({ byName[$0] }) else { return nil }
    guard parts.count == 2 else { return scenario }
    return scenario.profiles.contains(parts[1]) ? scenario.played(under: parts[1]) : nil
  }

  /// Where a built-in scenario lies.
  public static func folder(of id: String) -> Folder? {
    folders.first { $0.scenarios.contains { $0.id == id } }
  }
}

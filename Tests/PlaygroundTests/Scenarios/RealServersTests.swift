import AuthorizationServer
import Foundation
import Playground
import Testing

@Suite("The README's table of real servers") struct RealServersTests {
  /// The rows: what a document says, and where to see it.
  private static func rows() throws -> [(claim: Substring, places: Substring)] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    let start = try #require(readme.firstRange(of: "| document | what it says"))
    let table = readme[start.lowerBound...].split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2)
    return table.prefix { $0.hasPrefix("|") }.map { row in
      let cells = row.split(separator: " | ")
      return (cells[cells.count - 2], cells[cells.count - 1])
    }
  }

  @Test func `names only scenarios, with a server they are played with, and profiles`() throws {
    let rows = try Self.rows()
    #expect(rows.count > 40)
    for row in rows {
      let names = row.places.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 }.map { String($0.element) }
      let scenarios = names.filter { ScenarioLibrary.scenario(named: $0) != nil }
      #expect(!scenarios.isEmpty, "\(row.claim)")
      #expect(names.allSatisfy { Profile.named($0) != nil || scenarios.contains($0) }, "\(names)")
    }
  }
}

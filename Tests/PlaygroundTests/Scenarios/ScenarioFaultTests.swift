import AuthorizationServer
import OAuth
import Playground
import Testing

@Suite struct `Faults of a scenario file` {
  @Test(arguments: FaultySample.all) func `each is named in one line`(_ fault: FaultySample) {
    #expect(message(Array(fault.yaml.utf8)) == fault.message)
  }

  @Test func `octets that are not UTF-8 are named with their line`() {
    #expect(message(Array("scenario: a\ntitle: ".utf8) + [0xFF]) == "a.yaml:2: the file is not UTF-8 from this line on")
  }

  @Test func `a file larger than any scenario is not read`() {
    let octets = [UInt8](repeating: UInt8(ascii: "#"), count: ScenarioReader.largestFile + 1)
    #expect(message(octets) == "a.yaml: the file is larger than 65536 octets, which no scenario may be")
  }

  @Test func `lists nested without end are a fault and no crash`() {
    let nested = [UInt8](repeating: UInt8(ascii: "["), count: 60_000)
    #expect(message(nested)?.hasPrefix("a.yaml:1: not YAML: Maximum nesting level reached") == true)
  }

  @Test func `a flood of steps is refused`() {
    let yaml = "scenario: a\nsteps:\n" + String(repeating: "- me: {}\n", count: 201)
    #expect(message(Array(yaml.utf8)) == "a.yaml:2: \"steps\" of a scenario has 201 entries; at most 200 are read")
  }

  private func message(_ octets: [UInt8]) -> String? {
    do throws(FileFault) {
      _ = try ScenarioReader.scenario(in: octets, file: "a.yaml")
      return nil
    } catch {
      return error.description
    }
  }
}

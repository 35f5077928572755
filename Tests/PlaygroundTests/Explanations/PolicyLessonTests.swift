import AuthorizationServer
import OAuth
import Playground
import Testing

@Suite struct `A policy switch` {
  @Test func `is explained under its contract name, every one there is and no other`() {
    let switches = Mirror(reflecting: Policy()).children.compactMap(\.label)
    let explained = Glossary.words.filter { PolicyLesson.of($0) != nil }
    #expect(Set(explained) == Set(switches))
  }

  @Test func `says its strict value`() throws {
    for policySwitch in PolicySwitch.all {
      let lesson = try #require(PolicyLesson.of(policySwitch.name))
      let value = policySwitch.value(in: Policy())
      let text = value.string ?? value.text
      #expect(lesson.what.contains("strict: \(text.isEmpty ? "empty" : text)."), "\(policySwitch.name) is \(text)")
    }
  }

  @Test func `is compared with its case`() {
    #expect(PolicyLesson.of("codelifetime") == nil)
  }
}

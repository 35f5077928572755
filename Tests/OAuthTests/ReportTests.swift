import OAuth
import Testing

private enum Step: String, CheckName {
  case first
  case second
  case third

  var title: String { "the \(rawValue) step" }
  var specification: Specification { "RFC 0000 §1" }
}

private enum Stop: RefusalFacts {
  case tooHigh(Int)

  var name: String { "tooHigh" }
  var finding: Finding {
    switch self {
    case .tooHigh(let number): Finding(expected: "at most 2", found: "\(number)")
    }
  }
}

/// Counts how many rules ran, and refuses at 3.
private struct Counter: Examinable {
  typealias Check = Step
  typealias Refusal = Stop
  typealias Context = Int

  var count = 0

  static let rules: [Rule<Counter>] = [.first, .second, .third].map { Rule($0, count) }

  private static func count(_ counter: inout Counter, _ start: Int) throws(Stop) -> Finding {
    counter.count += 1
    if start + counter.count > 2 { throw .tooHigh(start + counter.count) }
    return .found("\(start + counter.count)")
  }
}

@Suite("A report records its checks as they ran")
struct ReportTests {
  private func report(from start: Int) -> (Report<Step, Stop>, Counter) {
    var (report, counter) = (Report<Step, Stop>(), Counter())
    report.examine(&counter, by: Counter.rules, in: start)
    return (report, counter)
  }

  @Test func `passed, refused and not reached stand in the order of the rules`() {
    let (report, counter) = report(from: 1)
    #expect(report.results.map(\.check) == [.first, .second, .third])
    #expect(report.results.map(\.outcome) == [.passed, .refused, .notReached])
    #expect(report.results.map(\.finding) == [.found("2"), Finding(expected: "at most 2", found: "3"), Finding()])
    #expect(report.refusal == .tooHigh(3))
    #expect(counter.count == 2, "no rule runs after a refusal")
  }

  @Test func `without a refusal every check has passed`() {
    let (report, counter) = report(from: -1)
    #expect(report.results.map(\.outcome) == [.passed, .passed, .passed])
    #expect(report.refusal == nil)
    #expect(counter.count == 3)
  }

  @Test func `a second list of rules is not reached after a refusal in the first`() {
    var (report, counter) = report(from: 2)
    report.examine(&counter, by: Counter.rules, in: -9)
    #expect(report.results.map(\.outcome) == [.refused] + Array(repeating: .notReached, count: 5))
  }
}

@Suite("Evidence marks secrets")
struct EvidenceTests {
  @Test func `a secret is shown in full or by its beginning`() {
    let evidence: Evidence = "the code \(secret: "7c9e5d0123456789abcdef") of \("workshop-app")"
    #expect(evidence.revealed == "the code 7c9e5d0123456789abcdef of workshop-app")
    #expect(evidence.shortened == "the code 7c9e5d… of workshop-app")
  }

  @Test func `equal texts are equal however they were put together, unless a secret is marked`() {
    #expect("\(1) of \(2)" as Evidence == "1 of 2")
    #expect("\("")" as Evidence == "")
    #expect("\(secret: "1") of 2" as Evidence != "1 of 2")
  }

  @Test func `a short secret is not shown at all`() {
    #expect(Evidence("\(secret: "workshop-secret")").shortened == "…")
    #expect(Evidence.shorten(String(repeating: "a", count: 19)) == "…")
    #expect(Evidence.shorten(String(repeating: "a", count: 20)) == "aaaaaa…")
  }
}

import AuthorizationServer
import OAuth

extension RequestComparison {
  /// Something because of which two servers answer differently.
  public struct Reason: Equatable, Sendable {
    /// The name of a switch, a check or a refusal.
    public let subject: String
    public let sentence: String
  }
}

/// Finds out why two servers answer differently: by trying it.
struct ReasonSearch {
  typealias Question = RequestComparison.Question
  typealias Side = RequestComparison.Side
  typealias Reason = RequestComparison.Reason

  private let questions: [Question]
  private let sides: [Side]
  private let now: Instant

  init(_ here: Question, _ there: Question, _ left: Side, _ right: Side, at now: Instant) {
    (questions, sides, self.now) = ([here, there], [left, right], now)
  }

  var reasons: [Reason] {
    if let missing = sides.first(where: { $0.decision.endpoint == nil }) {
      return [Reason(subject: Check.endpointKnown.rawValue, sentence: "\(missing.profile) has no such endpoint.")]
    }
    let switches = decidingSwitches
    let found = switches.map(reason) + ordering + notes(on: switches.map(\.name))
    return found.isEmpty ? [wording] : found
  }

  // MARK: Switches

  /// Those that matter here: with the value of the other side, a side answers otherwise. Where the two come to
  /// something else, only those count because of which they do.
  private var decidingSwitches: [PolicySwitch] {
    let trials = PolicySwitch.all.flatMap { policySwitch -> [Trial] in
      let values = questions.map { policySwitch.value(in: $0.server.policy) }
      return values[0] == values[1] ? [] : [trial(0, policySwitch, values[1]), trial(1, policySwitch, values[0])]
    }
    let comeToTheSame = sides[0].decision.refusal?.kind == sides[1].decision.refusal?.kind
    let names = trials.filter { comeToTheSame ? $0.changesAnswer : $0.changesDecision }.map(\.name)
    return PolicySwitch.all.filter { names.contains($0.name) }
  }

  /// What a side makes of the request with another value of a switch.
  private struct Trial {
    let name: String
    let changesDecision: Bool
    let changesAnswer: Bool
  }

  private func trial(_ side: Int, _ policySwitch: PolicySwitch, _ value: JSON) -> Trial {
    let bent = questions[side].bent { try? policySwitch.set(value, in: &$0) }.answered(at: now)
    return Trial(
      name: policySwitch.name, changesDecision: bent.decision.refusal?.kind != sides[side].decision.refusal?.kind,
      changesAnswer: AnswerText(bent.response) != AnswerText(sides[side].response))
  }

  private func reason(for policySwitch: PolicySwitch) -> Reason {
    let values = questions.map { question in
      let value = policySwitch.value(in: question.server.policy)
      return "\(question.name) has \(value.string.map { $0.isEmpty ? "nothing" : $0 } ?? value.text)"
    }
    let matters = PolicyLesson.of(policySwitch.name).map { " Matters: \($0.prevents)" } ?? ""
    return Reason(subject: policySwitch.name, sentence: "\(values.joined(separator: ", ")).\(matters)")
  }

  // MARK: Checks

  /// Where one side refuses, and the other never asks or asks later.
  private var ordering: [Reason] {
    let refused = sides.map { side in side.decision.report.results.first { $0.outcome == .refused }?.check }
    return [(0, 1), (1, 0)].compactMap { mine, others in
      guard let check = refused[mine], check != refused[others] else { return nil }
      let asked = sides[others].decision.report.results
      let name = sides[others].profile
      guard let found = asked.first(where: { $0.check == check }) else {
        return Reason(subject: check.rawValue, sentence: "\(name) never asks whether this is so: \(check.title).")
      }
      let mineInOrder = sides[mine].decision.report.results.map(\.check)
      guard found.outcome == .notReached, let first = refused[others],
        !mineInOrder.prefix(while: { $0 != check }).contains(first)
      else { return nil }
      return Reason(subject: check.rawValue, sentence: "\(name) asks this only after another thing: \(first.title).")
    }
  }

  // MARK: What is peculiar to a server

  /// What the notes of both say about what decided.
  private func notes(on switches: [String]) -> [Reason] {
    let refusals = sides.compactMap(\.decision.refusal?.kind.rawValue)
    let checks = sides.flatMap { side in side.decision.report.results.filter { $0.outcome == .refused } }
    let subjects = Set(switches + refusals + checks.map(\.check.rawValue))
    return questions.map(\.server.profile).flatMap { profile in
      profile.notes.compactMap { note in
        guard let subject = note.subject, subjects.contains(subject) else { return nil }
        return Reason(subject: subject, sentence: "\(profile.name): \(note.text)")
      }
    }
  }

  /// Where nothing else was found: what each side came to.
  private var wording: Reason {
    let kinds = sides.map { $0.decision.refusal?.kind }
    guard kinds[0] == kinds[1] else {
      let words = sides.map { "\($0.profile): \($0.decision.refusal?.kind.lesson.what ?? "It is accepted.")" }
      return Reason(subject: "decision", sentence: words.joined(separator: " "))
    }
    guard let kind = kinds[0] else {
      return Reason(subject: "words", sentence: "Both accept it; each writes its answer in its own way.")
    }
    return Reason(subject: kind.rawValue, sentence: "The same refusal; each server says it in its own words.")
  }
}

import AuthorizationServer
import OAuth

extension RequestComparison {
  /// One line of one side.
  public struct Line: Equatable, Sendable {
    public enum Kind: Equatable, Sendable {
      /// A check, by what it came to.
      case passed, refused, notReached
      /// What a check expected and found.
      case evidence
      /// What the server did because of the request.
      case change
      case status, field, body
    }

    public let kind: Kind
    public let text: String
    /// What it is about: lines of one name are set beside each other.
    let name: String

    init(_ kind: Kind, _ text: String, name: String) {
      (self.kind, self.text, self.name) = (kind, text, name)
    }
  }

  /// Two lines beside each other; nil where a side has none of the kind.
  public struct Row: Equatable, Sendable {
    public let left: Line?
    public let right: Line?

    /// How many checks were not reached tells nothing: lists are of different lengths.
    public var differs: Bool {
      (left?.text != right?.text || left?.kind != right?.kind) && [left, right].contains { $0?.kind != .notReached }
    }

    init(_ left: Line?, _ right: Line?) {
      (self.left, self.right) = (left, right)
    }
  }

  /// The checks of both sides in their order, with what came of them.
  ///
  /// - Parameter redaction: how much of what a check found is shown.
  public func decisionRows(_ redaction: Redaction) -> [Row] {
    let texts = [left, right].map { DecisionText($0.decision, redaction) }
    return Alignment.inOrder(texts[0].checks, texts[1].checks, by: \.name).map { Row($0.left, $0.right) }
      + Alignment.byName(texts[0].ending, texts[1].ending, name: \.name).map { Row($0.left, $0.right) }
  }

  /// Status line and header fields.
  public var headRows: [Row] {
    let texts = [left, right].map { AnswerText($0.response) }
    return [Row(texts[0].status, texts[1].status)]
      + Alignment.byName(texts[0].fields, texts[1].fields, name: \.name).map { Row($0.left, $0.right) }
  }

  public var bodyRows: [Row] {
    let bodies = [left, right].map { AnswerText($0.response).body }
    let areObjects = [left, right].allSatisfy { (try? JSON(parsing: $0.response.body))?.kind == JSON.object([]).kind }
    // The members of an object have no order.
    let pairs =
      areObjects
      ? Alignment.byName(bodies[0], bodies[1], name: \.name) : Alignment.inOrder(bodies[0], bodies[1], by: \.name)
    return pairs.map { Row($0.left, $0.right) }
  }
}

/// A decision as lines: the checks that were reached, each with what it saw if it refused; then how many were not, and
/// what changed.
private struct DecisionText {
  typealias Line = RequestComparison.Line

  let checks: [Line]
  let ending: [Line]

  init(_ decision: Decision, _ redaction: Redaction) {
    let words = ChanceWords()
    var unreached = 0
    checks = decision.report.results.flatMap { result -> [Line] in
      switch result.outcome {
      case .passed: return [Line(.passed, result.check.title, name: result.check.rawValue)]
      case .notReached:
        unreached += 1
        return []
      case .refused:
        let title = Line(
          .refused, "\(result.check.title) (\(result.check.specification))", name: result.check.rawValue)
        let evidence = [("expected", result.finding.expected), ("found", result.finding.found)]
        return [title]
          + evidence.compactMap { word, evidence in
            evidence.map { evidence in
              let text = words.masked(redaction.evidence(evidence))
              return Line(.evidence, "\(word.padded) \(text)", name: "\(result.check.rawValue) \(word)")
            }
          }
      }
    }
    let count = unreached == 0 ? [] : [Line(.notReached, "\(unreached) more not reached", name: "notReached")]
    ending =
      count + decision.changes.map { Line(.change, words.masked($0.sentence), name: $0.name) }
  }
}

extension String {
  /// As wide as the longer of `expected` and `found`.
  fileprivate var padded: String { self + String(repeating: " ", count: 8 - count) }
}

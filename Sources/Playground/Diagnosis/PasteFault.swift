/// Why a pasted text is no request: what was understood, and where that ended.
public struct PasteFault: Error, Equatable, Sendable, CustomStringConvertible {
  /// Counted from 1.
  public let line: Int
  /// What was understood up to there; empty for nothing.
  public let understood: String
  /// What was found and what was expected, a sentence without a full stop.
  public let problem: String

  public init(line: Int, understood: String = "", problem: String) {
    self.line = line
    self.understood = understood
    self.problem = problem
  }

  public var description: String {
    "line \(line): \(problem)" + (understood.isEmpty ? "" : " (understood so far: \(understood))")
  }
}

/// A short text about what a check saw, in which secrets are marked,
/// so that a log can shorten them and a lesson show them.
///
/// Write it as a string: `"the code \(secret: code) of \(client)"`.
public struct Evidence: Equatable, Sendable, ExpressibleByStringInterpolation {
  fileprivate enum Segment: Equatable, Sendable {
    case plain(String)
    case secret(String)
  }

  private var segments: [Segment]

  public init(stringLiteral value: String) {
    self.init(value)
  }

  public init(_ text: String) {
    segments = text.isEmpty ? [] : [.plain(text)]
  }

  public init(stringInterpolation: StringInterpolation) {
    segments = stringInterpolation.segments
  }

  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var segments: [Segment] = []

    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Joins what is plain, so that equal texts are equal however they were put together.
    public mutating func appendLiteral(_ literal: String) {
      guard !literal.isEmpty else { return }
      if case .plain(let text) = segments.last {
        segments[segments.count - 1] = .plain(text + literal)
      } else {
        segments.append(.plain(literal))
      }
    }

    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      appendLiteral(value.description)
    }

    public mutating func appendInterpolation(secret: some CustomStringConvertible) {
      segments.append(.secret(secret.description))
    }
  }

  /// Everything, for the screen on which the secret is the lesson.
  public var revealed: String {
    segments.map { segment in
      switch segment {
      case .plain(let text), .secret(let text): text
      }
    }.joined()
  }

  /// Secrets cut to their beginning, for logs.
  public var shortened: String {
    segments.map { segment in
      switch segment {
      case .plain(let text): text
      case .secret(let text): Self.shorten(text)
      }
    }.joined()
  }

  /// The first six characters of a long secret and nothing of a short one: `7c9e5d…`.
  public static func shorten(_ secret: String) -> String {
    secret.count >= 20 ? "\(secret.prefix(6))…" : "…"
  }
}

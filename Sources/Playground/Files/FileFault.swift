/// What is wrong with a file that a person wrote: where, what was found, and what was expected. One line.
public struct FileFault: Error, Equatable, Sendable, CustomStringConvertible {
  public let file: String
  /// Counted from 1; nil where the fault is the whole file's.
  public let line: Int?
  public let message: String

  public init(file: String, line: Int? = nil, message: String) {
    self.file = file
    self.line = line
    self.message = message
  }

  public var description: String {
    let place = line.map { "\(file):\($0)" } ?? file
    return "\(place): \(message)"
  }
}

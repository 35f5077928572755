/// Why a line asks for nothing: what was found, and what was expected. One sentence.
public struct PlainFault: Error, Equatable, Sendable {
  public let message: String

  init(_ message: String) {
    self.message = message
  }
}

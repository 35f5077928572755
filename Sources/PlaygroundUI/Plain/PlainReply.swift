/// What a line leads to.
public struct PlainReply: Equatable, Sendable {
  /// What the model is told, one after the other, until one of them is not possible.
  public var messages: [Message] = []
  /// What there is to say at once.
  public var lines: [String] = []
  public var leaves = false
}

extension PlainReply {
  init(wishes: [Wish]) {
    messages = wishes.map { .wished($0) }
  }
}

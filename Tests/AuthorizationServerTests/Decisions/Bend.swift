import AuthorizationServer
import OAuth
import Testing

/// One value of one switch, and a request whose answer it changes: from `strictly` to `bent`, where nil is acceptance.
struct Bend: Sendable, CustomTestStringConvertible {
  let name: String
  let strictly: Refusal.Kind?
  let bent: Refusal.Kind?
  let check: Check
  let change: @Sendable (inout Policy) -> Void
  let ask: @Sendable (Conversation) throws -> Answer

  init(
    _ name: String, _ check: Check, _ strictly: Refusal.Kind?, _ bent: Refusal.Kind?,
    change: @escaping @Sendable (inout Policy) -> Void, ask: @escaping @Sendable (Conversation) throws -> Answer
  ) {
    (self.name, self.check, self.strictly, self.bent, self.change, self.ask) = (
      name, check, strictly, bent, change, ask
    )
  }

  var testDescription: String { "\(name) \(check)" }
}

extension Bend {
  static let all =
    authorization + token + refreshToken + resource + server + openID + furtherGrants + reading + granting
}

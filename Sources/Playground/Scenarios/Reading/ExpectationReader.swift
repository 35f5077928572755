import AuthorizationServer
import OAuth
import OAuthClient

/// Reads what a step expects, and refuses what can never be true.
enum ExpectationReader {
  static func expectation(_ value: YAMLValue) throws(ScenarioFault) -> Expectation {
    let mapping = try YAMLMapping(value)
    try mapping.allowOnly(["status", "error", "refusal", "client", "body"])
    guard !mapping.entries.isEmpty else { throw value.fault("\(value.name) expects nothing; leave it out") }
    var expectation = Expectation()
    expectation.status = try mapping["status"]?.integer(in: 100...599)
    expectation.error = try mapping["error"]?.text()
    if let refusal = mapping["refusal"] {
      let word = try refusal.word(among: Refusal.Kind.allCases.map(\.rawValue), called: "refusal of the server")
      expectation.refusal = Refusal.Kind(rawValue: word)
    }
    if let client = mapping["client"] { expectation.client = try verdict(client) }
    if let body = mapping["body"] { expectation.body = try members(body) }
    return expectation
  }

  private static func verdict(_ value: YAMLValue) throws(ScenarioFault) -> Expectation.ClientVerdict {
    let known = ["accepted"] + ClientRefusal.Kind.allCases.map(\.rawValue)
    let word = try value.word(among: known, called: "verdict of the client (accepted, or a refusal)")
    return ClientRefusal.Kind(rawValue: word).map { .refused($0) } ?? .accepted
  }

  private static func members(_ value: YAMLValue) throws(ScenarioFault) -> [JSON.Member] {
    guard case .object(let members) = try value.json(), !members.isEmpty else {
      throw value.fault(expected: "a mapping of members and their values")
    }
    return members
  }
}

import AuthorizationServer
import HTTPTypes
import OAuth
import OAuthClient

/// Reads what a step expects, and refuses what can never be true.
struct ExpectationReader {
  private static let keys = [
    "status", "error", "error_description", "refusal", "client", "headers", "body", "checks", "answer",
  ]

  /// Those under which what is read is expected.
  let profiles: [String]
  /// What is not played under another profile, and the key by which it would be.
  var played = (what: "scenario", key: "profiles")

  /// What the servers can answer, by profile; several where several requests are sent at once.
  var foreseen: [String: [ForeseenAnswers]] = [:]

  /// What is expected, and under the name of a profile, or of several with commas between them, all that is expected
  /// there instead.
  func expectation(_ value: YAMLValue) throws(FileFault) -> ProfiledExpectation {
    let mapping = try YAMLMapping(value)
    guard !mapping.entries.isEmpty else { throw value.fault("\(value.name) expects nothing; leave it out") }
    var exceptions: [String: Expectation] = [:]
    var places: [String: YAMLValue] = [:]
    for entry in mapping.entries where !Self.keys.contains(entry.key) {
      let names = try names(entry, of: mapping)
      let exception = try exception(entry.value)
      for name in names where exceptions.updateValue(exception, forKey: name) != nil {
        throw entry.value.fault("\(value.name) says twice what is expected under \(name.quoted)")
      }
      for name in names { places[name] = entry.value }
    }
    let read = ProfiledExpectation(try expectation(mapping), except: exceptions)
    for profile in profiles {
      try refuse(read.expectation(under: profile), at: places[profile] ?? value, under: profile)
    }
    return read
  }

  /// Refuses what no request of the step can be answered with.
  private func refuse(_ expected: Expectation, at value: YAMLValue, under profile: String) throws(FileFault) {
    let objections = (foreseen[profile] ?? []).map { $0.objection(to: expected) }
    guard !objections.contains(nil), let objection = objections.compactMap(\.self).first else { return }
    throw value.fault("\(value.name) cannot be met under \(profile): \(objection)")
  }

  /// The profiles that a key names.
  private func names(_ entry: YAMLMapping.Entry, of mapping: YAMLMapping) throws(FileFault) -> [String] {
    let names = entry.key.split(separator: ",", omittingEmptySubsequences: false).map {
      String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    for name in names where !profiles.contains(name) {
      guard Profile.named(name) != nil else { throw mapping.fault(name, at: entry, isNoneOf: Self.keys + profiles) }
      throw entry.value.fault(
        "the \(played.what) is not played under \(name.quoted); add it to \(played.key.quoted) (there are: "
          + "\(profiles.joined(separator: ", ")))")
    }
    return names
  }

  private func exception(_ value: YAMLValue) throws(FileFault) -> Expectation {
    let mapping = try YAMLMapping(value)
    try mapping.allowOnly(Self.keys)
    guard !mapping.entries.isEmpty else { throw value.fault("\(value.name) expects nothing; leave it out") }
    return try expectation(mapping)
  }

  private func expectation(_ mapping: YAMLMapping) throws(FileFault) -> Expectation {
    var expectation = Expectation()
    expectation.status = try mapping["status"]?.integer(in: 100...599)
    expectation.error = try mapping["error"]?.text()
    if let description = mapping["error_description"] { expectation.errorDescription = try sought(description) }
    if let refusal = mapping["refusal"] {
      let word = try refusal.word(among: Refusal.Kind.allCases.map(\.rawValue), called: "refusal of the server")
      expectation.refusal = Refusal.Kind(rawValue: word)
    }
    if let client = mapping["client"] { expectation.client = try verdict(client) }
    if let headers = mapping["headers"] { expectation.headers = try fields(headers) }
    if let body = mapping["body"] { expectation.body = try members(body) }
    if let checks = mapping["checks"] { expectation.checks = try outcomes(checks) }
    if let answer = mapping["answer"] {
      _ = try answer.word(among: ["none"], called: "answer to expect")
      expectation.isUnanswered = true
    }
    return expectation
  }

  private func verdict(_ value: YAMLValue) throws(FileFault) -> Expectation.ClientVerdict {
    let known = ["accepted"] + ClientRefusal.Kind.allCases.map(\.rawValue)
    let word = try value.word(among: known, called: "verdict of the client (accepted, or a refusal)")
    return ClientRefusal.Kind(rawValue: word).map { .refused($0) } ?? .accepted
  }

  private func members(_ value: YAMLValue) throws(FileFault) -> [JSON.Member] {
    guard case .object(let members) = try value.json(), !members.isEmpty else {
      throw value.fault(expected: "a mapping of members and their values")
    }
    return members
  }

  /// A text, `null` for none, or `{ contains: … }`.
  private func sought(_ value: YAMLValue) throws(FileFault) -> Expectation.Sought {
    guard value.isMapping else { return try value.textOrNull().map { .exactly($0) } ?? .absent }
    let mapping = try YAMLMapping(value)
    try mapping.allowOnly(["contains"])
    return .containing(try mapping.required("contains").text())
  }

  private func fields(_ value: YAMLValue) throws(FileFault) -> [Expectation.Header] {
    var headers: [Expectation.Header] = []
    for entry in try YAMLMapping(value).entries {
      guard HTTPField.Name(entry.key) != nil else {
        throw entry.value.fault("\(entry.key.quoted) cannot be the name of a header")
      }
      headers.append(Expectation.Header(name: entry.key, value: try sought(entry.value)))
    }
    guard !headers.isEmpty else { throw value.fault(expected: "a mapping of headers and their values") }
    return headers
  }

  private func outcomes(_ value: YAMLValue) throws(FileFault) -> [Expectation.CheckOutcome] {
    let known = Check.allCases.map(\.rawValue) + ClientCheck.allCases.map(\.rawValue)
    var outcomes: [Expectation.CheckOutcome] = []
    for entry in try YAMLMapping(value).entries {
      guard known.contains(entry.key) else {
        let hint = Suggestion.clause(for: entry.key, among: known)
        throw entry.value.fault("\(entry.key.quoted) is no check of server or client\(hint)")
      }
      let word = try entry.value.word(among: Outcome.allCases.map(\.rawValue), called: "outcome of a check")
      outcomes.append(Expectation.CheckOutcome(check: entry.key, outcome: Outcome(rawValue: word) ?? .notReached))
    }
    guard !outcomes.isEmpty else { throw value.fault(expected: "a mapping of checks and their outcomes") }
    return outcomes
  }
}

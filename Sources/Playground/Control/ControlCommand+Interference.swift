import OAuth

extension ControlCommand {
  /// `{"kind": "delay", "count": 2, "seconds": 5}`: a count of null means until it is switched off, 0 switches it off,
  /// and the kind `none` switches everything off.
  static func interference(_ request: RequestMessage) throws(ControlFault) -> ControlCommand {
    let members = try members(of: request, known: ["kind", "count", "seconds"])
    let kinds = Interference.allCases.map(\.rawValue) + ["none"]
    guard let kind = members.first(where: { $0.name == "kind" }) else {
      throw .malformed("kind is missing (there are: \(list(kinds)))")
    }
    if kind.value.string == "none" {
      guard members.count == 1 else { throw .malformed("nothing else is expected beside the kind none") }
      return .interfere(nil)
    }
    guard let interference = kind.value.string.flatMap(Interference.init) else {
      let hint = kind.value.string.map { Suggestion.clause(for: $0, among: kinds) } ?? ""
      throw .malformed("kind must be one of \(list(kinds)), but it is \(kind.value.text)\(hint)")
    }
    var setting = InterferenceSetting(interference)
    if let count = members.first(where: { $0.name == "count" }) {
      setting = InterferenceSetting(interference, times: try times(count))
    }
    if let seconds = members.first(where: { $0.name == "seconds" }) {
      setting = InterferenceSetting(
        interference, times: setting.times, duration: try duration(seconds, of: interference))
    }
    return .interfere(setting)
  }

  private static func times(_ member: JSON.Member) throws(ControlFault) -> Int? {
    if member.value == .null { return nil }
    guard let number = member.value.integer, (0...1000).contains(number) else {
      throw unfit(member, expected: "a whole number from 0 to 1000, or null for until it is switched off")
    }
    return Int(number)
  }

  private static func duration(_ member: JSON.Member, of interference: Interference) throws(ControlFault) -> Duration {
    guard interference.usualDuration != nil else {
      throw .malformed("\(interference.rawValue) takes no seconds")
    }
    let longest = Int64(InterferenceSetting.longest)
    let range = (interference.mayBeNegative ? -longest : 0)...longest
    guard let number = member.value.integer, range.contains(number) else {
      throw unfit(member, expected: "a whole number of seconds from \(range.lowerBound) to \(range.upperBound)")
    }
    return .seconds(number)
  }
}

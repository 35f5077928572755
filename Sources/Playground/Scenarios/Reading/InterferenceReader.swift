import OAuth

/// Reads what is to go wrong: `abort`, or `{ kind: delay, count: 2, seconds: 31 }`, or `none`.
enum InterferenceReader {
  /// Nil switches everything off.
  static func setting(_ value: YAMLValue) throws(FileFault) -> InterferenceSetting? {
    guard value.isMapping else {
      let word = try value.word(among: Interference.allCases.map(\.rawValue) + ["none"], called: "interference")
      return Interference(rawValue: word).map { InterferenceSetting($0) }
    }
    let mapping = try YAMLMapping(value)
    try mapping.allowOnly(["kind", "count", "seconds"])
    let word = try mapping.required("kind").word(
      among: Interference.allCases.map(\.rawValue), called: "interference")
    guard let kind = Interference(rawValue: word) else { throw value.fault(expected: "an interference") }
    let usual = InterferenceSetting(kind)
    let times = try mapping["count"].map { count throws(FileFault) in try count.integer(in: 1...1000) }
    return InterferenceSetting(
      kind, times: times ?? usual.times,
      duration: try mapping["seconds"].map { seconds throws(FileFault) in
        try duration(seconds, of: kind)
      })
  }

  private static func duration(_ value: YAMLValue, of kind: Interference) throws(FileFault) -> Duration {
    guard kind.usualDuration != nil else { throw value.fault("\(kind.rawValue.quoted) takes no seconds") }
    return try value.seconds(atMost: Double(InterferenceSetting.longest), mayBeNegative: kind.mayBeNegative)
  }
}

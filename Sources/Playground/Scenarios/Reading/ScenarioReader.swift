import AuthorizationServer
import OAuth

/// Reads a scenario file and refuses, with file and line, whatever it does not understand.
public enum ScenarioReader {
  /// The largest file that is read, in octets.
  public static let largestFile = 64 * 1024
  static let mostSteps = 200

  private static let keys = [
    "scenario", "title", "about", "fix", "source", "spec", "profile", "profiles", "client", "steps", "question",
  ]

  /// - Parameter file: the name that faults are reported under.
  public static func scenario(in octets: [UInt8], file: String) throws(FileFault) -> Scenario {
    let node = try YAMLDocument.root(
      of: octets, file: file, limit: largestFile, kind: "scenario",
      hint: "a scenario begins with \"scenario:\" and has \"steps:\"")
    let root = YAMLValue(node: node, name: "a scenario", file: file, line: 1)
    let mapping = try YAMLMapping(root)
    try mapping.allowOnly(keys)
    let id = try identifier(try mapping.required("scenario"))
    let profiles = try profiles(mapping)
    return Scenario(
      id: id,
      title: try read(mapping["title"]) { value throws(FileFault) in try value.text() } ?? id,
      about: try text(mapping["about"]), fix: try text(mapping["fix"]), source: try text(mapping["source"]),
      specifications: try read(mapping["spec"], specifications) ?? [],
      profiles: profiles,
      client: try read(mapping["client"], client) ?? Scenario.clients[0].identifier,
      steps: try StepReader(profiles: profiles).steps(try mapping.required("steps")),
      question: try read(mapping["question"], question))
  }

  private static func text(_ value: YAMLValue?) throws(FileFault) -> String {
    try read(value) { value throws(FileFault) in try value.text() } ?? ""
  }

  private static func read<Result>(
    _ value: YAMLValue?, _ transform: (YAMLValue) throws(FileFault) -> Result
  ) throws(FileFault) -> Result? {
    guard let value else { return nil }
    return try transform(value)
  }

  private static func identifier(_ value: YAMLValue) throws(FileFault) -> String {
    let text = try value.text()
    let lowerCase = UInt8(ascii: "a")...UInt8(ascii: "z")
    guard text.utf8.allSatisfy({ lowerCase.contains($0) || $0.isASCIIDigit || $0 == UInt8(ascii: "-") }) else {
      throw value.fault(expected: "a name of lower-case letters, digits and hyphens")
    }
    return text
  }

  private static func specifications(_ value: YAMLValue) throws(FileFault) -> [Specification] {
    try value.texts().map { Specification($0) }
  }

  /// `profile` names one, `profiles` several, the first by default.
  private static func profiles(_ mapping: YAMLMapping) throws(FileFault) -> [String] {
    guard let value = mapping["profiles"] else {
      return [try read(mapping["profile"], profile) ?? Profile.strict.name]
    }
    guard mapping["profile"] == nil else {
      throw value.fault("\(mapping.value.name) has both \"profile\" and \"profiles\"; one is enough")
    }
    var profiles: [String] = []
    for entry in try value.list(atMost: 50) {
      let name = try profile(entry)
      guard !profiles.contains(name) else { throw entry.fault("\(name.quoted) occurs twice") }
      profiles.append(name)
    }
    guard !profiles.isEmpty else { throw value.fault("\(value.name) is empty; name at least one") }
    return profiles
  }

  private static func profile(_ value: YAMLValue) throws(FileFault) -> String {
    try value.word(among: Profile.all.map(\.name), called: "profile")
  }

  private static func client(_ value: YAMLValue) throws(FileFault) -> ClientIdentifier {
    let known = Scenario.clients
    let word = try value.word(
      among: known.map(\.identifier.text), called: "demonstration client with a redirection URI")
    return known.first { $0.identifier.text == word }?.identifier ?? known[0].identifier
  }

  private static func question(_ value: YAMLValue) throws(FileFault) -> Scenario.Question {
    let mapping = try YAMLMapping(value)
    try mapping.allowOnly(["ask", "answers", "right"])
    let answers = try mapping.required("answers")
    let texts = try answers.texts()
    guard texts.count >= 2 else { throw answers.fault(expected: "a list of at least two answers") }
    return Scenario.Question(
      ask: try mapping.required("ask").text(), answers: texts,
      right: try mapping.required("right").integer(in: 1...texts.count))
  }
}

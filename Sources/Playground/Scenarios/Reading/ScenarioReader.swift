import AuthorizationServer
import OAuth
import Yams

/// Reads a scenario file and refuses, with file and line, whatever it does not understand.
public enum ScenarioReader {
  /// The largest file that is read, in octets.
  public static let largestFile = 64 * 1024
  static let mostSteps = 200

  private static let keys = ["scenario", "title", "about", "spec", "profile", "client", "steps", "question"]

  /// - Parameter file: the name that faults are reported under.
  public static func scenario(in octets: [UInt8], file: String) throws(ScenarioFault) -> Scenario {
    let root = YAMLValue(node: try document(octets, file: file), name: "a scenario", file: file, line: 1)
    let mapping = try YAMLMapping(root)
    try mapping.allowOnly(keys)
    let id = try identifier(try mapping.required("scenario"))
    return Scenario(
      id: id,
      title: try read(mapping["title"]) { value throws(ScenarioFault) in try value.text() } ?? id,
      about: try read(mapping["about"]) { value throws(ScenarioFault) in try value.text() } ?? "",
      specifications: try read(mapping["spec"], specifications) ?? [],
      profile: try read(mapping["profile"], profile) ?? Profile.strict.name,
      client: try read(mapping["client"], client) ?? Scenario.clients[0].identifier,
      steps: try StepReader.steps(try mapping.required("steps")),
      question: try read(mapping["question"], question))
  }

  private static func read<Result>(
    _ value: YAMLValue?, _ transform: (YAMLValue) throws(ScenarioFault) -> Result
  ) throws(ScenarioFault) -> Result? {
    guard let value else { return nil }
    return try transform(value)
  }

  /// The file's one document.
  private static func document(_ octets: [UInt8], file: String) throws(ScenarioFault) -> Node {
    guard octets.count <= largestFile else {
      throw ScenarioFault(
        file: file, message: "the file is larger than \(largestFile) octets, which no scenario may be")
    }
    guard let text = String(validating: octets, as: UTF8.self) else {
      let line = String(decoding: octets, as: UTF8.self).prefix { $0 != "\u{FFFD}" }.lineCount
      throw ScenarioFault(file: file, line: line, message: "the file is not UTF-8 from this line on")
    }
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch {
      throw ScenarioFault(error, file: file)
    }
    guard let root, !YAMLValue(node: root, name: "", file: file, line: 1).isNull else {
      throw ScenarioFault(
        file: file, message: "the file is empty; a scenario begins with \"scenario:\" and has \"steps:\"")
    }
    return root
  }

  private static func identifier(_ value: YAMLValue) throws(ScenarioFault) -> String {
    let text = try value.text()
    let lowerCase = UInt8(ascii: "a")...UInt8(ascii: "z")
    guard text.utf8.allSatisfy({ lowerCase.contains($0) || $0.isASCIIDigit || $0 == UInt8(ascii: "-") }) else {
      throw value.fault(expected: "a name of lower-case letters, digits and hyphens")
    }
    return text
  }

  private static func specifications(_ value: YAMLValue) throws(ScenarioFault) -> [Specification] {
    try value.texts().map { Specification($0) }
  }

  private static func profile(_ value: YAMLValue) throws(ScenarioFault) -> String {
    try value.word(among: Profile.all.map(\.name), called: "profile")
  }

  private static func client(_ value: YAMLValue) throws(ScenarioFault) -> ClientIdentifier {
    let known = Scenario.clients
    let word = try value.word(
      among: known.map(\.identifier.text), called: "demonstration client with a redirection URI")
    return known.first { $0.identifier.text == word }?.identifier ?? known[0].identifier
  }

  private static func question(_ value: YAMLValue) throws(ScenarioFault) -> Scenario.Question {
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

extension Substring {
  fileprivate var lineCount: Int { utf8.count { $0 == UInt8(ascii: "\n") } + 1 }
}

extension ScenarioFault {
  /// What the YAML parser complains about, in one line.
  fileprivate init(_ error: any Error, file: String) {
    switch error as? YamlError {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let about = context.map { " \($0.text)" } ?? ""
      self.init(file: file, line: mark.line, message: "not YAML: \(problem)\(about)")
    case .duplicatedKeysInMapping(let duplicates, let context):
      let keys = duplicates.sorted().map { $0.quoted }.joined(separator: ", ")
      self.init(file: file, line: context.mark.line, message: "a key occurs twice in the same mapping: \(keys)")
    case .reader(let problem, let offset, _, let yaml):
      let line = offset.map { yaml.prefix($0).lineCount }
      self.init(file: file, line: line, message: "not YAML: \(problem)")
    default:
      self.init(file: file, message: "not YAML: \("\(error)".quoted(limit: 200))")
    }
  }
}

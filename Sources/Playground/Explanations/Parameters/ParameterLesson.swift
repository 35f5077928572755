import AuthorizationServer
public import OAuth
import OAuthClient

/// What there is to learn about one parameter of a request or a response.
///
/// In the lesson of a word that is no refusal, `why` says why the word exists, and `fix` how to use it rightly.
public struct ParameterLesson: Sendable {
  public let name: ParameterName
  public let lesson: Lesson
  let meaning: String
  /// Where a stage gives the parameter another meaning.
  let meanings: [Stage: String]
  let checks: [Check]
  let clientChecks: [ClientCheck]

  init(
    _ name: ParameterName, _ lesson: Lesson, meaning: String, inStage meanings: [Stage: String] = [:],
    checks: [Check] = [], clientChecks: [ClientCheck] = []
  ) {
    self.name = name
    self.lesson = lesson
    self.meaning = meaning
    self.meanings = meanings
    self.checks = checks
    self.clientChecks = clientChecks
  }
}

extension ParameterLesson {
  /// Nil for a parameter that neither a standard nor this server defines.
  public static func of(_ name: ParameterName) -> Lesson? { byName[name]?.lesson }

  /// What the parameter is for, in at most 34 columns: the third column of the request form.
  public static func meaning(of name: ParameterName, in stage: Stage?) -> String? {
    guard let entry = byName[name] else { return nil }
    return stage.flatMap { entry.meanings[$0] } ?? entry.meaning
  }

  static let all =
    AuthorizationRequestParameters.entries + InteractionParameters.entries + TokenRequestParameters.entries
    + TokenManagementParameters.entries + ResponseParameters.entries + OpenIDParameters.entries
    + DeviceParameters.entries

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
}

import AuthorizationServer
import HTTPTypes
import OAuth

extension ErrorExplanation {
  /// For people: who says it, why, how to tell the causes apart and what plays them.
  public var lines: [String] {
    var lines = ["  Said by:   \(profiles.map(\.name).joined(separator: ", "))"]
    lines += profiles.map { "             \($0.name): \($0.summary)" }
    if closeness == .code { lines.append("             The error code alone says little: paste its description, too.") }
    lines += ["", causes.count == 1 ? "The cause" : "\(causes.count) causes, the most likely first"]
    for (index, cause) in causes.enumerated() { lines += ["", "\(index + 1). \(cause.lesson.what)"] + cause.lines }
    guard causes.count > 1, let profile = profiles.first else { return lines }
    return lines + [
      "", "To tell them apart: put the request into a file. The first check that fails is the cause:",
      "  oauth-playground diagnose FILE --profile \(profile.name)",
    ]
  }
}

extension ErrorExplanation.Cause {
  /// As many scenarios are named for each cause; `scenarios` lists the others.
  private static let shown = 4

  fileprivate var lines: [String] {
    var lines: [String] = []
    for message in messages {
      let condition = message.conditions.isEmpty ? "" : ", \(message.conditions.joined(separator: ", "))"
      let words = [message.wording.status.code.description, message.wording.error?.text].compactMap(\.self)
      lines.append("   Answer:   \(message.profile.name) \(words.joined(separator: " "))\(condition)")
    }
    if let check { lines.append("   Check:    \(check.title)") }
    lines.append("   Why:      \(lesson.why)")
    lines.append("   Fix:      \(lesson.fix)")
    lines.append("   More:     oauth-playground explain \(kind.rawValue)")
    for scenario in scenarios.prefix(Self.shown) {
      let profile = messages.lazy.map(\.profile.name).first { scenario.profiles.contains($0) }
      let option = profile.flatMap { $0 == scenario.profiles.first ? nil : " --profile \($0)" } ?? ""
      lines.append("   Play it:  oauth-playground --scenario \(scenario.id)\(option)")
    }
    return lines
  }
}

import Terminal

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The editor and the pager that a person has chosen in the environment, or usual ones.
struct ForegroundPrograms {
  struct Choice: Equatable {
    /// A command as in `EDITOR="code --wait"`: a shell reads it, as everywhere.
    let command: String
    /// The variable it comes from; nil for what is taken without one.
    let variable: String?
    let environment: [String: String]

    /// For a sentence.
    var name: String {
      let shown = VisibleText(command).shortened(to: 30).string
      return variable.map { "\($0)=\(shown)" } ?? shown
    }

    /// Without a shell of its own in between the program is stopped, continued and ended itself.
    func arguments(_ path: String) -> [String] {
      ["sh", "-c", "\(isSimple ? "exec " : "")\(command) \"$1\"", "sh", path]
    }

    /// One program with its arguments: nothing outside of quotation marks makes it more,
    /// and no variable is set before it.
    private var isSimple: Bool {
      let first = command.split(separator: " ").first ?? ""
      if first.contains("=") || first == "!" || first == "{" { return false }
      var quote: Character?
      var isEscaped = false
      for character in command {
        if isEscaped {
          isEscaped = false
        } else if character == "\\", quote != "'" {
          isEscaped = true
        } else if let open = quote {
          if character == open { quote = nil }
        } else if character == "'" || character == "\"" {
          quote = character
        } else if "|&;<>()\n".contains(character) {
          return false
        }
      }
      return true
    }

    /// Why an exit status is none to go on with.
    func failure(_ status: Int32) -> String? {
      switch status {
      case 0: nil
      case 126: "\(name) may not be run"
      case 127: "\(name) was not found"
      case 129...: "\(name) was ended by signal \(status - 128)"
      default: "\(name) ended with status \(status)"
      }
    }
  }

  let editor: Choice
  let pager: Choice

  init(_ environment: [String: String], isInstalled: (String) -> Bool = Self.isInstalled) {
    func chosen(_ names: [String], _ environment: [String: String]) -> Choice? {
      let filled = names.first { environment[$0]?.contains { $0 != " " } == true }
      return filled.map { Choice(command: environment[$0] ?? "", variable: $0, environment: environment) }
    }
    func usual(_ commands: [String], _ environment: [String: String]) -> Choice {
      let command = commands.first(where: isInstalled) ?? commands[0]
      return Choice(command: command, variable: nil, environment: environment)
    }
    editor = chosen(["VISUAL", "EDITOR"], environment) ?? usual(["vi", "vim", "nano"], environment)
    // A text that fits on the screen would be gone before it is read.
    var patient = environment
    patient["LESS"] = [environment["LESS"], "-+F -+E -+X"].compactMap(\.self).joined(separator: " ")
    let named = chosen(["PAGER"], patient).flatMap { $0.command == "cat" ? nil : $0 }
    pager = named ?? usual(["less", "more"], patient)
  }

  /// Whether a program is in one of the folders of PATH.
  private static func isInstalled(_ program: String) -> Bool {
    let folders = (Live.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    return folders.contains { access("\($0)/\(program)", X_OK) == 0 }
  }
}

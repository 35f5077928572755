public import Terminal

/// One line of the catalogue: a command, its name, its keys, and what is said about it. Dispatch, hints, help, palette
/// and the key map file are all made from these.
public struct CommandEntry: Equatable, Sendable {
  public let command: Command
  /// What a key map file calls it: lower-case words with hyphens.
  public let name: String
  /// The first one is shown in hints.
  public var keys: [Key]
  public let scope: Scope
  public let group: Group
  /// For help and palette: a few words.
  public let title: String
  /// For the hint row; nil is not hinted.
  public let hint: String?

  /// The headings of the help.
  public enum Group: Hashable, Sendable {
    case steps, request, clock, panels, views, moving, program
    case view(ViewKind)

    var title: String {
      switch self {
      case .steps: "Steps"
      case .request: "Request"
      case .clock: "Clock of the server"
      case .panels: "Panels"
      case .views: "Views"
      case .moving: "Moving"
      case .program: "Program"
      case .view(let kind): kind.title
      }
    }
  }

  init(
    _ name: String, _ command: Command, _ keys: [Key], _ group: Group, in scope: Scope = .panels, _ title: String,
    hint: String? = nil
  ) {
    self.name = name
    self.command = command
    self.keys = keys
    self.group = group
    self.scope = scope
    self.title = title
    self.hint = hint
  }
}

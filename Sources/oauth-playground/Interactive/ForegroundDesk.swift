import Terminal

/// How the loop lends the terminal to an editor or a pager.
struct ForegroundDesk {
  /// What to run, with its arguments, as the environment has it.
  let editor: String
  let pager: String
  let giveAway: () -> Void
  let takeBack: () -> Void
  private let environment: [String: String]

  static func live(_ display: NcursesDisplay) -> ForegroundDesk {
    let environment = Live.environment
    func choice(_ names: [String], else usual: String) -> String {
      names.lazy.compactMap { environment[$0] }.first { $0.contains { $0 != " " } } ?? usual
    }
    return ForegroundDesk(
      editor: choice(["VISUAL", "EDITOR"], else: "vi"), pager: choice(["PAGER"], else: "less"),
      giveAway: { display.giveAway() }, takeBack: { display.takeBack() }, environment: environment)
  }

  private init(
    editor: String, pager: String, giveAway: @escaping () -> Void, takeBack: @escaping () -> Void,
    environment: [String: String]
  ) {
    self.editor = editor
    self.pager = pager
    self.giveAway = giveAway
    self.takeBack = takeBack
    self.environment = environment
  }

  /// The command may have arguments of its own, as in `EDITOR="code --wait"`; the shell reads them, as everywhere.
  func start(_ command: String, _ path: String) throws(ProgramFault) -> ForegroundProcess {
    do throws(DisplayError) {
      return try .start(["sh", "-c", "\(command) \"$1\"", command, path], environment: environment)
    } catch {
      throw ProgramFault("\(command) could not be started")
    }
  }
}

public import Terminal

/// What each key does: the one table that dispatch, hints and help are made from.
public struct KeyMap: Sendable {
  public struct Binding: Sendable {
    public let keys: [Key]
    public let command: Command
    /// For the help: a few words.
    public let title: String
    /// For the hint row; nil is not hinted.
    public let hint: String?
    public let group: Group

    init(_ keys: [Key], _ command: Command, _ group: Group, _ title: String, hint: String? = nil) {
      self.keys = keys
      self.command = command
      self.group = group
      self.title = title
      self.hint = hint
    }
  }

  /// The headings of the help.
  public enum Group: String, Sendable, CaseIterable {
    case steps = "STEPS"
    case request = "REQUEST"
    case clock = "CLOCK OF THE SERVER"
    case screen = "SCREEN"
  }

  public let bindings: [Binding]

  public func command(for key: Key) -> Command? {
    bindings.first { $0.keys.contains(key) }?.command
  }

  public func binding(of command: Command) -> Binding? {
    bindings.first { $0.command == command }
  }

  public static let standard = KeyMap(bindings: [
    Binding([.enter], .next, .steps, "take the next step; in the log, open the exchange"),
    Binding([.character("n")], .newCode, .steps, "a new code: authorize again, sign in, allow", hint: "new code"),
    Binding([.character(">")], .stage(offset: 1), .steps, "the stage after this one", hint: "stage"),
    Binding([.character("<")], .stage(offset: -1), .steps, "the stage before this one"),
    Binding([.character("D")], .toggleDecision, .steps, "the resource owner denies, or allows", hint: "deny"),
    Binding([.character("o")], .otherResourceOwner, .steps, "somebody else signs in", hint: "other user"),
    Binding([.character("e")], .edit, .request, "edit the value under the cursor", hint: "edit"),
    Binding([.character("+"), .character("a")], .add, .request, "add a parameter or header field", hint: "add"),
    Binding([.character("-"), .delete], .remove, .request, "leave it out", hint: "remove"),
    Binding([.character("d")], .reset, .request, "back to the right value", hint: "right value"),
    Binding([.character("u")], .undo, .request, "undo", hint: "undo"),
    Binding([.character("U"), .control("r")], .redo, .request, "redo"),
    Binding([.character("p")], .pause, .clock, "hold the clock, or let it run", hint: "pause"),
    Binding([.character("f")], .advance, .clock, "10 seconds forward", hint: "+10 s"),
    Binding([.character("x")], .expireNow, .clock, "forward to the code's expiry", hint: "expire"),
    Binding([.tab], .nextPanel, .screen, "the next panel", hint: "panel"),
    Binding([.backTab], .previousPanel, .screen, "the panel before"),
    Binding([.character("1")], .panel(.request), .screen, "the request"),
    Binding([.character("2")], .panel(.explain), .screen, "the explanation"),
    Binding([.character("3")], .panel(.log), .screen, "the log"),
    Binding([.character("4")], .panel(.raw), .screen, "the octets of the exchange", hint: "raw"),
    Binding([.character("5")], .panel(.checks), .screen, "the checks of the exchange", hint: "checks"),
    Binding([.up, .character("k")], .move(.up), .screen, "up"),
    Binding([.down, .character("j")], .move(.down), .screen, "down"),
    Binding([.pageUp, .control("b")], .move(.pageUp), .screen, "a page up"),
    Binding([.pageDown, .control("f"), .character(" ")], .move(.pageDown), .screen, "a page down"),
    Binding([.home, .character("g")], .move(.first), .screen, "the first"),
    Binding([.end, .character("G")], .move(.last), .screen, "the last; the log follows again"),
    Binding([.character("z")], .zoom, .screen, "one panel on the whole screen, and back", hint: "zoom"),
    Binding([.character("H")], .hints, .screen, "hide or show the row of hints"),
    Binding([.character("?"), .function(1)], .help, .screen, "this help", hint: "help"),
    Binding([.escape], .back, .screen, "back"),
    Binding([.character("q")], .quit, .screen, "leave; asks while a code or token lives", hint: "quit"),
    Binding([.character("Q")], .quitNow, .screen, "leave now"),
    Binding([.control("z")], .suspend, .screen, "suspend; the server stops too"),
    Binding([.control("l")], .redraw, .screen, "draw the screen anew"),
  ])
}

import Playground
import Terminal

extension CommandEntry {
  /// Every command that has a name, in the order of the help.
  public static let catalogue: [CommandEntry] =
    steps + request + clock + panels + views + inspector + policy + interference + tokens + moving + program

  private static let steps = [
    CommandEntry("next", .next, [.enter], .steps, in: .everywhere, "take the next step; open what is selected"),
    CommandEntry("new-code", .newCode, ["n"], .steps, "a new code: authorize again, sign in, allow", hint: "new code"),
    CommandEntry("stage-next", .stage(offset: 1), [">"], .steps, "the stage after this one", hint: "stage"),
    CommandEntry("stage-previous", .stage(offset: -1), ["<"], .steps, "the stage before this one"),
    CommandEntry("deny", .toggleDecision, ["D"], .steps, "the resource owner denies, or allows", hint: "deny"),
    CommandEntry("other-user", .otherResourceOwner, ["O"], .steps, "somebody else signs in", hint: "other user"),
  ]

  private static let request = [
    CommandEntry("edit", .edit, ["e"], .request, "edit the value under the cursor", hint: "edit"),
    CommandEntry("add", .add, ["+", "a"], .request, "add a parameter or header field", hint: "add"),
    CommandEntry("remove", .remove, ["-", .delete], .request, "leave it out", hint: "remove"),
    CommandEntry("right-value", .reset, ["d"], .request, "back to the right value", hint: "right value"),
    CommandEntry(
      "credentials", .moveCredentials, ["b"], .request, "secret in the body, or in the Authorization header"),
    CommandEntry(
      "raw-editor", .editRaw, ["r"], .request, "edit the whole request as text in $EDITOR", hint: "raw editor"),
    CommandEntry("undo", .undo, ["u"], .request, "undo the last change", hint: "undo"),
    CommandEntry("redo", .redo, ["U", .control("r")], .request, "make it again"),
  ]

  private static let clock = [
    CommandEntry("pause", .pause, ["p"], .clock, in: .everywhere, "hold the clock, or let it run", hint: "pause"),
    CommandEntry("forward", .advance, ["f"], .clock, "10 seconds forward", hint: "+10 s"),
    CommandEntry("expire", .expireNow, ["x"], .clock, "forward to the code's expiry", hint: "expire"),
    CommandEntry("code-lifetime", .codeLifetime, ["t"], .clock, "how long new codes live", hint: "lifetime"),
  ]

  private static let panels = [
    CommandEntry("panel-next", .nextPanel, [.tab], .panels, "the next panel", hint: "panel"),
    CommandEntry("panel-previous", .previousPanel, [.backTab], .panels, "the panel before"),
    CommandEntry("panel-request", .panel(.request), ["1"], .panels, "the request"),
    CommandEntry("panel-explain", .panel(.explain), ["2"], .panels, "the explanation"),
    CommandEntry("panel-log", .panel(.log), ["3"], .panels, "the log"),
    CommandEntry("panel-raw", .panel(.raw), ["4"], .panels, "the octets of the exchange", hint: "raw"),
    CommandEntry("panel-checks", .panel(.checks), ["5"], .panels, "the checks of the exchange", hint: "checks"),
    CommandEntry("panel-server", .panel(.server), ["6"], .panels, "what the server knows", hint: "server"),
    CommandEntry(
      "panel-sequence", .panel(.sequence), ["7"], .panels, "who says what to whom", hint: "sequence"),
    CommandEntry("zoom", .zoom, ["z"], .panels, "one panel on the whole screen, and back", hint: "zoom"),
    CommandEntry("follow", .follow, ["F"], .panels, "show the newest exchange, or stay at this one", hint: "follow"),
    CommandEntry("find-next", .findNext, ["n"], .panels, in: .searching, "the next place", hint: "next place"),
    CommandEntry(
      "find-previous", .findPrevious, ["N"], .panels, in: .searching, "the place before", hint: "place before"),
  ]

  private static let views = [
    CommandEntry(
      "explanation", .view(.explanation), ["E"], .views, in: .everywhere, "the whole explanation", hint: "why"),
    CommandEntry("related", .related, ["T"], .views, "scenarios with the same refusal", hint: "try"),
    CommandEntry("question", .menu(.question), ["A"], .views, "answer the scenario's question", hint: "question"),
    CommandEntry(
      "moments", .view(.moments), ["w"], .views, in: .everywhere, "go back to before a request, take the other way",
      hint: "rewind"),
    CommandEntry(
      "diagnosis", .view(.diagnosis), ["C"], .views, in: .everywhere,
      "paste a curl command or request: what the server would say", hint: "diagnose"),
    CommandEntry(
      "compare", .view(.comparison), ["="], .views, in: .everywhere, "put the same request to another server, too",
      hint: "compare"),
    CommandEntry(
      "sequence", .view(.sequence), ["v"], .views, in: .everywhere, "the sequence diagram on the whole screen",
      hint: "sequence"),
    CommandEntry("scenarios", .view(.scenarios), ["s"], .views, in: .everywhere, "the scenarios", hint: "scenarios"),
    CommandEntry(
      "inspector", .view(.inspector), ["i"], .views, in: .everywhere, "look into the server, change it",
      hint: "inspect"),
    CommandEntry("policy", .view(.policy), ["S"], .views, in: .everywhere, "switches of the server", hint: "policy"),
    CommandEntry("break", .view(.mistakes), ["B"], .views, in: .everywhere, "a known mistake", hint: "break it"),
    CommandEntry(
      "interference", .view(.interference), ["X"], .views, in: .everywhere, "what goes wrong on the way",
      hint: "interfere"),
    CommandEntry("tokens", .view(.token), ["J"], .views, in: .everywhere, "the JWT inspector", hint: "JWT"),
  ]

  private static let tokens = [
    token("tamper", .tamper, ["x"], "change the claim, or break the check, under the cursor", hint: "tamper"),
    token("claim-edit", .edit, ["e"], "another value for the claim under the cursor", hint: "edit"),
    token("tamper-undo", .undo, ["u"], "take the last change back", hint: "undo"),
    token("token-next", .following, [.tab], "the next token", hint: "next token"),
    token("token-previous", .preceding, [.backTab], "the token before"),
    token("token-use", .use, ["r"], "send this token to the protected resource", hint: "try it"),
    token("token-add", .take, ["a"], "a token from elsewhere, typed or pasted", hint: "add one"),
    token("keys-fetch", .fetchKeys, ["f"], "fetch the server's public keys", hint: "fetch keys"),
  ]

  private static func token(
    _ name: String, _ action: TokenAction, _ keys: [Key], _ title: String, hint: String? = nil
  ) -> CommandEntry {
    CommandEntry(name, .token(action), keys, .view(.token), in: .view(.token), title, hint: hint)
  }

  private static let moving = [
    CommandEntry("up", .move(.up), [.up, "k"], .moving, in: .everywhere, "up"),
    CommandEntry("down", .move(.down), [.down, "j"], .moving, in: .everywhere, "down"),
    CommandEntry(
      "left", .move(.left), [.left, "h"], .moving, in: .everywhere, "to the list; on the rail, a stage back"),
    CommandEntry("right", .move(.right), [.right, "l"], .moving, in: .everywhere, "to the text beside it; a stage on"),
    CommandEntry("page-up", .move(.pageUp), [.pageUp, .control("b")], .moving, in: .everywhere, "a page up"),
    CommandEntry(
      "page-down", .move(.pageDown), [.pageDown, .control("f"), " "], .moving, in: .everywhere, "a page down"),
    CommandEntry("first", .move(.first), [.home, "g"], .moving, in: .everywhere, "the first"),
    CommandEntry("last", .move(.last), [.end, "G"], .moving, in: .everywhere, "the last; the log follows again"),
    CommandEntry("find", .find, ["/"], .moving, in: .everywhere, "filter a list, search a text", hint: "find"),
  ]

  private static let program = [
    CommandEntry("help", .menu(.help), ["?", .function(1)], .program, in: .everywhere, "the keys", hint: "help"),
    CommandEntry(
      "palette", .menu(.palette), [":", .control("p")], .program, in: .everywhere, "commands by name", hint: "cmd"),
    CommandEntry("copy", .menu(.copy), ["y"], .program, in: .everywhere, "copy something", hint: "copy"),
    CommandEntry("copy-curl", .copy(.curl), ["c"], .program, in: .everywhere, "copy the request as a curl command"),
    CommandEntry("pager", .openPager, ["o"], .program, in: .everywhere, "read this in $PAGER"),
    CommandEntry(
      "export-transcript", .export(.transcript), [], .program, in: .everywhere, "the session as Markdown, to a file"),
    CommandEntry("export-har", .export(.har), [], .program, in: .everywhere, "the session as HTTP Archive, to a file"),
    CommandEntry("export-curl", .export(.curl), [], .program, in: .everywhere, "the session as curl script, to a file"),
    CommandEntry("mouse", .mouse, ["m"], .program, in: .everywhere, "mouse on or off; off, the terminal selects text"),
    CommandEntry("present", .present, ["P"], .program, "for the projector: one panel, big digits"),
    CommandEntry("secrets", .secrets, ["M"], .program, in: .everywhere, "hide codes, tokens and secrets, or show them"),
    CommandEntry("hints", .hints, ["H"], .program, in: .everywhere, "hide or show the row of hints"),
    CommandEntry("back", .back, [.escape], .program, in: .everywhere, "back"),
    CommandEntry("quit", .quit, ["q"], .program, in: .everywhere, "back; at the top, leave", hint: "quit"),
    CommandEntry("quit-now", .quitNow, ["Q"], .program, in: .everywhere, "leave now"),
    CommandEntry("suspend", .suspend, [.control("z")], .program, in: .everywhere, "suspend; the server stops too"),
    CommandEntry("redraw", .redraw, [.control("l")], .program, in: .everywhere, "draw the screen anew"),
  ]
}

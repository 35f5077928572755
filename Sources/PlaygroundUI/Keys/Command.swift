public import Playground

/// Everything the screen can be told to do: by a key, by the palette, by the help, by a menu.
public enum Command: Hashable, Sendable {
  case next
  case newCode
  case stage(offset: Int)
  case toggleDecision
  case otherResourceOwner
  case edit
  case add
  case remove
  case reset
  /// Between the form and the Authorization header.
  case moveCredentials
  case undo
  case redo
  case pause
  case advance
  case expireNow
  case codeLifetime
  case panel(Panel)
  case nextPanel
  case previousPanel
  case move(Move)
  /// Searches a text, or filters a list.
  case find
  case findNext
  case findPrevious
  case follow
  case view(ViewKind)
  case menu(Menu)
  /// Scenarios in which the same thing is refused.
  case related
  /// Gives an answer to the scenario's question, by its number.
  case answer(Int)
  /// Starts a scenario of the library from its first step.
  case play(scenario: String)
  /// Makes a known mistake in the request of the stage.
  case make(mistake: String)
  case token(TokenAction)
  /// Does something to the server, from the inspector.
  case act(ServerAct)
  /// Changes a switch of the policy.
  case bend(PolicyAct)
  /// Lets something go wrong between client and server.
  case meddle(InterferenceAct)
  case copy(CopyKind)
  case openPager
  /// Writes the session to a file.
  case export(SessionExport)
  case editRaw
  case mouse
  case zoom
  case present
  case hints
  case secrets
  case back
  case quit
  case quitNow
  case suspend
  case redraw

  public enum Move: String, Hashable, Sendable, CaseIterable {
    case up, down, left, right, pageUp, pageDown, first, last
  }
}

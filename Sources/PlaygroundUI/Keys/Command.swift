/// Everything a key can do.
public enum Command: Equatable, Hashable, Sendable {
  case next
  case newCode
  case stage(offset: Int)
  case edit
  case add
  case remove
  case reset
  case undo
  case redo
  case toggleDecision
  case otherResourceOwner
  case pause
  case advance
  case expireNow
  case panel(Panel)
  case nextPanel
  case previousPanel
  case move(Move)
  case zoom
  case hints
  case help
  case back
  case quit
  case quitNow
  case suspend
  case redraw

  public enum Move: Hashable, Sendable {
    case up, down, pageUp, pageDown, first, last
  }
}

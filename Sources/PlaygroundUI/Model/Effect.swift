public import AuthorizationServer
public import OAuth
public import Playground

/// What to do outside. A value, so that tests compare it.
public enum Effect: Equatable, Sendable {
  case send(Dispatch)
  case clock(ClockChange)
  /// Lets something go wrong from now on; nil switches everything off: answered by ``Message/interfering(_:)``.
  case interfere(InterferenceSetting?)
  /// Asks what is switched on: answered in the same way.
  case listInterferences
  /// Changes the server by hand: answered by ``Message/changed``.
  case change(ServerChange)
  /// Takes the last such change back: answered in the same way.
  case takeBackChange
  /// Looks into the server: answered by ``Message/inspected``. Only while something on the screen shows it.
  case inspect
  /// Puts the server back to its start, with a scenario's profile, and makes the scenario's client:
  /// answered by ``Message/begun``.
  case begin(scenario: String)
  /// The server and its clock as they were at a moment: answered by ``Message/clockChanged``.
  case rewind(to: Moment.Number)
  /// Examines a pasted request on a copy of the server: answered by ``Message/diagnosed``.
  case diagnose(RequestMessage)
  /// Puts a request to copies of the server and of another one, named by its profile: answered by
  /// ``Message/compared(_:)``.
  case compare(ComparisonSubject, with: String)
  case copy(Copied)
  /// Writes a file and tells where it is.
  case save(Exported)
  /// Shows a text in the pager; it was made visible before.
  case page(title: String, String)
  /// Lets somebody edit a text; answered by ``Message/edited``.
  case edit(String)
  case mouse(Bool)
  case suspend
  case redraw
  /// Leaves with an exit status.
  case quit(Int32)
}

/// What can be done to the server's clock.
public enum ClockChange: Equatable, Sendable {
  case pause
  case resume
  case advance(Duration)
  case advanceTo(Instant)

  public func apply(to clock: inout ServerClock, at machineTime: Instant) {
    switch self {
    case .pause: clock.pause(at: machineTime)
    case .resume: clock.resume(at: machineTime)
    case .advance(let duration): clock.advance(by: duration)
    case .advanceTo(let instant): clock.advance(to: instant, at: machineTime)
    }
  }
}

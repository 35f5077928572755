public import AuthorizationServer
public import OAuth
public import Playground
public import Terminal

/// What happened. Everything enters by this one door, so there is one order of events.
public enum Message: Equatable, Sendable {
  case key(Key)
  case wished(Wish)
  case resized(Size)
  /// A request was answered, ours or somebody else's.
  case exchanged(Exchange)
  /// What came of a dispatch.
  case answered(Dispatch.Number, Result<ResponseMessage, CarrierFailure>)
  case clockChanged(ServerClock)
  /// The server was changed by hand, or a change was taken back.
  case changed(NotedChange)
  case inspected(Inventory)
  /// What goes wrong from now on.
  case interfering([InterferenceSetting])
  /// The server is as at its start, and somebody new goes through a scenario of the library.
  case begun(scenario: String, Walkthrough, ServerClock)
  /// Time has passed that the screen shows.
  case ticked
  case copied(what: String, octets: Int, CopyWay)
  case edited(Edited)
  case diagnosed(Diagnosis)
  case compared(RequestComparison)
  /// Something outside that somebody should know.
  case told(Notice)
  /// There was no shell to come back from.
  case noJobControl
  /// The program was asked to end.
  case signalled(Int32)
}

extension Message {
  /// What a change of the server by hand came to: made, or not and why.
  public static func changed(_ change: () throws(ServerChangeFault) -> NotedChange) -> Message {
    do throws(ServerChangeFault) {
      return .changed(try change())
    } catch {
      return .told(Notice("not now: \(error.sentence)", isProblem: true))
    }
  }
}

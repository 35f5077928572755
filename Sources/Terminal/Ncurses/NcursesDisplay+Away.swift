internal import CNcurses
internal import CTerminal

#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// Giving the terminal to someone else for a while: the shell, an editor, a pager.
extension NcursesDisplay {
  /// What came of ctrl-Z.
  public enum Suspension: Hashable, Sendable {
    case resumed
    /// There is no shell to come back from, so the program kept running.
    case noJobControl
  }

  /// Stops the program as ctrl-Z does everywhere, and draws again when it goes on.
  ///
  /// - Parameter note: the line left on the terminal meanwhile.
  public func suspend(note: String = "") -> Suspension {
    leave()
    if !note.isEmpty { send(VisibleText(note).string + "\r\n") }
    oap_stop(1)
    let suspension = awaitContinuation()
    enter()
    return suspension
  }

  /// Gives the terminal away, as for an editor started with `ForegroundProcess`. Until `takeBack`, nothing is drawn and
  /// no key is read, while signals, wake-ups and the end of the child still arrive.
  public func giveAway() {
    if !isAway { leave() }
  }

  /// Takes the terminal again and draws what was presented last.
  ///
  /// - Parameter repairing: the one who had it was killed, and may have left it in any state.
  public func takeBack(repairing: Bool = false) {
    guard isAway else { return }
    if repairing { repair() }
    enter()
  }

  /// Stops the whole job, as a shell expects when the program that has the terminal was stopped,
  /// and waits for its `fg`.
  public func followStop() {
    guard isAway else { return }
    oap_stop(1)
    _ = awaitContinuation()
  }

  /// Takes back what a program may have switched on and cannot switch off any more.
  func repair() { send(ControlSequences.repair()) }

  /// Writes a sequence past ncurses in one piece, as for the clipboard or the title. Only between two frames.
  public func send(_ sequence: ControlSequence) {
    if !isAway { send(sequence.bytes) }
  }

  func send(_ bytes: String) {
    var rest = Array(bytes.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(options.output, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  func leave() {
    mousemask(0, nil)
    send(ControlSequences.pasteOff)
    curs_set(1)
    endwin()
    isAway = true
  }

  func enter() {
    reset_prog_mode()
    isAway = false
    if updateSize() { noteResize() }
    clearok(oap_curscr(), true)
    painted = nil
    if isMouseOn { setMouse(true) }
    paint()
    send(ControlSequences.pasteOn)
  }

  /// Follows a SIGTSTP from outside: stops this process only, since the sender chose whom to stop.
  func stop() {
    let wasAway = isAway
    if !wasAway { leave() }
    oap_stop(0)
    _ = awaitContinuation()
    if !wasAway { enter() }
  }

  /// After a stop SIGCONT is in the pipe; it is not there when nothing stopped.
  /// Stopping is not immediate with several threads.
  private func awaitContinuation() -> Suspension {
    var polled = pollfd(fd: signals, events: Int16(POLLIN), revents: 0)
    while poll(&polled, 1, 250) != 0 {
      let numbers = readSignals()
      for number in numbers where ![SIGCONT, SIGWINCH, SIGTSTP, SIGCHLD].contains(number) {
        pending.append(.signal(number))
      }
      // Whoever has the terminal may have ended just now; nobody would tell again.
      if isAway, numbers.contains(SIGCHLD) { pending.append(.childEnded) }
      if numbers.contains(SIGCONT) { return .resumed }
    }
    return .noJobControl
  }
}

internal import CTerminal

#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

extension NcursesDisplay {
  /// A paste that pauses longer than this has lost its end.
  private static let pasteTimeout = Duration.milliseconds(500)

  public func wait(until deadline: Duration?) -> [InputEvent] {
    if !pending.isEmpty { return takePending() }
    let listens = !isAway && !hasHungUp
    let limit = keys.isPasting ? min(deadline ?? Self.pasteTimeout, Self.pasteTimeout) : deadline
    // A negative descriptor is one poll leaves out.
    var polled = [listens ? options.input : -1, signals, wakeup.descriptor].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    let ready = poll(&polled, nfds_t(polled.count), limit.milliseconds)
    if ready == 0, keys.isPasting, let paste = keys.abandonPaste() { return [.key(paste)] }
    if listens { readTerminal(Int32(polled[0].revents)) }
    takeSignals()
    if wakeup.drain() { pending.append(.woken) }
    return takePending()
  }

  private func takePending() -> [InputEvent] {
    defer { pending = [] }
    return pending
  }

  /// Reads the keys; a terminal that is gone, or at its end, is reported once and not asked again.
  private func readTerminal(_ state: Int32) {
    guard state != 0 else { return }
    var waiting: Int32 = 0
    let isAtEnd = state & POLLIN != 0 && ioctl(options.input, UInt(FIONREAD), &waiting) == 0 && waiting == 0
    pending += keys.readAll().map { .key($0) }
    guard isAtEnd || state & (POLLHUP | POLLERR | POLLNVAL) != 0 else { return }
    hasHungUp = true
    pending.append(.signal(SIGHUP))
  }

  func takeSignals() {
    var repaints = false
    for number in readSignals() {
      switch number {
      case SIGWINCH: if !isAway, updateSize() { noteResize() }
      case SIGCONT: repaints = true
      case SIGCHLD: if isAway { pending.append(.childEnded) }
      case SIGTSTP: stop()
      case SIGINT, SIGQUIT: if !isAway { pending.append(.signal(number)) }
      default: pending.append(.signal(number))
      }
    }
    // Whoever stopped us from outside has changed the terminal's modes meanwhile.
    if repaints, !isAway {
      leave()
      enter()
    }
  }

  /// The numbers the handlers wrote into the pipe, in order.
  func readSignals() -> [Int32] {
    var buffer = [UInt8](repeating: 0, count: 256)
    let count = read(signals, &buffer, buffer.count)
    return buffer.prefix(max(0, count)).map { Int32($0) }
  }

  /// Many changes of size in a row are one.
  func noteResize() {
    pending.removeAll { event in
      if case .resized = event { true } else { false }
    }
    pending.append(.resized(size))
  }
}

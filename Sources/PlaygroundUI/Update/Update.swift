public import OAuth
import Playground
import Terminal

extension Model {
  /// Takes in what happened at a machine's time and says what is to be done outside.
  /// The only place where the model changes.
  public mutating func update(_ message: Message, at machineTime: Instant) -> [Effect] {
    self.machineTime = machineTime
    let effects = take(message)
    logSelection.keepUp(with: walkthrough.timeline)
    return showsInventory && isInventoryStale ? effects + [.inspect] : effects
  }

  private mutating func take(_ message: Message) -> [Effect] {
    switch message {
    case .key(.resized(let size)), .resized(let size):
      self.size = size
      return []
    case .key(let key): return press(key)
    case .wished(let wish): return fulfil(wish)
    case .exchanged(let exchange):
      walkthrough.record(exchange)
      isInventoryStale = true
      notePanels(changedBy: exchange)
      return questions(after: exchange)
    case .answered(let number, let result):
      return answered(number, result)
    case .clockChanged(let clock):
      self.clock = clock
      isInventoryStale = true
      return []
    case .changed(let change):
      take(change)
      return []
    case .inspected(let inventory):
      take(inventory)
      return []
    case .interfering(let settings):
      take(settings)
      return []
    case .copied(let what, let octets, let way):
      notice = Notice("\(what), \(octets) octets, copied \(way.sentence)", isProblem: false)
      return []
    case .edited(let edited): return take(edited)
    case .diagnosed(let diagnosis):
      (self.diagnosis, explainedError) = (diagnosis, nil)
      lists[.view(.diagnosis), default: ListState()].detail = ScrollWindow()
      return []
    case .compared(let comparison):
      self.comparison = comparison
      lists[.view(.comparison), default: ListState()].detail = ScrollWindow()
      return []
    case .told(let notice):
      self.notice = notice
      return []
    case .noJobControl:
      notice = Notice("no job control here: there is no shell to come back from", isProblem: true)
      return []
    case .ticked: return []
    case .begun(let id, let walkthrough, let clock):
      begin(id, walkthrough, clock)
      (isInventoryStale, replayed, lists[.view(.inspector)], interferences) = (true, nil, nil, [])
      return []
    case .signalled(let number): return [.quit(128 + number)]
    }
  }

  /// How long the screen stays true without a message; nil while nothing on it moves.
  ///
  /// Whole seconds are shown above ten seconds and tenths below, so more frames would all look the same.
  public func unchanged(at machineTime: Instant) -> Duration? {
    guard !clock.isPaused else { return nil }
    let now = clock.now(at: machineTime)
    let serverTime = now + interferences.clockSkew
    var ends = [showsInventory ? inspected?.unchanged(at: serverTime) : nil]
    if let code, case .alive(let left) = code.condition(at: serverTime) { ends.append(TimeLeft(left).unchanged) }
    if showsTokenTimes { ends.append(.nanoseconds(1_000_000_000 - now.nanoseconds % 1_000_000_000)) }
    return ends.compactMap(\.self).min()
  }

  private mutating func answered(
    _ number: Dispatch.Number, _ result: Result<ResponseMessage, CarrierFailure>
  ) -> [Effect] {
    let stage = walkthrough.errand?.stage ?? walkthrough.current
    if let next = walkthrough.answered(number, result, at: now) { return [.send(next)] }
    noteReplay(of: number)
    guard walkthrough.errand == nil else { return [] }
    guard case .failure(let failure) = result else { return conclude(stage, failure: nil) }
    return conclude(stage, failure: failure)
  }

  private mutating func press(_ key: Key) -> [Effect] {
    if key == .control("c") { return interrupt() }
    interruptedAt = nil
    notice = nil
    if case .mouse(let event) = key {
      defer { forgetSeenNews() }
      return point(event)
    }
    if overlay != nil { return pressOverlay(key) }
    if let view = views.last, let line = lists[.view(view)]?.typing {
      pressFiltering(key, in: view, line)
      return []
    }
    if views.last == .token, case .paste(let text) = key {
      takeToken(text)
      return []
    }
    guard let command = surroundings.keyMap.command(for: key, in: scopes) else {
      notice = Notice("\(key) does nothing here; \(self.key(.menu(.help))) shows the keys", isProblem: false)
      return []
    }
    if let obstacle = obstacle(to: command) {
      notice = Notice("not now: \(obstacle)", isProblem: false)
      return []
    }
    recentKeys = recentKeys.suffix(3) + [key]
    defer { forgetSeenNews() }
    return perform(command)
  }

  /// The first ctrl-c closes what is open, the second within two seconds leaves.
  private mutating func interrupt() -> [Effect] {
    if let interruptedAt, machineTime - interruptedAt < .seconds(2) { return [.quit(130)] }
    overlay = nil
    interruptedAt = machineTime
    notice = Notice("ctrl-c again leaves", isProblem: false)
    return []
  }
}

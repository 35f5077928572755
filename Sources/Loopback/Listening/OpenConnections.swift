internal import NIOCore
import Synchronization

/// The connections of one listener that are open, and whether the listener is closing.
final class OpenConnections: Sendable {
  /// Tells a connection to finish what is in flight and close.
  enum Event: Sendable {
    case closing
  }

  private struct State {
    var channels: [ObjectIdentifier: any Channel] = [:]
    var isClosing = false
    var exchanges = 0
  }

  private let state = Mutex(State())
  private let limit: Int

  init(limit: Int) {
    self.limit = limit
  }

  enum Admission {
    case admitted, full, closing
  }

  func admit(_ channel: any Channel) -> Admission {
    state.withLock { state in
      if state.isClosing { return .closing }
      if state.channels.count >= limit { return .full }
      state.channels[ObjectIdentifier(channel)] = channel
      return .admitted
    }
  }

  func remove(_ channel: any Channel) {
    state.withLock { $0.channels[ObjectIdentifier(channel)] = nil }
  }

  /// The number of the next exchange, from 1.
  func nextNumber() -> Int {
    state.withLock { state in
      state.exchanges += 1
      return state.exchanges
    }
  }

  /// Admits nobody from now on and tells everybody; those who are open, or `nil` if that has happened before.
  func beginClosing() -> [any Channel]? {
    let channels: [any Channel]? = state.withLock { state in
      if state.isClosing { return nil }
      state.isClosing = true
      return Array(state.channels.values)
    }
    guard let channels else { return nil }
    // In one turn of the thread that serves them all: once one has closed, none still answers as if it stayed open.
    channels.first?.eventLoop.execute {
      for channel in channels { channel.pipeline.fireUserInboundEventTriggered(Event.closing) }
    }
    return channels
  }
}

/// What woke the loop.
public enum InputEvent: Hashable, Sendable {
  case key(Key)
  case resized(Size)
  /// A signal from outside, by its number; a terminal that hung up counts as SIGHUP.
  case signal(Int32)
  /// Another thread called `Wakeup.wake()`.
  case woken
  /// A child that was given the terminal may have ended.
  case childEnded
}

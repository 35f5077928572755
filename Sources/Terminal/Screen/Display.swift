/// A place to draw on and to read from: a real terminal, or memory in tests.
public protocol Display: AnyObject {
  var size: Size { get }

  /// Waits, in one place, until something happens, and returns it in order. Empty when the time was
  /// over, or when what woke it needs nobody's attention.
  ///
  /// - Parameter deadline: how long to wait at most, from now; nil sleeps until something happens.
  func wait(until deadline: Duration?) -> [InputEvent]

  /// Shows a canvas. One that equals the last is not drawn again.
  func present(_ canvas: Canvas)

  /// Gives the terminal back as it was. Further calls do nothing.
  func close()
}

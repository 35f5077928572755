/// A display without a terminal: plays events handed to it and keeps what was presented.
public final class MemoryDisplay: Display {
  public private(set) var size: Size
  public private(set) var canvases: [Canvas] = []
  public private(set) var isClosed = false
  private var batches: [[InputEvent]]

  /// Each batch is what one call of `wait` returns; after the last one every call returns SIGHUP, so that a loop ends.
  public init(size: Size, batches: [[InputEvent]] = []) {
    self.size = size
    self.batches = batches
  }

  public func wait(until deadline: Duration?) -> [InputEvent] {
    guard !batches.isEmpty else { return [.signal(1)] }
    let batch = batches.removeFirst()
    for case .resized(let size) in batch { self.size = size }
    return batch
  }

  public func present(_ canvas: Canvas) {
    if !isClosed, canvas != canvases.last { canvases.append(canvas) }
  }

  public func close() {
    isClosed = true
  }
}

/// Every bound on what comes from outside: sizes in bytes, counts, and times.
public struct Limits: Sendable, Equatable {
  /// The request target; beyond it: 414.
  public var requestTarget = 16 * 1024
  /// All header lines of a message together, with their line ends, trailers included; beyond it: 431.
  public var headerSection = 32 * 1024
  /// How many header lines (and trailers) a message may have; beyond it: 431.
  public var headerCount = 100
  /// The body, after chunks were put together; beyond it: 413.
  public var body = 64 * 1024
  /// Open connections at once; one more is answered with 503 and closed.
  public var connections = 256
  /// Requests on one connection; the answer to the last one closes it.
  public var requestsPerConnection = 1000
  /// Silence: a connection without a request is dropped, half a request is answered with 408.
  public var idle: Duration = .seconds(25)
  /// From the first byte of a request to its last, however steadily it drips; beyond it: 408.
  public var wholeRequest: Duration = .seconds(20)
  /// How long a connection that was answered for the last time may go on sending, so that the answer is not
  /// destroyed by a reset (RFC 9112 section 9.6).
  public var lingering: Duration = .seconds(1)
  /// How long ``Listener/close()`` waits for requests in flight.
  public var closing: Duration = .seconds(2)

  public init() {}
}

import AuthorizationServer
import OAuth
import Playground

extension Premises {
  /// What to open, and under which names.
  struct Plan {
    var profile = Profile.strict
    var address = "127.0.0.1"
    /// 0 takes any free port.
    var serverPort = Premises.usualServerPort
    /// Nil opens none: another program plays the client.
    var clientPort: Int? = Premises.usualClientPort
    /// Takes any free port where one is taken.
    var fallsBack = false
    /// Keeps the usual ports in every URL and Host header and only connects elsewhere,
    /// so that two runs send the same octets.
    var keepsUsualNames = false
    var clock = ServerClock()
    /// What the server's clock goes by.
    var machineTime: @Sendable () -> Instant = Live.machineTime
    /// What the durations of exchanges are measured by.
    var stopwatch: @Sendable () -> ContinuousClock.Instant = { .now }
    var seed: UInt64?
    /// Where the random values come from when nobody has chosen a seed. One that is drawn when the program starts makes
    /// them unguessable and yet the same again after going back to a moment; nil draws each from the system.
    var drawnSeed: UInt64?
    /// How the control interface shows exchanges; nil leaves it off.
    var control: Redaction?
    /// The parties, and the switches that differ from the profile's.
    var configuration = Configuration()
    /// Approves every authorization request in this resource owner's name.
    var approvesAs: String?
  }
}

import AuthorizationServer
import OAuth
import Playground
import Testing

@Suite struct `The server's clock` {
  let noon = Instant(seconds: 1_800_000_000)

  @Test func `runs with the machine's time, ahead by its offset`() {
    #expect(ServerClock().now(at: noon) == noon)
    #expect(ServerClock(offset: .seconds(60)).now(at: noon) == noon + .seconds(60))
  }

  @Test func `stands still while it is paused and goes on from there`() {
    var clock = ServerClock()
    clock.pause(at: noon)
    #expect(clock.isPaused)
    #expect(clock.now(at: noon + .seconds(100)) == noon)
    clock.resume(at: noon + .seconds(100))
    #expect(!clock.isPaused)
    #expect(clock.now(at: noon + .seconds(101)) == noon + .seconds(1))
  }

  @Test(arguments: [true, false]) func `it stops before an instant cannot be counted any more`(paused: Bool) {
    var clock = ServerClock()
    if paused { clock.pause(at: noon) }
    for _ in 0..<100 { clock.advance(by: PolicySwitch.longest) }
    let last = clock.now(at: noon)
    #expect(last > noon + PolicySwitch.longest && last + PolicySwitch.longest > last)
    clock.advance(by: .seconds(Int64.max / 2))
    clock.advance(by: .seconds(1))
    #expect(clock.now(at: noon) == last)
  }

  @Test func `pausing twice or resuming a running clock changes nothing`() {
    var clock = ServerClock()
    clock.resume(at: noon)
    #expect(clock == ServerClock())
    clock.pause(at: noon)
    let paused = clock
    clock.pause(at: noon + .seconds(9))
    #expect(clock == paused)
  }

  @Test(arguments: [true, false]) func `is moved forward whether it runs or stands`(_ paused: Bool) {
    var clock = ServerClock()
    if paused { clock.pause(at: noon) }
    clock.advance(by: .seconds(31))
    #expect(clock.now(at: noon) == noon + .seconds(31))
    clock.advance(to: noon + .seconds(40), at: noon)
    #expect(clock.now(at: noon) == noon + .seconds(40))
  }

  @Test func `never goes back`() {
    var clock = ServerClock()
    clock.advance(by: .seconds(-5))
    clock.advance(to: noon - .seconds(5), at: noon)
    #expect(clock.now(at: noon) == noon)
  }
}

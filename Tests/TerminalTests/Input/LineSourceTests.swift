import Terminal
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

@Suite struct `Lines from standard input` {
  /// A pipe with something in it, whose other end stays open unless it is closed.
  private final class Typed {
    let source: LineSource
    private var ends: [Int32] = [-1, -1]

    init() throws {
      try #require(pipe(&ends) == 0)
      source = try LineSource(ends[0])
    }

    func type(_ octets: [UInt8]) { #expect(write(ends[1], octets, octets.count) == octets.count) }

    func type(_ text: String) { type(Array(text.utf8)) }

    func end() {
      if ends[1] >= 0 { close(ends[1]) }
      ends[1] = -1
    }

    deinit {
      end()
      close(ends[0])
    }
  }

  @Test func `they come one by one, in whatever pieces they were written`() throws {
    let typed = try Typed()
    typed.type("send\r\nedit a b\n\nqu")
    #expect(typed.source.next() == .line("send"))
    #expect(typed.source.next() == .line("edit a b"))
    #expect(typed.source.next() == .line(""))
    #expect(typed.source.next(within: .zero) == nil)
    typed.type("it\n")
    #expect(typed.source.next() == .line("quit"))
  }

  @Test func `the last one may lack its end, and then there is no more`() throws {
    let typed = try Typed()
    typed.type("send")
    typed.end()
    #expect(typed.source.next() == .line("send"))
    #expect(typed.source.next() == .end)
    #expect(typed.source.next() == .end)
  }

  @Test func `whoever waits is woken, also while lines are left where they are`() throws {
    let typed = try Typed()
    typed.type("send\n")
    typed.source.wakeup.wake()
    #expect(typed.source.next(takesLines: false) == .woken)
    #expect(typed.source.next(within: .zero, takesLines: false) == nil)
    #expect(typed.source.next() == .line("send"))
  }

  @Test func `a line without end is cut, and its rest is no line of its own`() throws {
    let typed = try Typed()
    for _ in 0..<3 {
      typed.type([UInt8](repeating: UInt8(ascii: "x"), count: 30_000))
      #expect(typed.source.next(within: .zero) == nil)
    }
    typed.type("quit\nsend\n")
    guard case .line(let text)? = typed.source.next() else {
      Issue.record("no line")
      return
    }
    #expect(text.utf8.count == 64 * 1024)
    #expect(typed.source.next() == .line("send"))
  }

  @Test func `octets that are no text do no harm`() throws {
    let typed = try Typed()
    typed.type([0xFF, 0x00, 0x1B, 0x0A])
    #expect(typed.source.next() == .line("\u{FFFD}\0\u{1B}"))
  }
}

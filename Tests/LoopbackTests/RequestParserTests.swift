import HTTPTypes
import Testing

@testable import Loopback

@Suite struct `The request parser` {
  static let requests: [String] = [
    "GET /me?a=b HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer abc\r\n\r\n",
    "POST /token HTTP/1.1\r\nHost: x\r\nContent-Length: 11\r\n\r\na=b&c=%0D\r\n",
    "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: Chunked\r\n\r\n4;a=b\r\n\r\n\r\n\r\n0A\r\n0123456789\r\n00\r\nT: v\r\n\r\n",
    "OPTIONS * HTTP/1.1\r\nHost:\r\n\r\n",
    "CONNECT a:1 HTTP/1.1\r\nHost: a:1\r\nExpect: 100-continue\r\n\r\n",
    "\r\nHEAD / HTTP/1.0\r\n\r\n",
  ]

  @Test(arguments: requests) func `finds the same request however the bytes are cut`(_ text: String) throws {
    let bytes = Array(text.utf8)
    let whole = outcome(of: [bytes])
    #expect(whole.hasPrefix("request "))
    #expect(outcome(of: bytes.map { [$0] }) == whole)
    for index in bytes.indices {
      #expect(outcome(of: [Array(bytes[..<index]), Array(bytes[index...])]) == whole)
      #expect(outcome(of: [Array(bytes[..<index])]) == "incomplete")
    }
  }

  @Test func `puts chunks together and keeps the bytes as they were`() throws {
    var parser = RequestParser(limits: Limits())
    parser.append(Self.requests[2].utf8)
    guard case .request(let request) = try parser.next() else {
      Issue.record("no request")
      return
    }
    #expect(request.body == Array("\r\n\r\n0123456789".utf8))
    #expect(request.bytes == Array(Self.requests[2].utf8))
    #expect(request.head.headerFields.count == 2)
    #expect(!parser.hasBegun)
  }

  @Test func `passes on what another program's cookie says, whatever it is`() throws {
    var parser = RequestParser(limits: Limits())
    parser.append("GET / HTTP/1.1\r\nHost: x\r\nCookie: a=ü\r\nX-Latin: ".utf8 + [0xFC, 0x0D, 0x0A, 0x0D, 0x0A])
    guard case .request(let request) = try parser.next() else {
      Issue.record("no request")
      return
    }
    #expect(request.head.headerFields[.cookie] == "a=ü")
    #expect(request.head.headerFields.count == 3)
  }

  @Test func `accepts exactly what the limits allow, also byte by byte`() {
    var limits = Limits()
    limits.headerSection = 9
    limits.requestTarget = 1
    let bytes = Array("GET / HTTP/1.1\r\nHost: x\r\n\r\n".utf8)
    #expect(outcome(of: [bytes], limits) == outcome(of: bytes.map { [$0] }, limits))
    #expect(outcome(of: [bytes], limits).hasPrefix("request "))
    limits.headerSection = 8
    #expect(outcome(of: [bytes], limits) == "malformed")
    #expect(outcome(of: bytes.map { [$0] }, limits) == "malformed")
  }

  /// Damaged requests, the same ones in every run.
  @Test(arguments: 0..<200) func `judges a damaged request the same, whole and byte by byte`(_ seed: UInt64) {
    var random = LinearCongruence(state: seed)
    for text in Self.requests {
      var bytes = Array(text.utf8)
      for _ in 0...random.next(below: 3) {
        let place = random.next(below: bytes.count)
        switch random.next(below: 4) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(bytes[random.next(below: bytes.count)], at: place)
        case 2: bytes[place] = UInt8(random.next(below: 256))
        default: bytes.swapAt(place, random.next(below: bytes.count))
        }
      }
      #expect(outcome(of: [bytes]) == outcome(of: bytes.map { [$0] }), "\(bytes)")
    }
  }

  /// What comes of the pieces; all malformed requests are the same here, since pieces are refused earlier.
  private func outcome(of pieces: [[UInt8]], _ limits: Limits = Limits()) -> String {
    var parser = RequestParser(limits: limits)
    var requests: [String] = []
    do throws(MalformedRequest) {
      for piece in pieces {
        parser.append(piece)
        reading: while true {
          switch try parser.next() {
          case .incomplete: break reading
          case .expectsContinue: continue
          case .request(let request):
            requests.append("request \(request.head) \(request.head.headerFields) \(request.body) \(request.bytes)")
          }
        }
      }
    } catch {
      return (requests + ["malformed"]).joined(separator: "\n")
    }
    return (requests + (parser.hasBegun || requests.isEmpty ? ["incomplete"] : [])).joined(separator: "\n")
  }
}

/// A repeatable sequence of numbers.
private struct LinearCongruence {
  var state: UInt64

  mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}

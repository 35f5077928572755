import HTTPTypes
import Loopback
import Testing

@Suite struct `Wire format` {
  @Test func `a request is written exactly as given, without a header of our own`() {
    let request = HTTPRequest(
      method: .post, scheme: nil, authority: nil, path: "/token?x=1", headerFields: [.contentType: "text/plain"])
    let bytes = WireFormat.bytes(of: request, body: Array("abc".utf8))
    #expect(String(decoding: bytes, as: UTF8.self) == "POST /token?x=1 HTTP/1.1\r\nContent-Type: text/plain\r\n\r\nabc")
  }
}

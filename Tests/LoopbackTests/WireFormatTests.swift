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

  @Test func `an authority is written as Host, unless there is one`() {
    var request = HTTPRequest(method: .get, scheme: "http", authority: "a:1", path: "/")
    #expect(String(decoding: WireFormat.bytes(of: request), as: UTF8.self) == "GET / HTTP/1.1\r\nHost: a:1\r\n\r\n")
    request.headerFields.append(HTTPField(name: HTTPField.Name("hOsT")!, value: "b"))
    request.headerFields.append(HTTPField(name: HTTPField.Name("Host")!, value: "c"))
    let bytes = WireFormat.bytes(of: request)
    #expect(String(decoding: bytes, as: UTF8.self) == "GET / HTTP/1.1\r\nhOsT: b\r\nHost: c\r\n\r\n")
  }

  @Test func `a response is written exactly as given`() {
    var response = HTTPResponse(status: .init(code: 299, reasonPhrase: "Odd"))
    response.headerFields.append(HTTPField(name: .setCookie, value: "a=1"))
    response.headerFields.append(HTTPField(name: .contentLength, value: "7"))
    response.headerFields.append(HTTPField(name: .setCookie, value: "b=2"))
    let bytes = WireFormat.bytes(of: response, body: [0xFF])
    let head = "HTTP/1.1 299 Odd\r\nSet-Cookie: a=1\r\nContent-Length: 7\r\nSet-Cookie: b=2\r\n\r\n"
    #expect(bytes == Array(head.utf8) + [0xFF])
  }

  @Test func `no line break in a value or a reason phrase reaches the wire`() {
    let response = HTTPResponse(
      status: .init(code: 200, reasonPhrase: "OK\r\nA: b"), headerFields: [.location: "/\r\nSet-Cookie: a=b\0"])
    let text = String(decoding: WireFormat.bytes(of: response), as: UTF8.self)
    #expect(text == "HTTP/1.1 200 OK  A: b\r\nLocation: /  Set-Cookie: a=b\r\n\r\n")
  }
}

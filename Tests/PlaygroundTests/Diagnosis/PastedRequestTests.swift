import HTTPTypes
import OAuth
import Testing

@testable import Playground

@Suite("A pasted request") struct PastedRequestTests {
  private func body(_ text: String) throws -> String {
    String(decoding: try PastedRequest.request(in: text).body, as: UTF8.self)
  }

  private func complaint(_ text: String) -> String? {
    do {
      _ = try PastedRequest.request(in: text)
      return nil
    } catch {
      return error.description
    }
  }

  @Test func `a curl command over several lines, with quotes of three kinds`() throws {
    let request = try PastedRequest.request(
      in: #"""
        $ curl -sS -X POST "https://auth.example.com:8443/oauth/token?x=1" \
            -H 'Content-Type: application/x-www-form-urlencoded' \
            -u my-client:s3cret \
            -d grant_type=authorization_code -d $'code=it\'s' --data-urlencode 'redirect_uri=https://a.example/cb?x=1'
        """#)
    #expect(request.head.method == .post)
    #expect(request.head.authority == "auth.example.com:8443")
    #expect(request.target == "/oauth/token?x=1")
    #expect(request.head.headerFields[.authorization] == "Basic bXktY2xpZW50OnMzY3JldA==")
    #expect(
      String(decoding: request.body, as: UTF8.self)
        == "grant_type=authorization_code&code=it's&redirect_uri=https%3A%2F%2Fa.example%2Fcb%3Fx%3D1")
  }

  @Test func `data makes a POST of a form, and -G puts it into the query`() throws {
    let posted = try PastedRequest.request(in: "curl http://h/token -d a=b")
    #expect(posted.head.method == .post)
    #expect(posted.mediaType == "application/x-www-form-urlencoded")
    let asked = try PastedRequest.request(in: "curl -G http://h/authorize?x=y --data-urlencode 'scope=a b'")
    #expect(asked.head.method == .get)
    #expect(asked.target == "/authorize?x=y&scope=a%20b" || asked.target == "/authorize?x=y&scope=a+b")
    #expect(asked.body == [])
  }

  @Test(arguments: ["\\", "`", "^"])
  func `a line goes on in the next as its shell has it`(mark: String) throws {
    let text = "curl.exe --fail-with-body -X POST \(mark)\r\n  -d a=b^c \(mark)\r\n  http://h/token\r\n"
    #expect(try body(text) == "a=b^c")
  }

  @Test(arguments: ["-da=b", "--data=a=b", "--data-raw a=b", "--data-binary a=b", "-d 'a=b'", "-d \"a=b\""])
  func `the ways to write data come to the same`(option: String) throws {
    #expect(try body("curl http://h/token \(option)") == "a=b")
  }

  @Test func `an HTTP message, with LF or CR LF`() throws {
    let text = "POST /token HTTP/1.1\nHost: h:1\nContent-Type: application/json\nContent-Length: 99\n\n{\"a\":1}\n"
    for text in [text, text.replacing("\n", with: "\r\n")] {
      let request = try PastedRequest.request(in: text)
      #expect(request.head.authority == "h:1")
      #expect(request.mediaType == "application/json")
      #expect(request.head.headerFields[.contentLength] == "7")
      #expect(request.body == Array("{\"a\":1}".utf8))
    }
  }

  @Test func `an address from a browser is a GET without its fragment`() throws {
    let request = try PastedRequest.request(in: "https://h/authorize?response_type=code&client_id=a#top\n")
    #expect(request.head.method == .get)
    #expect(request.target == "/authorize?response_type=code&client_id=a")
  }

  @Test(arguments: [
    ("", "line 1: the text is empty; a curl command, an HTTP request or a URL was expected"),
    ("hello\nworld", "line 1: \"hello\" begins neither curl nor METHOD TARGET HTTP/1.1 nor http://"),
    ("curl", "line 1: the command has no URL (understood so far: curl)"),
    (
      "curl -F a=b http://h",
      "line 1: -F sends multipart/form-data, which no OAuth endpoint reads; write -d name=value (understood so far: curl)"
    ),
    ("curl http://h \\\n  -d 'a=b", "line 2: the quotation mark ' is not closed (understood so far: curl http://h -d)"),
    (
      "curl http://h -d @body.txt",
      "line 1: -d @body.txt names a file; put its text here instead (understood so far: curl http://h)"
    ),
    (
      "curl http://h --frobnicate",
      "line 1: --frobnicate is no option that is understood here (understood so far: curl http://h)"
    ),
    (
      "curl http://h | jq",
      "line 1: | is not taken: only one command, without pipes and redirections (understood so far: curl http://h)"
    ),
    ("curl http://h http://i", "line 1: a second URL; one request is read (understood so far: curl http://h)"),
    ("curl http://h -d", "line 1: -d needs a value (understood so far: curl http://h)"),
    (
      "POST /token HTTP/1.1\nHost: h\ngrant_type=x",
      "line 3: \"grant_type=x\" is no header field (Name: value); an empty line comes before the body (understood so far: POST /token HTTP/1.1, Host)"
    ),
    (
      "POST /to ken HTTP/1.1",
      "line 1: a request line is METHOD TARGET HTTP/1.1, but 4 words stand here (understood so far: POST /to)"
    ),
  ])
  func `what is no request says what was understood and where that ended`(text: String, expected: String) {
    #expect(complaint(text) == expected)
  }
}

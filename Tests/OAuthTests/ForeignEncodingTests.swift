import OAuth
import Testing

@Suite struct `What other servers write and read` {
  @Test func `json_encode escapes the slash and everything beyond ASCII`() {
    let value: JSON = ["uri": "http://a/ü😀", "n": 1, "list": [true, .null]]
    #expect(value.text(.php) == #"{"uri":"http:\/\/a\/\u00fc\ud83d\ude00","n":1,"list":[true,null]}"#)
    #expect(value.text(.plain) == #"{"uri":"http://a/ü😀","n":1,"list":[true,null]}"#)
  }

  @Test func `http_build_query writes a plus sign for a space and encodes the tilde`() {
    let parameters: Parameters = ["state": "a b~c-d_e.f&é", "x": ""]
    #expect(FormEncoding.encode(parameters, .php) == "state=a+b%7Ec-d_e.f%26%C3%A9&x=")
    #expect(FormEncoding.encode(parameters, .strict) == "state=a%20b~c-d_e.f%26%C3%A9&x=")
  }

  @Test func `raw parameters are not encoded, but for what no header can hold`() {
    let parameters: Parameters = ["state": "a b&c\r\nSet-Cookie: x=é"]
    #expect(
      FormEncoding.append(parameters, to: "http://a/?b", .raw) == "http://a/?b&state=a b&c%0D%0ASet-Cookie: x=%C3%A9")
  }

  @Test func `quotes within the quotes of a challenge can be left as they are`() {
    let challenge = Challenge.bearer(realm: "Service", error: .invalidRequest, description: "must be \"form\"\r\n")
    #expect(
      challenge.unquotedHeaderValue
        == #"Bearer realm="Service", error="invalid_request", error_description="must be "form"""#)
  }

  private static let forms: [(String, Parameters)] = [
    ("a=1&b=2", ["a": "1", "b": "2"]), ("a=%zz&b=%4", ["a": "%zz", "b": "%4"]),
    ("a=b+c%20d&e", ["a": "b c d", "e": ""]), ("&&a=1&=2&", ["a": "1"]), ("a=b=c", ["a": "b=c"]),
    ("code[]=x&client[id]=y", ["code": "Array", "client": "Array"]), ("%67rant=x", ["grant": "x"]),
    ("a=%ff", ["a": "\u{FFFD}"]), ("grant[type=x&[b=y&c]=z", ["grant_type": "x", "c]": "z"]),
  ]

  @Test(arguments: forms)
  func `a forgiving form keeps what is broken`(_ text: String, _ expected: Parameters) {
    #expect(LenientForm.parse(Array(text.utf8)) == expected)
  }

  private static let multipart =
    "--xY\r\nContent-Disposition: form-data; name=\"grant_type\"\r\n\r\nauthorization_code\r\n"
    + "--xY\r\nContent-Disposition: form-data; name=\"code\"\r\nContent-Type: text/plain\r\n\r\na\r\nb\r\n"
    + "--xY\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x\"\r\n\r\nno\r\n--xY--\r\n"

  @Test func `a multipart form has its fields read and its files left out`() {
    let body = Array(Self.multipart.utf8)
    let expected: Parameters = ["grant_type": "authorization_code", "code": "a\r\nb"]
    #expect(MultipartForm.parse(body, contentType: "multipart/form-data; boundary=xY") == expected)
    #expect(MultipartForm.parse(body, contentType: "multipart/form-data; charset=x; Boundary=\"xY\"") == expected)
    for type in ["multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=z"] {
      #expect(MultipartForm.parse(body, contentType: type) == [:])
    }
    for length in 0..<body.count { _ = MultipartForm.parse(Array(body[..<length]), contentType: "x; boundary=xY") }
  }

  @Test func `tokens have the form that is asked for, and come from the seed`() {
    var random = RandomSource.seeded(1, stream: 0)
    var same = RandomSource.seeded(1, stream: 0)
    let isHexadecimal: (Character) -> Bool = { "0123456789abcdef".contains($0) }
    let hexadecimal = random.token(.hexadecimal(digits: 40))
    #expect(hexadecimal.count == 40 && hexadecimal.allSatisfy(isHexadecimal))
    #expect(same.token(.hexadecimal(digits: 40)) == hexadecimal)
    let alphanumeric = random.token(.alphanumeric(characters: 50))
    #expect(alphanumeric.count == 50 && alphanumeric.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789".contains($0) })
    let uuids = random.token(.uuids(3)).split(separator: ".")
    #expect(uuids.count == 3)
    for uuid in uuids {
      #expect(uuid.split(separator: "-").map(\.count) == [8, 4, 4, 4, 12])
      #expect(uuid.dropFirst(14).first == "4")
    }
    #expect(random.token(.base64URL(octets: 32)).count == 43)
  }
}

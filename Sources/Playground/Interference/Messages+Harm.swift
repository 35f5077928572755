import HTTPTypes
import OAuth

extension RequestMessage {
  /// What is left of the request after an interference; nil where it finds nothing to harm.
  func harmed(by interference: Interference) -> RequestMessage? {
    var request = self
    switch interference {
    case .stripAuthorization: request.head.headerFields[.authorization] = nil
    case .loseBody: request.body = []
    case .decodeTwice: request.body = Self.decoded(body)
    case .alterRequest: request.alter()
    default: return nil
    }
    guard request != self else { return nil }
    if request.body != body { request.head.headerFields[.contentLength] = String(request.body.count) }
    return request
  }

  private mutating func alter() {
    if let altered = body.withAlteredOctet() {
      body = altered
    } else if let field = head.headerFields[.authorization], let altered = Array(field.utf8).withAlteredOctet() {
      head.headerFields[.authorization] = String(decoding: altered, as: UTF8.self)
    } else if let altered = query.withAlteredOctet() {
      head.path = path + "?" + String(decoding: altered, as: UTF8.self)
    }
  }

  /// A form decoded as a whole, as if it were one value.
  private static func decoded(_ form: [UInt8]) -> [UInt8] {
    (try? PercentCoding.decode(form, plusIsSpace: true)).map { Array($0.utf8) } ?? form
  }
}

extension ResponseMessage {
  /// What is left of the answer after an interference; nil where it finds nothing to harm.
  func harmed(by interference: Interference) -> ResponseMessage? {
    var response = self
    switch interference {
    case .phpWarning where mediaType == MediaType.json: response.body = Self.phpWarning + body
    case .alterResponse:
      if let altered = body.withAlteredOctet() {
        response.body = altered
      } else if let location = head.headerFields[.location], let altered = Array(location.utf8).withAlteredOctet() {
        response.head.headerFields[.location] = String(decoding: altered, as: UTF8.self)
      }
    default: return nil
    }
    return response == self ? nil : response
  }

  /// What PHP prints where it meets a variable that it does not know.
  private static let phpWarning = Array(
    ("<br />\n<b>Warning</b>:  Undefined variable $scope in <b>/var/www/html/oauth/token.php</b> on line <b>42</b>"
      + "<br />\n").utf8)

  /// What a gateway says in the place of a server that does not run.
  static let badGateway = ResponseMessage(
    status: .badGateway, fields: [.contentType: "text/html"],
    body: Array(
      "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>\n".utf8))

  /// A redirect to where the request went already, as from http to https: whoever follows it makes a GET of a POST.
  static func moved(_ request: RequestMessage) -> ResponseMessage {
    let location = "http://\(request.authority ?? "")\(request.target)"
    return ResponseMessage(status: .movedPermanently, fields: [.location: location])
  }
}

extension [UInt8] {
  /// With the middle of the longest word replaced by its neighbour; nil where there is no word.
  /// Codes and tokens are words.
  fileprivate func withAlteredOctet() -> [UInt8]? {
    let words = indices.split { !self[$0].isOfWord }
    guard let length = words.map(\.count).max(), let word = words.first(where: { $0.count == length }) else {
      return nil
    }
    let place = word[word.startIndex + length / 2]
    var altered = self
    altered[place] = self[place].neighbour
    return altered
  }
}

extension UInt8 {
  /// Letters, digits and what base64url has beside them.
  fileprivate var isOfWord: Bool { isASCIIAlphanumeric || self == UInt8(ascii: "-") || self == UInt8(ascii: "_") }

  /// The next letter or digit; after the last comes the first.
  fileprivate var neighbour: UInt8 {
    switch self {
    case UInt8(ascii: "9"): UInt8(ascii: "0")
    case UInt8(ascii: "z"): UInt8(ascii: "a")
    case UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "_"): UInt8(ascii: "A")
    default: self + 1
    }
  }
}

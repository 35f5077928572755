import HTTPTypes
import OAuth

/// A request for the protected resource under examination. RFC 6750 §2.
struct ResourceExamination: EndpointExamination {
  let request: RequestMessage
  /// The ways in which a token came, each with what was sent.
  var transports: [(way: TokenTransport, text: String)] = []
  var presented: BearerToken?
  /// The token, where it is a signed one.
  var signed: JSONWebSignature?
  var token: AccessToken?

  init(_ request: RequestMessage) {
    self.request = request
  }

  /// Everything in the request that means to be an access token.
  func transportsFound(_ policy: Policy) -> [(way: TokenTransport, text: String)] {
    var found: [(way: TokenTransport, text: String)] = request.head.headerFields[values: .authorization]
      .map { (.header, $0) }
    found += Self.tokens(in: request.query).map { (.query, $0) }
    if policy.decoding != .strict {
      // The last of several counts.
      let fields = request.bodyFields(readingJSON: policy.acceptsJSONBody)
      if let token = fields.values(of: .accessToken).last { found.append((.body, token)) }
      return found.filter { policy.emptyTokenSent && $0.way != .header || !$0.text.isEmpty }
    }
    let isForm = request.mediaType == "application/x-www-form-urlencoded"
    if request.head.method == .post, isForm { found += Self.tokens(in: request.body).map { (.body, $0) } }
    return found.filter { policy.emptyTokenSent || !$0.text.isEmpty }
  }

  private static func tokens(in octets: [UInt8]) -> [String] {
    FormEncoding.readable(octets).values(of: .accessToken)
  }
}

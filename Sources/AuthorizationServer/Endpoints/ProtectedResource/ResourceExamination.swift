import HTTPTypes
import OAuth

/// A request for the protected resource under examination. RFC 6750 §2.
struct ResourceExamination: EndpointExamination {
  let request: RequestMessage
  /// The ways in which a token came, each with what was sent.
  var transports: [(way: TokenTransport, text: String)] = []
  /// What stands behind the scheme, or where no scheme belongs.
  var credentials: String?
  var presented: BearerToken?
  /// The token, where it is a signed one.
  var signed: JSONWebSignature?
  var token: AccessToken?

  init(_ request: RequestMessage) {
    self.request = request
  }

  /// Everything in the request that means to be an access token.
  func transportsFound(_ policy: Policy) -> [(way: TokenTransport, text: String)] {
    if policy.decoding.readsAsPHP { return transportsReadAsPHP(policy) }
    var found: [(way: TokenTransport, text: String)] = request.head.headerFields[values: .authorization]
      .map { (.header, $0) }
    found += Self.tokens(in: request.query).map { (.query, $0) }
    let isForm = request.mediaType == MediaType.form
    if request.head.method == .post, isForm { found += Self.tokens(in: request.body).map { (.body, $0) } }
    return found.filter { policy.emptyTokenSent || !$0.text.isEmpty }
  }

  /// One of each way at most: of several values the last counts, and several headers are one.
  private func transportsReadAsPHP(_ policy: Policy) -> [(way: TokenTransport, text: String)] {
    let fields = request.bodyFields(policy)
    let values: [(way: TokenTransport, text: String?)] = [
      (.header, request.head.headerFields[.authorization]),
      (.query, LenientForm.parse(request.query).values(of: .accessToken).last),
      (.body, fields.values(of: .accessToken).last),
    ]
    let nothing = ["", "0"]
    return values.compactMap { way, text in
      guard let text, nothing.contains(text) else { return text.map { (way, $0) } }
      return policy.emptyTokenSent && way != .header ? (way, "") : nil
    }
  }

  private static func tokens(in octets: [UInt8]) -> [String] {
    FormEncoding.readable(octets).values(of: .accessToken)
  }
}

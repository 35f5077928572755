public import HTTPTypes
public import OAuth

extension Dialect {
  /// One refusal as a client reads it. The gap in a text is for what the check found.
  public struct Wording: Equatable, Sendable {
    public static let gap = "{found}"

    /// What stands in the body where the refusal goes to whoever asked, and not to the client by a redirect.
    public enum Body: Equatable, Sendable {
      /// The members `error`, `error_description` and `error_uri`; a page for browsers where the server has pages.
      case usual
      case json(JSON)
      /// A page for people that shows the description.
      case page
      /// A page as the server writes it, word for word.
      case markup(String)
      case empty
    }

    public enum Delivery: Sendable {
      /// By a redirect, once the client and its redirection URI are known.
      case redirected
      /// The same, in the fragment, as the client would have got what it asked for.
      case redirectedInFragment
      /// Always to whoever asked.
      case direct
    }

    /// What stands in `WWW-Authenticate`.
    public enum ChallengeUse: Sendable {
      /// Basic for a client that is told 401, Bearer with the error at the protected resource.
      case usual
      case none
      case basic
      case bearer
    }

    public var status: HTTPResponse.Status
    /// Nil where the standard wants no error code, as for a request without a token. RFC 6750 §3.1.
    public var error: ErrorCode?
    public var description: String?
    public var uri: String?
    public var fields: HTTPFields
    public var body: Body
    public var delivery: Delivery
    public var challenge: ChallengeUse
    /// Whether no switch of the policy changes the status.
    public var isStatusFixed: Bool
    /// Whether a redirect gives the state back.
    public var returnsState = true
    /// Whether what refusals usually carry in their header is left out.
    public var isBare = false

    public init(
      _ status: HTTPResponse.Status, _ error: ErrorCode? = nil, _ description: String? = nil, uri: String? = nil,
      fields: HTTPFields = [:], body: Body = .usual, delivery: Delivery = .redirected,
      challenge: ChallengeUse = .usual, isStatusFixed: Bool = false,
      returnsState: Bool = true, isBare: Bool = false
    ) {
      self.status = status
      self.error = error
      self.description = description
      self.uri = uri
      self.fields = fields
      self.body = body
      self.delivery = delivery
      self.challenge = challenge
      self.isStatusFixed = isStatusFixed
      self.returnsState = returnsState
      self.isBare = isBare
    }

    public var errorResponse: ErrorResponse? {
      error.map { ErrorResponse(code: $0, description: description, uri: uri) }
    }

    func filled(with found: String) -> Wording {
      var filled = self
      filled.error = error.map { ErrorCode($0.text.filling(Self.gap, with: found)) }
      filled.description = description?.filling(Self.gap, with: found)
      return filled
    }
  }
}

extension String {
  /// Every occurrence of an ASCII mark replaced.
  fileprivate func filling(_ mark: String, with text: String) -> String {
    var filled: [UInt8] = []
    var rest = Array(utf8)[...]
    let mark = Array(mark.utf8)
    while !rest.isEmpty {
      let isMark = rest.starts(with: mark)
      filled += isMark ? Array(text.utf8) : [rest[rest.startIndex]]
      rest = rest.dropFirst(isMark ? mark.count : 1)
    }
    return String(decoding: filled, as: UTF8.self)
  }
}

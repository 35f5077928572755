import AuthorizationServer
import HTTPTypes
public import OAuth

/// A signed token that somebody has seen, and what its recipient knows beside it.
public struct SeenToken: Equatable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case idToken = "ID token"
    case accessToken = "access token"
  }

  public let text: String
  public let kind: Kind
  /// The exchange in which it was seen first; nil for a text that was typed or pasted.
  public let exchange: Int?
  /// The access token of the same response.
  public let accessToken: String?
  /// The nonce of the authorization request before it.
  public let nonce: String?

  init(_ text: String, _ kind: Kind, exchange: Int?, accessToken: String? = nil, nonce: String? = nil) {
    self.text = text
    self.kind = kind
    self.exchange = exchange
    self.accessToken = accessToken
    self.nonce = nonce
  }

  /// A text from elsewhere; white space around it does not count. What kind of token it is, it says itself.
  public init(pasted text: String, nonce: String? = nil) {
    let trimmed = text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()
    let token = String(trimmed)
    let type = JSONWebSignature(parsing: token)?.type
    self.init(token, type == "at+jwt" ? .accessToken : .idToken, exchange: nil, nonce: nonce)
  }
}

extension Timeline {
  /// How far back tokens are looked for, and how many are kept: a flood of requests must not slow the screen.
  private static let reach = (exchanges: 400, tokens: 30)

  /// The signed tokens of the last exchanges, the newest first.
  public var signedTokens: [SeenToken] {
    var tokens: [SeenToken] = []
    for exchange in exchanges.suffix(Self.reach.exchanges).reversed() where tokens.count < Self.reach.tokens {
      for token in tokensCarried(by: exchange) where !tokens.contains(where: { $0.text == token.text }) {
        tokens.append(token)
      }
    }
    // One that is used later was seen first where it was issued.
    return tokens.map { token in firstSeen(token) ?? token }
  }

  /// The keys that the server published last, as an exchange has them.
  public var publishedKeys: JSONWebKeySet? {
    exchanges.last { $0.decision?.endpoint == .keys && $0.response.head.status == .ok }
      .flatMap { try? JSON(parsing: $0.response.body) }.flatMap(JSONWebKeySet.init(json:))
  }

  private func tokensCarried(by exchange: Exchange) -> [SeenToken] {
    switch exchange.decision?.endpoint {
    case .token?: issued(by: exchange)
    case .me?: presented(in: exchange)
    default: []
    }
  }

  private func issued(by exchange: Exchange) -> [SeenToken] {
    guard exchange.response.head.status == .ok, let body = try? JSON(parsing: exchange.response.body) else { return [] }
    let accessToken = body[ParameterName.accessToken.text]?.string
    // What comes of a refresh has none. OpenID Connect Core §12.2.
    let form = exchange.request.map { FormEncoding.readable($0.body) } ?? Parameters()
    let nonce =
      form[.grantType] == GrantType.authorizationCode.text ? nonceSent(before: exchange.number) : nil
    let idToken = body[ParameterName.idToken.text]?.string.map {
      SeenToken($0, .idToken, exchange: exchange.number, accessToken: accessToken, nonce: nonce)
    }
    let signed = accessToken.flatMap { text in
      Self.looksSigned(text) ? SeenToken(text, .accessToken, exchange: exchange.number) : nil
    }
    return [idToken, signed].compactMap(\.self)
  }

  private func presented(in exchange: Exchange) -> [SeenToken] {
    guard let header = exchange.request?.head.headerFields[.authorization], header.asciiLowercased.hasPrefix("bearer "),
      case let text = String(header.dropFirst("bearer ".count)), Self.looksSigned(text)
    else { return [] }
    return [SeenToken(text, .accessToken, exchange: exchange.number)]
  }

  /// Two dots, and a header that begins as every JSON object in base64url does.
  private static func looksSigned(_ text: String) -> Bool {
    text.hasPrefix("ey") && text.utf8.count { $0 == UInt8(ascii: ".") } == 2
  }

  private func firstSeen(_ token: SeenToken) -> SeenToken? {
    guard let number = token.exchange else { return nil }
    return exchanges.suffix(Self.reach.exchanges).lazy.filter { $0.number < number && $0.decision?.endpoint == .token }
      .flatMap(issued).first { $0.text == token.text }
  }

  private func nonceSent(before number: Int) -> String? {
    ownNewestFirst.first { exchange in
      exchange.number < number && exchange.decision?.endpoint == .authorization
    }?.request.flatMap { FormEncoding.readable($0.query)[.nonce] }
  }
}

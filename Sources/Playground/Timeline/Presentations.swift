import AuthorizationServer
import HTTPTypes
import OAuth

/// Which request presented which code or token: the server keeps only digests, so whoever wants to send one again needs
/// the request in which its value stands.
struct Presentations: Equatable, Sendable {
  private struct Presentation: Equatable {
    let number: Int
    let isAccepted: Bool
  }

  private var found: [TokenDigest: Presentation] = [:]

  subscript(digest: TokenDigest) -> Int? { found[digest]?.number }

  mutating func observe(_ exchange: Exchange) {
    guard exchange.receiver == .authorizationServer, let request = exchange.request else { return }
    let isAccepted = exchange.decision?.outcome == .passed
    for digest in Self.values(in: request, at: exchange.decision?.endpoint).map(TokenDigest.init) {
      if found[digest]?.isAccepted == true, !isAccepted { continue }
      found[digest] = Presentation(number: exchange.number, isAccepted: isAccepted)
    }
  }

  mutating func forget(before number: Int) {
    found = found.filter { $0.value.number >= number }
  }

  private static let redeemable: [ParameterName] = [.code, .refreshToken, .deviceCode]

  private static func values(in request: RequestMessage, at endpoint: Endpoint?) -> [String] {
    switch endpoint {
    case .token:
      guard let parameters = try? FormEncoding.parse(request.body) else { return [] }
      return redeemable.compactMap { parameters[$0] }
    case .me:
      let field = AuthorizationField(request.head.headerFields[.authorization] ?? "")
      return field.isBearer ? [field.credentials] : []
    default: return []
    }
  }
}

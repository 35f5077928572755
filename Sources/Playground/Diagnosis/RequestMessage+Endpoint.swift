import AuthorizationServer
import HTTPTypes
import OAuth

/// A request that was written for one server, taken to another.
extension RequestMessage {
  /// What its parameters, or the end of its path, say it is for.
  var likelyEndpoint: Endpoint? {
    let parameters = parameters
    if parameters[.grantType] != nil { return .token }
    if parameters[.responseType] != nil { return .authorization }
    if path.hasSuffix("introspect") { return .introspection }
    if path.hasSuffix("revoke") { return .revocation }
    if path.hasSuffix("token") { return .token }
    if path.hasSuffix("authorize") || path.hasSuffix("auth") { return .authorization }
    if head.headerFields[.authorization]?.asciiLowercased.hasPrefix("bearer ") == true { return .me }
    return nil
  }

  /// The same request at a server's address, and where that server has the endpoint at another path, at that path.
  func addressed(to endpoint: Endpoint?, of server: AuthorizationServer) -> RequestMessage {
    var request = self
    request.head.authority = server.issuer.authority
    guard let endpoint, server.endpoint(of: request) != endpoint, server.offers(endpoint) else { return request }
    let target = server.target(of: endpoint, for: parameters[.clientID].flatMap(ClientIdentifier.init))
    let query = String(decoding: query, as: UTF8.self)
    request.head.path = query.isEmpty ? target : target + (target.contains("?") ? "&" : "?") + query
    return request
  }

  private var parameters: Parameters {
    Parameters(FormEncoding.readable(body).elements + FormEncoding.readable(query).elements)
  }
}

extension AuthorizationServer {
  /// The path of an endpoint; where every client has its own, that of this client or of the first one.
  fileprivate func target(of endpoint: Endpoint, for client: ClientIdentifier?) -> String {
    guard let client = client ?? directory.clients.first?.identifier else { return path(of: endpoint) }
    let address = url(of: endpoint, for: client)
    return address.firstRange(of: issuer.authority).map { String(address[$0.upperBound...]) } ?? path(of: endpoint)
  }
}

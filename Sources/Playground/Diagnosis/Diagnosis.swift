public import AuthorizationServer
import HTTPTypes
public import OAuth

/// What a server would make of a pasted request, without it being sent:
/// the checks it passes and the one that refuses it.
///
/// Codes and tokens in it were issued elsewhere. Where the server knows nothing of them they are taken for fresh ones,
/// so that the checks behind that one are reached; everything that was taken for something else is said.
public struct Diagnosis: Equatable, Sendable {
  /// As it was examined.
  public let request: RequestMessage
  public let endpoint: Endpoint?
  public let profile: String
  /// What was taken for what, a sentence each.
  public let assumptions: [String]
  public let response: ResponseMessage
  public let decision: Decision

  /// - Parameter server: a copy, with everything it knows; nothing is changed where it came from.
  public init(of pasted: RequestMessage, on server: AuthorizationServer, at now: Instant) {
    var patient = Patient(request: pasted, server: server)
    patient.place()
    patient.introduceClient()
    patient.renewCredentials(at: now)
    let answer = patient.server.respond(to: patient.request, at: now)
    request = patient.request
    endpoint = answer.decision.endpoint
    profile = server.profile.name
    assumptions = patient.assumptions
    (response, decision) = (answer.response, answer.decision)
  }
}

/// A pasted request on its way to the examination, and what was assumed about it.
private struct Patient {
  var request: RequestMessage
  var server: AuthorizationServer
  var assumptions: [String] = []

  private var form: Parameters { FormEncoding.readable(request.body) }
  private var query: Parameters { FormEncoding.readable(request.query) }
  private var parameters: Parameters { Parameters(form.elements + query.elements) }
  private var path: String { request.path }

  // MARK: Where it goes

  /// A request to another server is examined as if it had come here.
  mutating func place() {
    let own = server.issuer.authority
    if let asked = request.head.authority, !asked.isEmpty, asked != own {
      assumptions.append("it goes to \(asked); it is examined as if it went to \(own)")
    }
    request.head.authority = own
    guard server.endpoint(of: request) == nil, let endpoint = request.likelyEndpoint else { return }
    let asked = path
    request = request.addressed(to: endpoint, of: server)
    assumptions.append("\(asked.quoted) is no path of this server; it is taken for \(path)")
  }

  // MARK: Who asks

  private var credentials: (identifier: String, secret: String?)? {
    if let field = request.head.headerFields[.authorization], field.asciiLowercased.hasPrefix("basic "),
      let basic = try? BasicCredentials(parsing: String(field.dropFirst(6)), formDecoded: true)
    {
      return (basic.identifier, basic.secret)
    }
    return parameters[.clientID].map { ($0, parameters[.clientSecret]) }
  }

  /// A client that is not known here is registered as the request describes it: its secret cannot be wrong then.
  mutating func introduceClient() {
    guard let credentials, let identifier = ClientIdentifier(credentials.identifier), server.client(identifier) == nil
    else { return }
    let uris = [parameters[.redirectURI]].compactMap { $0.flatMap { try? RedirectionURI($0) } }
    let client = RegisteredClient(
      identifier: identifier, type: credentials.secret == nil ? .public : .confidential, secret: credentials.secret,
      grants: [.authorizationCode, .refreshToken, .clientCredentials, .deviceCode], redirectionURIs: uris,
      scope: server.directory.scopes)
    server.directory = Directory(
      clients: server.directory.clients + [client], resourceOwners: server.directory.resourceOwners)
    assumptions.append(
      "\(identifier.text.quoted) is not registered here; it is taken for a client as the request has it")
  }

  // MARK: What it brings

  mutating func renewCredentials(at now: Instant) {
    switch parameters[.grantType] {
    case "authorization_code":
      guard let code = parameters[.code], server.authorizationCode(code) == nil else { return }
      renew(.code, from: issue(at: now)) { $0.code }
    case "refresh_token":
      guard let token = parameters[.refreshToken], server.state.refreshTokens[TokenDigest(token)] == nil else { return }
      renew(.refreshToken, from: issue(at: now)) { $0.refreshToken }
    default: renewAccessToken(at: now)
    }
  }

  private mutating func renew(_ name: ParameterName, from issue: Issue?, _ value: (inout Issue) -> String?) {
    guard var issue, let fresh = value(&issue) else { return }
    server = issue.server
    replace(name, by: fresh)
    assumptions.append("the \(name.text) was not issued here; it is taken for one that this client has just been given")
  }

  private func issue(at now: Instant) -> Issue? {
    let client = credentials.flatMap { ClientIdentifier($0.identifier) }.flatMap { server.client($0) }
    return Issue(by: client, for: parameters, on: server, at: now)
  }

  private mutating func renewAccessToken(at now: Instant) {
    guard let field = request.head.headerFields[.authorization], field.asciiLowercased.hasPrefix("bearer "),
      server.endpoint(of: request) == .me, let token = BearerToken(String(field.dropFirst(7))),
      server.state.accessTokens[TokenDigest(token.text)] == nil
    else { return }
    guard var issue = issue(at: now), let fresh = issue.accessToken else { return }
    server = issue.server
    request.head.headerFields[.authorization] = field.prefix(7) + fresh
    assumptions.append("the access token was not issued here; it is taken for a fresh one")
  }

  /// In the body and the query, octet for octet but for the value.
  private mutating func replace(_ name: ParameterName, by value: String) {
    func replaced(_ octets: [UInt8]) -> String {
      String(decoding: octets, as: UTF8.self).split(separator: "&", omittingEmptySubsequences: false).map { pair in
        pair.prefix { $0 != "=" } == name.text ? "\(name.text)=\(PercentCoding.encode(value))" : String(pair)
      }.joined(separator: "&")
    }
    if form[name] != nil {
      request.body = Array(replaced(request.body).utf8)
      if request.head.headerFields[.contentLength] != nil {
        request.head.headerFields[.contentLength] = "\(request.body.count)"
      }
    } else {
      request.head.path = "\(path)?\(replaced(request.query))"
    }
  }
}

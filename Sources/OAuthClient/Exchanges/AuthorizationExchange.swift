import HTTPTypes
public import OAuth

/// Authorization request and authorization response. RFC 6749 §4.1.1, §4.1.2.
extension OAuthClient {
  /// Starts a new attempt, which ends the one before and its code; tokens stay.
  public mutating func beginAuthorization(at instant: Instant) -> RequestDraft {
    let attempt = AuthorizationAttempt(
      redirectionURI: configuration.redirectionURI, started: instant, withNonce: configuration.expectsIDToken,
      random: &random)
    self.attempt = attempt
    receivedCode = nil
    var query: Parameters = [
      .responseType: ResponseType.code.text,
      .clientID: configuration.identifier.text,
      .redirectURI: attempt.redirectionURI,
    ]
    if !configuration.scope.isEmpty { query.append(.scope, configuration.scope.description) }
    query.append(.state, attempt.state)
    query.append(.nonce, ifPresent: attempt.nonce)
    query.append(.codeChallenge, attempt.codeVerifier.challenge(attempt.challengeMethod).text)
    query.append(.codeChallengeMethod, attempt.challengeMethod.rawValue)
    return RequestDraft(.get, reading: configuration.endpoints.authorization, query: query)
  }

  /// Judges the request that the user agent made to the redirection endpoint.
  /// A code is kept only when every check passed.
  ///
  /// A response with our state uses up the attempt, whatever else is wrong with it:
  /// whoever sent it knows the state now.
  public mutating func judge(authorizationResponse request: RequestMessage, at instant: Instant) -> Judgement {
    var response = AuthorizationResponse(request.authorizationResponse)
    var judgement = Judgement()
    judgement.examine(&response, by: AuthorizationResponse.rules, in: self)
    if response.carriesOurState { attempt?.answered = instant }
    if judgement.refusal == nil { receivedCode = response.code }
    return judgement
  }
}

extension RequestMessage {
  /// The parameters of an authorization response as they came to the redirection endpoint: in the query, or in the form
  /// that a page of the server has sent. OAuth 2.0 Form Post Response Mode §2.
  public var authorizationResponse: [UInt8] { head.method == .post ? body : query }
}

/// An authorization response and what the rules have established about it.
private struct AuthorizationResponse: ResponseExamination {
  typealias Context = OAuthClient

  let encoded: [UInt8]
  var parameters = Parameters()
  var carriesOurState = false
  var code: String?

  init(_ encoded: [UInt8]) {
    self.encoded = encoded
  }

  /// State before all else that the response says; the issuer before the error too,
  /// since errors can be mixed up as well.
  static let rules: [Rule<AuthorizationResponse>] = [
    Rule(.attemptUnderWay, findAttempt),
    Rule(.authorizationResponseDecodable, decode),
    Rule(.parametersSentOnce, refuseRepetition),
    Rule(.stateOurs, compareState),
    Rule(.issuerExpected, compareIssuer),
    Rule(.authorizationGranted, refuseError),
    Rule(.authorizationCodeReceived, takeCode),
  ]

  /// A response that nobody asked for is somebody else's. RFC 6749 §10.12.
  private static func findAttempt(
    _ response: inout AuthorizationResponse, _ client: OAuthClient
  ) throws(ClientRefusal) -> Finding {
    guard let attempt = client.attempt else { throw .authorizationNotStarted }
    if let answered = attempt.answered { throw .authorizationAlreadyAnswered(at: answered) }
    return .found("the request of \(attempt.started.timeOfDay)")
  }

  /// RFC 6749 §4.1.2, appendix B.
  private static func decode(
    _ response: inout AuthorizationResponse, _ client: OAuthClient
  ) throws(ClientRefusal) -> Finding {
    do throws(FormEncoding.Failure) {
      response.parameters = try FormEncoding.parse(response.encoded)
    } catch {
      throw .authorizationResponseUndecodable(error)
    }
    return .found("\(response.parameters.elements.count) parameters")
  }

  /// RFC 6749 §3.1: request and response parameters must not be included more than once.
  private static func refuseRepetition(
    _ response: inout AuthorizationResponse, _ client: OAuthClient
  ) throws(ClientRefusal) -> Finding {
    if let name = response.parameters.repeated.first {
      throw .parameterRepeated(name, times: response.parameters.values(of: name).count)
    }
    return .found("every parameter once")
  }

  /// RFC 6749 §10.12; octet by octet and in constant time.
  private static func compareState(
    _ response: inout AuthorizationResponse, _ client: OAuthClient
  ) throws(ClientRefusal) -> Finding {
    guard let expected = client.attempt?.state else { throw .authorizationNotStarted }
    guard let found = response.parameters[.state] else { throw .stateMissing(expected: expected) }
    guard constantTimeEqual(found.utf8, expected.utf8) else { throw .stateWrong(found, expected: expected) }
    response.carriesOurState = true
    return Finding(expected: "\(expected)", found: "\(found)")
  }

  /// RFC 9207 §2.4: an announced `iss` must be there, and one that is there must be right.
  private static func compareIssuer(
    _ response: inout AuthorizationResponse, _ client: OAuthClient
  ) throws(ClientRefusal) -> Finding {
    let expected = client.configuration.issuer
    guard let found = response.parameters[.issuer] else {
      if client.configuration.expectsIssuer { throw .issuerMissing(expected: expected) }
      return .found("no iss, and none was announced")
    }
    guard found.hasSameOctets(as: expected.text) else { throw .issuerWrong(found, expected: expected) }
    return Finding(expected: "\(expected)", found: "\(found)")
  }

  /// RFC 6749 §4.1.2.1.
  private static func refuseError(
    _ response: inout AuthorizationResponse, _ client: OAuthClient
  ) throws(ClientRefusal) -> Finding {
    if let error = ErrorResponse(response.parameters) {
      throw .authorizationErrorReceived(error.code, description: error.description)
    }
    return .found("no error")
  }

  /// RFC 6749 §4.1.2.
  private static func takeCode(
    _ response: inout AuthorizationResponse, _ client: OAuthClient
  ) throws(ClientRefusal) -> Finding {
    guard let code = response.parameters[.code] else { throw .authorizationCodeMissing }
    response.code = code
    return .found("\(secret: code)")
  }
}

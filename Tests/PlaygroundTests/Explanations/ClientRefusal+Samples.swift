import OAuth
import OAuthClient

extension ClientRefusal.Kind {
  /// One refusal of this kind, with facts such as the client would give.
  var sample: ClientRefusal {
    switch self {
    case .authorizationNotStarted: .authorizationNotStarted
    case .authorizationAlreadyAnswered: .authorizationAlreadyAnswered(at: Instant(seconds: 43_200))
    case .authorizationResponseUndecodable: .authorizationResponseUndecodable(Self.undecodable)
    case .parameterRepeated: .parameterRepeated(.code, times: 2)
    case .stateMissing: .stateMissing(expected: "af0ifjsldkj")
    case .stateWrong: .stateWrong("xyz", expected: "af0ifjsldkj")
    case .issuerMissing: .issuerMissing(expected: Self.issuer)
    case .issuerWrong: .issuerWrong("https://evil.example", expected: Self.issuer)
    case .authorizationErrorReceived: .authorizationErrorReceived(.accessDenied, description: "Denied.")
    case .authorizationCodeMissing: .authorizationCodeMissing
    case .tokenErrorReceived: .tokenErrorReceived(status: 400, .invalidGrant, description: nil)
    case .tokenResponseUnreadable: .tokenResponseUnreadable(status: 502)
    case .tokenResponseMediaTypeWrong: .tokenResponseMediaTypeWrong("text/html")
    case .tokenResponseNotJSON: .tokenResponseNotJSON(Self.notJSON)
    case .tokenResponseNotObject: .tokenResponseNotObject([1])
    case .accessTokenMissing: .accessTokenMissing(found: nil)
    case .tokenTypeMissing: .tokenTypeMissing(found: 7)
    case .tokenTypeUnsupported: .tokenTypeUnsupported("DPoP")
    case .accessTokenMalformed: .accessTokenMalformed("abc def")
    case .lifetimeNotNumeric: .lifetimeNotNumeric("3600")
    case .refreshTokenNotString: .refreshTokenNotString("")
    case .grantedScopeNotString: .grantedScopeNotString(["profile"])
    case .grantedScopeMalformed: .grantedScopeMalformed("a  b", .emptyToken)
    case .idTokenMissing: .idTokenMissing
    case .idTokenUnreadable: .idTokenUnreadable("abc")
    case .idTokenUnsigned: .idTokenUnsigned(algorithm: "none")
    case .idTokenIssuerWrong: .idTokenIssuerWrong("https://evil.example", expected: Self.issuer)
    case .idTokenForAnother: .idTokenForAnother(["other-app"], expected: Self.client)
    case .idTokenExpired: .idTokenExpired(1_800_000_000, now: 1_800_000_001)
    case .nonceWrong: .nonceWrong("n-1", expected: "n-2")
    case .accessTokenHashWrong: .accessTokenHashWrong("abc", expected: "77QmUPtjPfzWtF2AnpK9RQ")
    case .resourceRefused: .resourceRefused(status: 403, .insufficientScope, description: nil)
    case .resourceResponseNotJSON: .resourceResponseNotJSON(Self.notJSON)
    case .resourceResponseNotObject: .resourceResponseNotObject("alice")
    case .subjectMissing: .subjectMissing(found: nil)
    case .idTokenAlgorithmWrong: .idTokenAlgorithmWrong(.es256, expected: .rs256)
    case .idTokenKeyUnknown: .idTokenKeyUnknown("2026-a", known: 2)
    case .idTokenSignatureWrong: .idTokenSignatureWrong(key: "2026-a")
    case .idTokenIssueTimeWrong: .idTokenIssueTimeWrong(1_700_000_000, now: 1_800_000_000)
    case .idTokenSubjectChanged: .idTokenSubjectChanged("bob", expected: "alice")
    case .refreshedScopeWider: .refreshedScopeWider(Scope(["read", "write"]), granted: Scope(["read"]))
    case .keySetRefused: .keySetRefused(status: 404)
    case .keySetUnreadable: .keySetUnreadable
    case .revocationRefused: .revocationRefused(status: 400, .unsupportedTokenType, description: nil)
    case .introspectionRefused: .introspectionRefused(status: 401, .invalidClient, description: nil)
    case .introspectionUnreadable: .introspectionUnreadable(active: "true")
    case .tokenInactive: .tokenInactive
    case .activeTokenExpired: .activeTokenExpired(1_800_000_000, now: 1_800_000_001)
    }
  }

  private static let client: ClientIdentifier = {
    guard let identifier = ClientIdentifier("workshop-app") else { preconditionFailure("no client identifier") }
    return identifier
  }()

  private static let issuer = Issuer("http://127.0.0.1:8414")

  /// Only a parser makes one.
  private static let undecodable: FormEncoding.Failure = {
    do throws(FormEncoding.Failure) {
      _ = try FormEncoding.parse("code=%ff".utf8)
    } catch {
      return error
    }
    preconditionFailure("%ff was decoded")
  }()

  private static let notJSON: JSON.Fault = {
    do throws(JSON.Fault) {
      _ = try JSON(parsing: Array("<br />".utf8))
    } catch {
      return error
    }
    preconditionFailure("HTML was read as JSON")
  }()
}

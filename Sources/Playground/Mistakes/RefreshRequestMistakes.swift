import AuthorizationServer
import OAuth
import OAuthClient

/// What goes wrong with token requests that use a refresh token. RFC 6749 §6, RFC 9700 §4.14.2.
struct RefreshRequestMistakes {
  let material: MistakeMaterial

  private let unknown = Consequence.invalidGrant(.refreshTokenUnknown)

  init(material: MistakeMaterial) {
    self.material = material
  }

  var all: [Mistake] {
    grantType + values + others + life + scope
      + ClientAuthenticationMistakes(
        material: material,
        foreign: .init(
          title: "another client uses the refresh token", consequence: .invalidGrant(.refreshTokenOfAnotherClient),
          story: "Found in a log or a backup. It is bound to its client, and worth nothing without that one's secret.")
      ).all
      + FormRequestMistakes(material: material, missed: .grantTypeMissing).all
  }

  private var grantType: [Mistake] {
    let unsupported = Consequence.tokenError(.grantTypeUnsupported, .unsupportedGrantType)
    return material.slips(
      .grantType,
      SlipConsequences(
        missing: .invalidRequest(.grantTypeMissing), twice: .invalidRequest(.parameterRepeated), wrong: unsupported))
      + [
        material.wrongValue(
          "hyphen", about: .grantType, "refresh-token with a hyphen", to: "refresh-token", unsupported,
          "Typed from memory. The word is exact."),
        material.wrongValue(
          "code-grant", about: .grantType, "the grant of the first request", to: GrantType.authorizationCode.text,
          .invalidRequest(.authorizationCodeMissing),
          "One function for both requests, and a constant where a parameter belongs."),
        material.wrongValue(
          "client-credentials", about: .grantType, "the grant of another kind of client",
          to: GrantType.clientCredentials.text, .tokenError(.grantTypeNotAllowed, .unauthorizedClient),
          "A sample for machines, used by an application with people."),
      ]
  }

  private var values: [Mistake] {
    material.slips(
      .refreshToken,
      SlipConsequences(
        missing: .invalidRequest(.refreshTokenMissing), twice: .invalidRequest(.parameterRepeated), wrong: unknown))
  }

  private var others: [Mistake] {
    let found: [(name: String, title: String, value: String?, story: String)] = [
      (
        "access-token", "the access token as refresh token", material.client.accessToken?.token.text,
        "The two tokens of one response mixed up."
      ),
      (
        "id-token", "the ID token as refresh token", material.client.idToken?.text,
        "It says who signed in, and renews nothing."
      ),
      (
        "code", "the code as refresh token", material.client.receivedCode,
        "Codes and refresh tokens are traded at the same endpoint, by different grants."
      ),
    ]
    return found.compactMap { other in
      other.value.map {
        material.wrongValue(other.name, about: .refreshToken, other.title, to: $0, unknown, other.story)
      }
    }
  }

  /// A refresh token that was replaced, and one that lay idle.
  private var life: [Mistake] {
    guard material.client.refreshToken != nil else { return [] }
    let reused = material.replacedRefreshToken.map {
      material.wrongValue(
        "reused", about: .refreshToken, "a refresh token that was replaced", to: $0,
        .invalidGrant(.refreshTokenReused),
        "The new token was not stored, two processes refresh at once, or a thief does. The whole family ends.")
    }
    let tooLate = Mistake(
      "refresh_token.too-late", .refresh, about: ParameterName.refreshToken.text, "use the refresh token too late", [],
      after: Profile.strict.policy.refreshTokenLifetime, .invalidGrant(.refreshTokenExpired),
      "An application that nobody opened for two weeks.")
    return [reused, tooLate].compactMap(\.self)
  }

  private var scope: [Mistake] {
    guard let granted = material.client.grantedScope, let first = granted.tokens.first else { return [] }
    func added(_ name: String, _ title: String, _ value: String, _ consequence: Consequence, _ story: String) -> Mistake
    {
      Mistake(
        "scope.\(name)", .refresh, about: ParameterName.scope.text, title,
        [.add(.form, ParameterName.scope.text, value)], consequence, story)
    }
    return [
      added(
        "wider", "a wider scope", "\(granted) admin", .tokenError(.scopeBeyondGrant, .invalidScope),
        "Nobody is asked when a token is refreshed, so nothing can be added."),
      added(
        "narrower", "a narrower scope", first, .accepted("RFC 6749 §6"),
        "No mistake: a token that opens less, for a part of the client that needs less."),
      added(
        "two-spaces", "a space behind scope", "\(granted) ", .tokenError(.scopeMalformed, .invalidScope),
        "A list joined from parts of which one was empty."),
    ]
  }
}

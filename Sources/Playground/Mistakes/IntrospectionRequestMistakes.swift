import AuthorizationServer
import OAuth
import OAuthClient

/// What goes wrong when a resource server asks about a token. RFC 7662 §2.
struct IntrospectionRequestMistakes {
  let material: MistakeMaterial

  private var token: TokenManagementMistakes {
    TokenManagementMistakes(material: material, unknown: .inactive(.tokenUnknown), specification: "RFC 7662 §2.1")
  }

  var all: [Mistake] {
    token.all + tokens + life
      + ClientAuthenticationMistakes(
        material: material,
        foreign: .init(
          title: "another client asks", consequence: .inactive(.tokenNotMeantForCaller),
          story: "For anybody whom it is not meant for a token is not active. So nobody can find out what others hold.")
      ).all
      + callers + FormRequestMistakes(material: material, missed: .tokenMissing).all
  }

  private var tokens: [Mistake] {
    let refreshToken = material.client.refreshToken.map {
      token.token(
        "refresh-token", "a refresh token as token", to: $0, .inactive(.tokenNotMeantForCaller),
        "It is for the authorization server alone. A resource server that sees one was sent the wrong token.")
    }
    let idToken = material.client.idToken.map {
      token.token(
        "id-token", "an ID token as token", to: $0.text, .inactive(.tokenUnknown),
        "It proves to the client who signed in, and is checked by its signature.")
    }
    return [refreshToken, idToken].compactMap(\.self)
  }

  private var life: [Mistake] {
    guard let lifetime = material.accessTokenLifetime else { return [] }
    return [
      Mistake(
        "token.too-late", .introspect, about: ParameterName.token.text, "ask when the token has expired", [],
        after: lifetime, .inactive(.tokenExpired), "A client that goes on using what it once got.")
    ]
  }

  /// Others than a resource server and a client that the token was not issued to.
  private var callers: [Mistake] {
    func make(
      _ name: String, _ title: String, _ alterations: [Alteration], _ consequence: Consequence, _ story: String
    ) -> Mistake {
      Mistake("client.\(name)", .introspect, about: "client authentication", title, alterations, consequence, story)
    }
    let itself = material.configuration.credentials.secret.map { secret in
      make(
        "itself", "the client asks about its own token",
        material.asClient(material.configuration.identifier.text, secret: secret),
        .accepted("RFC 7662 §2.2"), "No mistake here. Some servers tell resource servers only.")
    }
    let token = material.client.accessToken.map {
      make(
        "token-itself", "the token itself as proof",
        material.withoutCredentials + [.add(.header, "Authorization", "Bearer \($0.token.text)")],
        .invalidClient(.authorizationSchemeUnsupported),
        "A manual of a server that takes it so. Whoever holds a token would learn all about it.")
    }
    return [
      make(
        "public", "a client without a secret asks", material.asClient("native-app", secret: nil),
        .invalidClient(.callerNotAllowed),
        "Whoever may ask without proof can try values until one is active: token scanning.")
    ] + [itself, token].compactMap(\.self)
  }
}

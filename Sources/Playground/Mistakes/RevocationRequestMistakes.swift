import AuthorizationServer
import OAuth
import OAuthClient

/// What goes wrong when a client ends its token. RFC 7009 §2.
struct RevocationRequestMistakes {
  let material: MistakeMaterial

  private var token: TokenManagementMistakes {
    TokenManagementMistakes(material: material, unknown: .accepted("RFC 7009 §2.2"), specification: "RFC 7009 §2.1")
  }

  var all: [Mistake] {
    token.all + accessToken
      + ClientAuthenticationMistakes(
        material: material,
        foreign: .init(
          title: "another client ends the token",
          consequence: .tokenError(.tokenOfAnotherClient, .invalidGrant),
          story: "A client that would log out the users of another one.")
      ).all
      + publicClient + FormRequestMistakes(material: material, missed: .tokenMissing).all
  }

  private var accessToken: [Mistake] {
    guard material.client.refreshToken != nil, let accessToken = material.client.accessToken else { return [] }
    return [
      token.token(
        "access-token", "the access token alone", to: accessToken.token.text, .accepted("RFC 7009 §2.1"),
        "A logout that forgets the refresh token: it gets a new access token at once.")
    ]
  }

  private var publicClient: [Mistake] {
    guard material.configuration.identifier.text != "native-app", material.client.accessToken != nil else { return [] }
    return [
      Mistake(
        "client.public", .revoke, about: "client authentication", "a client without a secret ends it",
        material.asClient("native-app", secret: nil), .ignored(.tokenOfAnotherClient),
        "200, and nothing happens: an error would tell somebody who guesses that there is such a token.")
    ]
  }
}

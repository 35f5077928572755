import AuthorizationServer
import HTTPTypes
import OAuth
import OAuthClient

/// What goes wrong with requests to the protected resource. RFC 6750 §2.
struct ResourceRequestMistakes {
  let material: MistakeMaterial

  private static let authorization = "Authorization"

  private var token: String { material.client.accessToken?.token.text ?? "" }

  var all: [Mistake] { schemes + names + values + places + wholeRequest }

  private func header(
    _ name: String, _ title: String, to value: String, _ consequence: Consequence, _ story: String
  ) -> Mistake {
    Mistake(
      "authorization.\(name)", .me, about: Self.authorization, title,
      [.set(.header, Self.authorization, to: value)], consequence, story)
  }

  private var schemes: [Mistake] {
    let wrongScheme = Consequence.bareChallenge(.accessTokenSchemeWrong)
    return [
      header(
        "no-scheme", "the token without Bearer", to: token, wrongScheme, "The word in front forgotten."),
      header(
        "token-scheme", "Token in place of Bearer", to: "Token \(token)", wrongScheme,
        "The scheme of another service's API."),
      header(
        "colon", "a colon behind Bearer", to: "Bearer: \(token)", wrongScheme,
        "Scheme and field written alike. Only field names have a colon."),
      header(
        "basic-credentials", "the client's Basic credentials", to: material.basic, wrongScheme,
        "The resource wants a token. Who the client is does not matter here."),
      header(
        "lower-case-scheme", "bearer in small letters", to: "bearer \(token)", .accepted("RFC 9110 §11.1"),
        "No mistake: the scheme's case does not matter. Some servers believe it does."),
      header(
        "two-spaces", "two spaces behind Bearer", to: "Bearer  \(token)", .accepted("RFC 9110 §11.4"),
        "No mistake: one space or more. Some servers count."),
    ]
  }

  private var names: [Mistake] {
    let missing = Consequence.bareChallenge(.accessTokenMissing)
    func misnamed(_ name: String, _ title: String, _ field: String, _ value: String, _ story: String) -> Mistake {
      Mistake(
        "authorization.\(name)", .me, about: Self.authorization, title,
        [.leaveOut(.header, Self.authorization), .add(.header, field, value)], missing, story)
    }
    return [
      Mistake(
        "authorization.left-out", .me, about: Self.authorization, "no Authorization header",
        [.leaveOut(.header, Self.authorization)], missing,
        "CGI and some proxies take the header away. The challenge holds no error, since nothing was wrong but absence."),
      misnamed(
        "named-bearer", "the header named Bearer", "Bearer", token,
        "curl -H 'Bearer: TOKEN': the scheme taken for the name."),
      misnamed(
        "named-authentication", "the header named Authentication", "Authentication", "Bearer \(token)",
        "The header is called Authorization, whatever it proves."),
      Mistake(
        "authorization.twice", .me, about: Self.authorization, "two Authorization headers",
        [.add(.header, Self.authorization, "Bearer \(token)")], .invalidRequest(.accessTokenRepeated),
        "A library sets the header and a line adds it. One might be checked and the other used."),
    ]
  }

  private var values: [Mistake] {
    let unknown = Consequence.invalidToken(.accessTokenUnknown)
    var mistakes = [
      header(
        "empty", "Bearer without a token", to: "Bearer", .invalidRequest(.accessTokenEmpty),
        "A variable that was never filled in."),
      header(
        "undefined", "the token “undefined”", to: "Bearer undefined", unknown,
        "JavaScript's word for a member that the token response did not have."),
      header(
        "quotes", "quotation marks around the token", to: "Bearer \"\(token)\"", .invalidToken(.accessTokenMalformed),
        "JSON text in place of its value."),
      header(
        "other-character", "a token that ends otherwise",
        to: "Bearer \(token.dropLast())\(token.last == "x" ? "y" : "x")", unknown, "A token cut off, or guessed."),
    ]
    if let lifetime = material.accessTokenLifetime {
      mistakes.append(
        Mistake(
          "authorization.too-late", .me, about: Self.authorization, "use the token too late", [], after: lifetime,
          .invalidToken(.accessTokenExpired), "A token from a cache that does not look at expires_in."))
    }
    if let code = material.client.receivedCode {
      mistakes.append(
        header(
          "code", "the code as token", to: "Bearer \(code)", .invalidToken(.authorizationCodeAsAccessToken),
          "A client that skips the token request. A code opens nothing by itself."))
    }
    if let refreshToken = material.client.refreshToken {
      mistakes.append(
        header(
          "refresh-token", "the refresh token as token", to: "Bearer \(refreshToken)",
          .invalidToken(.refreshTokenAsAccessToken), "The two tokens of one response mixed up."))
    }
    if let idToken = material.client.idToken {
      mistakes.append(
        header(
          "id-token", "the ID token as token", to: "Bearer \(idToken.text)", .invalidToken(.idTokenAsAccessToken),
          "It is signed and says who signed in. It is for the client, and opens nothing."))
    }
    return mistakes
  }

  private var places: [Mistake] {
    let name = ParameterName.accessToken.text
    func make(
      _ name: String, _ title: String, _ alterations: [Alteration], _ consequence: Consequence, _ story: String
    ) -> Mistake {
      Mistake("access_token.\(name)", .me, about: "access_token", title, alterations, consequence, story)
    }
    return [
      make(
        "query", "the token in the query", [.leaveOut(.header, Self.authorization), .add(.query, name, token)],
        .bareChallenge(.accessTokenInQuery), "Advice for servers that lose the header. Addresses are logged and shared."
      ),
      make(
        "body", "the token in a form",
        [
          .leaveOut(.header, Self.authorization), .add(.form, name, token),
          .frame(.init(method: .post, carriage: .form)),
        ],
        .bareChallenge(.accessTokenInBody), "RFC 6750 has this way too. RFC 9700 advises against it."),
      make(
        "header-and-query", "the token in header and query", [.add(.query, name, token)],
        .invalidRequest(.accessTokenRepeated), "Two places that can disagree."),
    ]
  }

  private var wholeRequest: [Mistake] {
    func make(
      _ name: String, _ title: String, _ framing: RequestEditor.Framing, _ consequence: Consequence, _ story: String
    ) -> Mistake {
      Mistake("request.\(name)", .me, about: "the request", title, [.frame(framing)], consequence, story)
    }
    return [
      make(
        "post", "POST in place of GET", .init(method: .post), .accepted("OpenID Connect Core §5.3.1"),
        "No mistake: the userinfo endpoint takes both."),
      make(
        "delete", "DELETE in place of GET", .init(method: .delete), .invalidRequest(.methodNotAllowed, 405),
        "The resource cannot be deleted."),
      make(
        "path", "a slash behind the path", .init(path: material.editor.path + "/"), .unknownEndpoint(),
        "A router elsewhere that does not mind. This one compares."),
    ]
  }
}

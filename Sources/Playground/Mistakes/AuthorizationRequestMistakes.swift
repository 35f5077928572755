import AuthorizationServer
import HTTPTypes
import OAuth
import OAuthClient

/// What goes wrong with authorization requests. RFC 6749 §4.1.1, RFC 7636 §4.3.
struct AuthorizationRequestMistakes {
  let material: MistakeMaterial

  var all: [Mistake] {
    responseType + clientIdentifier + redirectionURI + scope + state + nonce + codeChallenge + codeChallengeMethod
      + parametersNotAskedFor + wholeRequest
  }

  func make(
    _ name: String, about subject: ParameterName, _ title: String, to value: String, _ consequence: Consequence,
    _ story: String
  ) -> Mistake {
    Mistake(
      "\(subject).\(name)", .authorize, about: subject.text, title, [.set(.query, subject.text, to: value)],
      consequence, story)
  }

  private var responseType: [Mistake] {
    let unsupported = Consequence.redirected(.responseTypeUnsupported, .unsupportedResponseType)
    return material.slips(
      .responseType,
      SlipConsequences(
        missing: .redirected(.responseTypeMissing), twice: .redirected(.parameterRepeated), wrong: unsupported))
      + [
        make(
          "implicit", about: .responseType, "response_type token", to: "token", unsupported,
          "The implicit grant: a token in an address, which histories and logs keep. RFC 9700 gave it up."),
        make(
          "hybrid", about: .responseType, "response_type code token", to: "code token", unsupported,
          "A code on the one way and a token on the other, from an old sample."),
        Mistake(
          "response_type.line-break", .authorize, about: ParameterName.responseType.text,
          "an address of several lines",
          [
            .leaveOut(.query, ParameterName.responseType.text),
            .add(.query, "\n  response_type", ResponseType.code.text),
          ],
          .redirected(.responseTypeMissing),
          "The address was put together over several lines of source: line ends and spaces became part of a name."),
      ]
  }

  private var clientIdentifier: [Mistake] {
    material.slips(
      .clientID,
      SlipConsequences(
        missing: .page(.clientIdentifierMissing), twice: .page(.parameterRepeated), wrong: .page(.clientUnregistered))
    ) + [
      make(
        "other-client", about: .clientID, "client_id of another client",
        to: material.otherClient.identifier,
        .page(.redirectionURIUnregistered),
        "Configurations of two environments mixed up; or one client that poses as another.")
    ]
  }

  private var scope: [Mistake] {
    let right = material.configuration.scope
    guard !right.isEmpty else { return [] }
    let refused = Consequence.redirected(.scopeNotAllowed, .invalidScope)
    let malformed = Consequence.redirected(.scopeMalformed, .invalidScope)
    let narrower = Consequence.accepted("RFC 6749 §3.3")
    return material.slips(
      .scope,
      SlipConsequences(
        missing: .accepted("RFC 6749 §3.3"), twice: .redirected(.parameterRepeated), wrong: refused,
        exceptions: [.trailingSpace: malformed, .otherCharacter: right.tokens.count > 1 ? narrower : refused]))
      + [
        make(
          "unknown", about: .scope, "a scope nobody knows", to: "admin", refused,
          "A scope of another server, or one the client was never registered for."),
        make(
          "wider", about: .scope, "one scope too many", to: "\(right) admin", narrower,
          "The server leaves out what it does not know. A client that does not read scope in the answer believes in more."
        ),
        make(
          "commas", about: .scope, "commas in scope", to: right.tokens.joined(separator: ",") + ",", refused,
          "Some servers separate scopes by commas, and their samples get copied."),
        make(
          "two-spaces", about: .scope, "two spaces in scope", to: right.tokens.joined(separator: "  ") + "  ",
          malformed, "A list joined from parts of which one was empty."),
        make(
          "quotes", about: .scope, "quotation marks around scope", to: "\"\(right)\"", malformed,
          "A value copied out of JSON or a shell script with its quotation marks."),
      ]
  }

  private var state: [Mistake] {
    let unlike = Consequence.client(.stateWrong, at: .code)
    return material.slips(
      .state,
      SlipConsequences(
        missing: .client(.stateMissing, at: .code), twice: .redirected(.parameterRepeated), wrong: unlike))
      + [
        make(
          "reused", about: .state, "a state from before", to: material.otherState, unlike,
          "One constant for all requests: whoever saw it once can send the browser a response of their own (CSRF)."),
        make(
          "markup", about: .state, "state with signs that need encoding", to: "it's a&b=<c>", unlike,
          "Some servers escape or cut such a state. Here it comes back octet by octet, and is not the client's own."),
        make(
          "too-long", about: .state, "a state of 5,000 characters",
          to: String(repeating: "s", count: 5_000), .redirected(.stateTooLong),
          "A whole session stored in state, until an address is too long for somebody on the way."),
      ]
  }

  private var nonce: [Mistake] {
    guard material.right(.query, .nonce) != nil else { return [] }
    let unlike = Consequence.client(.nonceWrong, at: .token)
    return material.slips(
      .nonce, SlipConsequences(missing: unlike, twice: .redirected(.parameterRepeated), wrong: unlike))
      + [
        make(
          "reused", about: .nonce, "a nonce from before", to: "n-0S6_WzA2Mj", unlike,
          "A constant ties the ID token to nothing: one that was stolen elsewhere would fit too.")
      ]
  }

  private var parametersNotAskedFor: [Mistake] {
    [
      added(
        .clientSecret, material.configuration.credentials.secret ?? "a-secret", .accepted("RFC 6749 §2.3.1"),
        "The secret travels through the browser and its history. No check sees that it is burnt."),
      added(
        .request, "eyJhbGciOiJub25lIn0.e30.", .redirected(.requestObjectUnsupported, .requestNotSupported),
        "A signed request of another profile. To ignore it would be to ignore what was signed."),
      added(
        .requestURI, "https://client.example/request.jwt",
        .redirected(.requestObjectUnsupported, .requestURINotSupported),
        "A reference to a request that the server would have to fetch: a way to make it call anybody."),
      Mistake(
        "request_uri.not-pushed", .authorize, about: "what nobody asked for", "a request_uri that was never pushed",
        [.add(.query, ParameterName.requestURI.text, "urn:ietf:params:oauth:request_uri:6esc_11ACC5bwc014ltc14eY22c")],
        .page(.pushedRequestUnknown), "A reference that was guessed, or that has been used."),
      added(
        .responseMode, "banana", .redirected(.responseModeUnsupported),
        "A response mode of another server's manual."),
      added(
        .prompt, "none login", .redirected(.promptContradictory),
        "Ask nothing and ask for a login: two wishes that exclude each other."),
      added(
        .maxAge, "never", .redirected(.maxAgeMalformed), "A word where digits belong."),
    ]
  }

  private func added(
    _ name: ParameterName, _ value: String, _ consequence: Consequence, _ story: String
  ) -> Mistake {
    Mistake(
      "\(name).added", .authorize, about: "what nobody asked for", "add \(name)", [.add(.query, name.text, value)],
      consequence, story)
  }

  private var wholeRequest: [Mistake] {
    func make(
      _ name: String, _ title: String, _ framing: RequestEditor.Framing, _ consequence: Consequence, _ story: String
    ) -> Mistake {
      Mistake("request.\(name)", .authorize, about: "the request", title, [.frame(framing)], consequence, story)
    }
    return [
      make(
        "post-form", "POST, with a form", .init(method: .post, carriage: .form),
        .accepted("OpenID Connect Core §3.1.2.1"), "No mistake: the endpoint takes both, and a form leaves no history."),
      make(
        "post-query", "POST, with the parameters in the query", .init(method: .post),
        .page(.mediaTypeNotForm), "The method changed, the parameters forgotten."),
      make(
        "json", "POST, with a JSON body", .init(method: .post, carriage: .json), .page(.mediaTypeNotForm),
        "An API habit. A browser's form cannot send JSON, so no server may expect it."),
      make(
        "put", "PUT instead of GET", .init(method: .put), .page(.methodNotAllowed, 405),
        "No browser does this: a client called the endpoint by itself, where nobody can sign in."),
      make(
        "path", "a slash behind the path", .init(path: material.editor.path + "/"), .unknownEndpoint(),
        "An address put together from two halves that both had the slash."),
    ]
  }
}

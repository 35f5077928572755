import AuthorizationServer
import HTTPTypes
import OAuth
import OAuthClient

/// What goes wrong with client authentication, at every endpoint that asks for it. RFC 6749 §2.3.
struct ClientAuthenticationMistakes {
  let material: MistakeMaterial
  /// What comes of it when another client does the same.
  let foreign: Foreign

  struct Foreign {
    let title: String
    let consequence: Consequence
    let story: String
  }

  private static let authorization = "Authorization"

  private var identifier: String { material.credentials.identifier.text }
  private var secret: String? { material.credentials.secret }

  var all: [Mistake] {
    identifierSlips + secretSlips + otherClient + (secret == nil ? publicClient : header + places)
  }

  private var identifierSlips: [Mistake] {
    material.slips(
      .clientID,
      SlipConsequences(
        missing: .invalidClient(.clientUnidentified), twice: .invalidRequest(.parameterRepeated),
        wrong: .invalidClient(.clientUnknown)))
  }

  private var secretSlips: [Mistake] {
    material.slips(
      .clientSecret,
      SlipConsequences(
        missing: .invalidClient(.clientAuthenticationMissing), twice: .invalidRequest(.parameterRepeated),
        wrong: .invalidClient(.clientSecretWrong)))
  }

  private var withoutCredentials: [Alteration] { material.withoutCredentials }

  private func make(
    _ name: String, _ title: String, _ alterations: [Alteration], _ consequence: Consequence, _ story: String
  ) -> Mistake {
    Mistake(
      "client.\(name)", material.stage, about: "client authentication", title, alterations, consequence, story)
  }

  /// The right credentials of another client, or none.
  private var otherClient: [Mistake] {
    [
      make("other", foreign.title, material.asOtherClient, foreign.consequence, foreign.story),
      make(
        "none", "no client at all", withoutCredentials, .invalidClient(.clientUnidentified),
        "A proxy took the Authorization header away, or nobody configured the client."),
    ]
  }

  private var publicClient: [Mistake] {
    [
      make(
        "needless-secret", "a secret for a client that has none",
        [.add(.form, ParameterName.clientSecret.text, "a-secret")], .invalidClient(.clientHasNoSecret),
        "A secret in an application that everybody can take apart is none. The server has none to compare.")
    ]
  }

  /// The credentials in the header, in ways of which few are right.
  private var header: [Mistake] {
    func named(
      _ name: String, _ title: String, _ field: String, _ value: String, _ consequence: Consequence, _ story: String
    ) -> Mistake {
      make(name, title, withoutCredentials + [.add(.header, field, value)], consequence, story)
    }
    let credentials = String(material.basic.dropFirst("Basic ".count))
    let pair = "\(identifier):\(secret ?? "")"
    let unreadable = Consequence.invalidClient(.basicCredentialsMalformed)
    let unsupported = Consequence.invalidClient(.authorizationSchemeUnsupported)
    let unpadded = credentials.utf8.last == UInt8(ascii: "=") ? credentials.replacing("=", with: "") : nil
    return [
      named(
        "basic", "the secret by Basic", Self.authorization, material.basic, .accepted("RFC 6749 §2.3.1"),
        "No mistake: every server must take the secret so."),
      named(
        "lower-case-scheme", "basic in small letters", Self.authorization, "basic \(credentials)",
        .accepted("RFC 9110 §11.1"), "No mistake: the scheme's case does not matter."),
      named(
        "bearer-scheme", "Bearer in place of Basic", Self.authorization, "Bearer \(credentials)", unsupported,
        "A sample that mixes up the two schemes. Bearer is for tokens."),
      named(
        "token-scheme", "Token in place of Basic", Self.authorization, "Token \(credentials)", unsupported,
        "The scheme of another service's API."),
      named(
        "no-scheme", "no scheme at all", Self.authorization, credentials, unsupported, "The word Basic forgotten."),
      named(
        "not-base64", "Basic without base64", Self.authorization, "Basic \(pair)", unreadable,
        "“Basic <CREDENTIAL>” in a manual that does not say how the credential is made."),
      named(
        "only-secret", "base64 of the secret alone", Self.authorization,
        "Basic \(Base64Standard.encode((secret ?? "").utf8))", unreadable,
        "Without identifier and colon nobody is named."),
      named(
        "basic-wrong-secret", "a wrong secret by Basic", Self.authorization,
        BasicCredentials(identifier: identifier, secret: "guess").headerValue, .invalidClient(.clientSecretWrong),
        "The secret of another environment."),
      named(
        "header-misnamed", "the header named Authentication", "Authentication", material.basic,
        .invalidClient(.clientUnidentified), "The header that authenticates is called Authorization."),
    ]
      + (unpadded.map {
        [
          named(
            "unpadded", "base64 without its =", Self.authorization, "Basic \($0)", unreadable,
            "The base64 of URLs and JWTs has no padding. That of Basic has.")
        ]
      } ?? [])
  }

  /// The credentials in two places, or in one where they must not be.
  private var places: [Mistake] {
    let inForm: [Alteration] = [
      .set(.form, ParameterName.clientID.text, to: identifier),
      .set(.form, ParameterName.clientSecret.text, to: secret ?? ""),
    ]
    return [
      make(
        "both", "credentials in header and form", inForm + [.set(.header, Self.authorization, to: material.basic)],
        .invalidRequest(.clientAuthenticationTwice),
        "A library that authenticates, and a line that does so too. Servers differ in which of the two they believe."),
      make(
        "two-clients", "two clients in one request",
        withoutCredentials + [
          .add(.header, Self.authorization, material.basic),
          .add(.form, ParameterName.clientID.text, material.otherClient.identifier),
        ],
        .invalidRequest(.clientIdentifiersDiffer), "One client proves who it is, and another one is named."),
      make(
        "secret-in-query", "the secret in the address",
        [
          .leaveOut(.form, ParameterName.clientSecret.text),
          .add(.query, ParameterName.clientSecret.text, secret ?? ""),
        ],
        .invalidRequest(.credentialsInURI), "Addresses are logged by every server and proxy on the way."),
    ]
  }
}

import OAuth
import OAuthClient

/// What a scenario's places are filled with: what the client has now. What it does not have is empty.
struct TemplateValues {
  private let client: OAuthClient
  private let editors: [Stage: RequestEditor]

  init(_ walkthrough: Walkthrough) {
    client = walkthrough.client
    editors = walkthrough.editors
  }

  /// `127.0.0.1:8414`.
  var serverAuthority: String { Self.authority(of: client.configuration.endpoints.token) }

  func value(of place: Template.Place) -> String {
    switch place {
    case .code: client.receivedCode ?? ""
    case .state: client.attempt?.state ?? ""
    case .nonce: client.attempt?.nonce ?? ""
    case .codeVerifier: client.attempt?.codeVerifier.text ?? ""
    case .accessToken: client.accessToken?.token.text ?? ""
    case .refreshToken: client.refreshToken ?? ""
    case .idToken: client.idToken?.text ?? ""
    case .clientID: client.configuration.identifier.text
    case .clientSecret: client.configuration.credentials.secret ?? ""
    case .basic: basic
    case .redirectURI: client.attempt?.redirectionURI ?? client.configuration.redirectionURI
    case .port: Self.port(of: serverAuthority)
    case .clientPort: Self.port(of: Self.authority(of: client.configuration.redirectionURI))
    case .authorizePath: path(of: .authorize)
    case .tokenPath: path(of: .token)
    case .mePath: path(of: .me)
    case .introspectPath: path(of: .introspect)
    case .revokePath: path(of: .revoke)
    case .contentLength: ""
    }
  }

  private func path(of stage: Stage) -> String { editors[stage]?.path ?? "" }

  private var basic: String {
    let credentials = client.configuration.credentials
    let value = BasicCredentials(identifier: credentials.identifier.text, secret: credentials.secret ?? "").headerValue
    return String(value.drop { $0 != " " }.dropFirst())
  }

  private static func authority(of url: String) -> String {
    String(url.drop { $0 != ":" }.dropFirst(3).prefix { $0 != "/" && $0 != "?" })
  }

  private static func port(of authority: String) -> String {
    authority.last == "]" ? "" : String(authority.split(separator: ":").last ?? "")
  }
}

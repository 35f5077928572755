import OAuth
import OAuthClient

/// What a scenario's places are filled with: what the client has now. What it does not have is empty.
struct TemplateValues {
  private let client: OAuthClient

  init(_ walkthrough: Walkthrough) {
    client = walkthrough.client
  }

  /// `127.0.0.1:8414`.
  var serverAuthority: String { Self.authority(of: client.configuration.endpoints.token) }

  func value(of place: Template.Place) -> String {
    switch place {
    case .code: client.receivedCode ?? ""
    case .state: client.attempt?.state ?? ""
    case .codeVerifier: client.attempt?.codeVerifier.text ?? ""
    case .accessToken: client.accessToken?.token.text ?? ""
    case .clientSecret: client.configuration.credentials.secret ?? ""
    case .port: Self.port(of: serverAuthority)
    case .clientPort: Self.port(of: Self.authority(of: client.configuration.redirectionURI))
    case .contentLength: ""
    }
  }

  private static func authority(of url: String) -> String {
    String(url.drop { $0 != ":" }.dropFirst(3).prefix { $0 != "/" && $0 != "?" })
  }

  private static func port(of authority: String) -> String {
    authority.last == "]" ? "" : String(authority.split(separator: ":").last ?? "")
  }
}

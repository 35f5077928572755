import Playground

/// A party of the sequence diagram, from left to right: the server stands last,
/// so that the life of its codes has room beside it.
enum Lifeline: Int, Sendable, CaseIterable {
  case external, browser, client, api, server

  init(_ sender: Sender) {
    self =
      switch sender {
      case .userAgent: .browser
      case .client: .client
      case .resourceServer: .api
      case .external: .external
      }
  }

  init(_ party: Party) {
    self =
      switch party {
      case .authorizationServer: .server
      case .client: .client
      }
  }

  /// Those that always stand there; the others come with their first request.
  static let usual: Set<Lifeline> = [.browser, .client, .server]

  var name: String {
    switch self {
    case .external: "external"
    case .browser: "browser"
    case .client: "client"
    case .api: "api"
    case .server: "server"
    }
  }
}

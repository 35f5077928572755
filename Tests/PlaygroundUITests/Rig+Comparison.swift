import AuthorizationServer
import OAuth
import OAuthClient
import Playground
import Terminal
import Testing

@testable import PlaygroundUI

extension Rig {
  /// Before the token request, whose secret is wrong.
  static func beforeWrongSecret(_ columns: Int = 80, _ rows: Int = 24, charset: Charset = .utf8) -> Rig {
    let rig = Rig(columns, rows, charset: charset).press("enter", "enter")
    rig.handle(.wished(.set(name: "client_secret", value: "wrong")))
    return rig
  }

  /// After the request under the cursor was put to another server.
  @discardableResult
  func compared(with profile: String) -> Rig {
    press("=")
    handle(.wished(.choose(profile)))
    return press("enter")
  }

  /// Both sides in lines.
  func page(comparing request: RequestMessage, with profile: Profile) throws -> String {
    let comparison = try #require(host.compare(.draft(request), with: profile))
    return ComparisonPage(comparison, .shortened).lines(columns: 80, isBeside: false).joined(separator: "\n")
  }

  func tokenRequest() throws -> RequestMessage {
    try #require(model.walkthrough.editors[.token]?.draft.message())
  }
}

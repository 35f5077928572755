public import AuthorizationServer
import HTTPTypes
import OAuth
import OAuthClient

/// What the resource owner will type and press at the login and consent pages.
public enum ResourceOwnerForm {
  /// - Parameter owner: who signs in; nil leaves name and password empty.
  public static func editor(for owner: ResourceOwner?) -> RequestEditor {
    RequestEditor(
      RequestDraft(.post, reading: "the login and consent pages"),
      pageFields: [
        (ParameterName.username.text, owner?.username ?? ""), (ParameterName.password.text, owner?.password ?? ""),
        (ParameterName.decision.text, ResourceOwnerDecision.allow.rawValue),
      ])
  }
}

extension Walkthrough {
  /// Lets the next of the resource owners sign in, with the right password.
  public mutating func changeResourceOwner() {
    let owners = cast.resourceOwners
    guard !owners.isEmpty else { return }
    let current = editors[.code]?.pageValues[.username]
    let index = owners.firstIndex { $0.username == current } ?? -1
    let next = owners[(index + 1) % owners.count]
    edit(.code) { editor in
      editor.override(.page, ParameterName.username.text, with: next.username)
      editor.override(.page, ParameterName.password.text, with: next.password)
    }
  }
}

import HTTPTypes
import OAuth
import OAuthClient
import Playground
import Terminal

/// What can be done in the JWT inspector.
public enum TokenAction: String, Hashable, Sendable, CaseIterable {
  case following, preceding, tamper, edit, undo, take, fetchKeys, use
}

extension Model {
  /// Whether times of a token are on the screen, which say how far they are.
  var showsTokenTimes: Bool { views.last == .token && inspectedToken != nil }

  func obstacle(to action: TokenAction) -> String? {
    switch action {
    case .take: return nil
    case .fetchKeys: return walkthrough.errand == nil ? nil : "a request is on its way"
    case .following, .preceding: return seenTokens.count > 1 ? nil : "there is no other token"
    case .undo: return tokens.changed.isEmpty ? "nothing was changed" : nil
    case .use: return inspectedToken == nil ? "no token was seen yet" : nil
    case .tamper: return selectedTampering == nil ? "put the cursor on a claim, a check or a way to tamper" : nil
    case .edit: return editedMember == nil ? "put the cursor on a claim or a member of the header" : nil
    }
  }

  mutating func perform(token action: TokenAction) -> [Effect] {
    switch action {
    case .following: chooseToken(1)
    case .preceding: chooseToken(-1)
    case .tamper: if let tampering = selectedTampering { change(to: tampering.text) }
    case .undo: tokens.changed.removeLast()
    case .take: overlay = .answering(.token, LineEditor())
    case .edit:
      if let (_, member) = editedMember {
        overlay = .answering(.claim(member.name), LineEditor(TokenDetail.value(member.value)))
      }
    case .fetchKeys: return fetchKeys()
    case .use: useToken()
    }
    return []
  }

  private mutating func chooseToken(_ step: Int) {
    let seen = seenTokens
    let current = seen.firstIndex { $0.text == tokens.chosen } ?? 0
    tokens.chosen = seen[(current + step + seen.count) % seen.count].text
    tokens.changed = []
  }

  private mutating func change(to text: String) {
    tokens.chosen = inspectedToken?.seen.text
    tokens.changed.append(text)
  }

  /// The way to tamper that the cursor is on, or the first with the claim or the check under it.
  private var selectedTampering: Tampering? {
    guard let token = inspectedToken, let row = selected(in: .token).flatMap(TokenRow.init) else { return nil }
    let all = token.tamperings
    return switch row {
    case .tampering(let name): all.first { $0.name == name }
    case .member(_, let name): all.first { $0.subject == name }
    case .check(let check): all.first { $0.breaks == [check] } ?? all.first { $0.breaks.contains(check) }
    }
  }

  /// The claim or header member under the cursor, as it stands now.
  private var editedMember: (part: ClaimLesson.Part, member: JSON.Member)? {
    guard let token = inspectedToken, token.reading.token != nil,
      case .member(let part, let name)? = selected(in: .token).flatMap(TokenRow.init),
      let object = try? (part == .header ? token.reading.header : token.reading.payload).get(),
      let value = object[name]
    else { return nil }
    return (part, JSON.Member(name, value))
  }

  /// What was typed in place of a claim: JSON where it is some, and else a text.
  mutating func answerClaim(_ text: String) {
    guard let token = inspectedToken?.reading.token, let (part, member) = editedMember else { return }
    let value: JSON =
      member.value.string == nil ? (try? JSON(parsing: Array(text.utf8))) ?? .string(text) : .string(text)
    change(
      to: part == .header ? token.changing(header: member.name, to: value) : token.changing(member.name, to: value))
  }

  mutating func takeToken(_ text: String) {
    let token = SeenToken(pasted: text)
    guard !token.text.isEmpty else { return }
    tokens.pasted.removeAll { $0.text == token.text }
    tokens.pasted = [token] + tokens.pasted.prefix(TokenInspection.bound - 1)
    (tokens.chosen, tokens.changed) = (token.text, [])
  }

  private mutating func fetchKeys() -> [Effect] {
    let message = walkthrough.client.keysDraft().message()
    let dispatch = walkthrough.probe(message.octets, authority: message.head.authority ?? "", at: now)
    return dispatch.map { [.send($0)] } ?? []
  }

  /// Puts the token as it stands now into the request to the protected resource.
  private mutating func useToken() {
    guard let token = inspectedToken else { return }
    views.removeAll { $0 == .token }
    select(.me)
    focus = .request
    edit { $0.override(.header, "Authorization", with: "Bearer \(token.text)") }
    notice = Notice(
      "\(key(.next)) sends this token to the protected resource, \(key(.undo)) undoes it", isProblem: false)
  }
}

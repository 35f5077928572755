import HTTPTypes
import OAuth
import OAuthClient
import Playground
import Terminal

extension Model {
  /// The whole request of the stage as text for an editor; nil where the stage has no request of its own.
  var rawText: String? {
    if let written = written[walkthrough.current] { return written }
    guard let editor, editor.parameterPlace != .page else { return nil }
    return RawRequestText(editor.draft.message().octets).text
  }

  /// What somebody made of it: changes of the request where it still is one, and else octets that are sent as they are.
  mutating func take(_ edited: Edited) -> [Effect] {
    let stage = walkthrough.current
    switch edited {
    case .unchanged: notice = Notice("nothing was changed", isProblem: false)
    case .failed(let sentence): notice = Notice(sentence, isProblem: true)
    case .text(let text):
      guard text.contains(where: { !$0.isWhitespace }) else {
        written[stage] = nil
        notice = Notice("an empty text: the request is as it was", isProblem: false)
        return []
      }
      if let taken = editor?.taking(RawRequestText(text: text)) {
        written[stage] = nil
        edit { $0 = taken }
        notice = Notice("taken over: \(key(.next)) sends it, \(key(.undo)) undoes it", isProblem: false)
        return []
      }
      written[stage] = text
      return send(RawRequestText(text: text))
    }
    return []
  }

  private mutating func send(_ text: RawRequestText) -> [Effect] {
    let original = RawRequestText(editor?.draft.message().octets ?? [])
    let octets = text.octets(after: original)
    guard let dispatch = walkthrough.probe(octets, authority: surroundings.serverAuthority, at: now) else { return [] }
    chosenExchange = nil
    notice = Notice("sent as you wrote it, \(octets.count) octets; \(key(.editRaw)) shows it again", isProblem: false)
    return [.send(dispatch)]
  }
}

import OAuth
import OAuthClient
public import Playground

/// Which signed token somebody looks at, and what they have changed in it.
public struct TokenInspection: Equatable, Sendable {
  /// Tokens that were typed or pasted, the newest first.
  public internal(set) var pasted: [SeenToken] = []
  /// The text of the token that was chosen; nil is the newest.
  public internal(set) var chosen: String?
  /// What was made of it, the newest last.
  public internal(set) var changed: [String] = []

  /// How many typed tokens are kept.
  static let bound = 10
}

/// The token on the screen: as it was seen, as it stands now, and what its recipient makes of it.
struct InspectedToken {
  let seen: SeenToken
  let text: String
  let reading: TokenReading
  let recipient: TokenRecipient
  /// Its place among those seen, counted from 1.
  let place: (number: Int, of: Int)

  var isChanged: Bool { text != seen.text }
  var verdicts: [TokenVerdict] { recipient.verdicts(on: reading, as: seen.kind) }

  /// What can still be done to it: every change is made in the token as it was seen.
  var tamperings: [Tampering] {
    Tampering.catalogue(for: TokenReading(seen.text), as: seen.kind, recipient: recipient)
  }
}

extension Model {
  /// Typed ones first, since whoever types one wants to see it; then the newest.
  var seenTokens: [SeenToken] {
    let exchanged = walkthrough.timeline.signedTokens
    return tokens.pasted + exchanged.filter { token in !tokens.pasted.contains { $0.text == token.text } }
  }

  var inspectedToken: InspectedToken? {
    let seen = seenTokens
    guard let index = seen.firstIndex(where: { $0.text == tokens.chosen }) ?? seen.indices.first else { return nil }
    let text = tokens.changed.last ?? seen[index].text
    return InspectedToken(
      seen: seen[index], text: text, reading: TokenReading(text),
      recipient: TokenRecipient(
        of: seen[index], configuration: walkthrough.client.configuration, keys: walkthrough.timeline.publishedKeys,
        at: now),
      place: (index + 1, seen.count))
  }
}

/// A text with places that are filled in when it is sent: `code={{code}}`.
public struct Template: Equatable, Sendable {
  /// What can be filled in.
  public enum Place: String, Sendable, CaseIterable {
    case code
    case state
    case nonce
    case codeVerifier = "code_verifier"
    case accessToken = "access_token"
    case refreshToken = "refresh_token"
    case idToken = "id_token"
    case clientID = "client_id"
    case clientSecret = "client_secret"
    /// Identifier and secret of the client as the Basic scheme has them.
    case basic
    case redirectURI = "redirect_uri"
    /// The port of the authorization server.
    case port
    case clientPort = "client_port"
    // Where the server has its endpoints, by the steps that call them.
    case authorizePath = "authorize_path"
    case tokenPath = "token_path"
    case mePath = "me_path"
    case introspectPath = "introspect_path"
    case revokePath = "revoke_path"
    /// The length of a raw request's body.
    case contentLength = "content_length"

    /// `verifier` is short for `code_verifier`.
    init?(named name: String) {
      self.init(rawValue: name == "verifier" ? Place.codeVerifier.rawValue : name)
    }
  }

  private enum Piece: Equatable, Sendable {
    case text(String)
    case place(Place)
  }

  /// A name between the braces that is no ``Place``.
  struct UnknownPlace: Error, Equatable {
    let name: String

    /// What was found and what was expected.
    var problem: String {
      let known = Place.allCases.map(\.rawValue)
      return "\("{{\(name)}}".quoted) cannot be filled in\(Suggestion.clause(for: name, among: known)) "
        + "(there are: \(known.joined(separator: ", ")))"
    }
  }

  private let pieces: [Piece]

  /// An opening `{{` without its `}}` is text like any other.
  init(parsing text: String) throws(UnknownPlace) {
    var pieces: [Piece] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{{"), let close = rest[open...].firstIndex(of: "}}") {
      let name = String(rest[open..<close].dropFirst(2))
      guard let place = Place(named: name) else { throw UnknownPlace(name: name) }
      pieces += [.text(String(rest[..<open])), .place(place)]
      rest = rest[close...].dropFirst(2)
    }
    self.pieces = pieces + [.text(String(rest))]
  }

  /// What it asks for.
  var places: Set<Place> {
    Set(
      pieces.compactMap { piece in
        if case .place(let place) = piece { place } else { nil }
      })
  }

  /// The text with every place filled in.
  func filled(_ value: (Place) -> String) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .place(let place): value(place)
      }
    }.joined()
  }
}

extension Substring {
  /// Where a two-character mark begins.
  fileprivate func firstIndex(of mark: String) -> Index? {
    indices.first { self[$0...].hasPrefix(mark) }
  }
}

import OAuth

extension RequestEditor {
  /// Moves the client's credentials from the form to the Authorization header or back, whatever they are by now: one
  /// step of undo. Nothing happens where the request has none that can be moved. RFC 6749 §2.3.1.
  public mutating func moveCredentials() {
    let (identifier, secret) = (ParameterName.clientID.text, ParameterName.clientSecret.text)
    if let field = sent(.header, Self.authorization), let credentials = Self.basic(field) {
      changeTogether { editor in
        editor.override(.header, Self.authorization, with: nil)
        editor.override(.form, identifier, with: credentials.identifier)
        editor.override(.form, secret, with: credentials.secret)
      }
    } else if let name = sent(.form, identifier), let word = sent(.form, secret) {
      changeTogether { editor in
        editor.override(
          .header, Self.authorization, with: BasicCredentials(identifier: name, secret: word).headerValue)
        editor.override(.form, identifier, with: nil)
        editor.override(.form, secret, with: nil)
      }
    }
  }

  /// Whether there is something to move.
  public var hasMovableCredentials: Bool {
    if let field = sent(.header, Self.authorization) { return Self.basic(field) != nil }
    return sent(.form, ParameterName.clientID.text) != nil && sent(.form, ParameterName.clientSecret.text) != nil
  }

  private static let authorization = "Authorization"

  private static func basic(_ field: String) -> BasicCredentials? {
    let field = AuthorizationField(field)
    return field.isBasic ? try? BasicCredentials(parsing: field.credentials, formDecoded: true) : nil
  }

  private func sent(_ place: Place, _ name: String) -> String? {
    fields.first { $0.place == place && $0.name.asciiLowercased == name.asciiLowercased && $0.value != nil }?.value
  }
}

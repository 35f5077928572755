/// What a piece of text means. How each role looks is decided in one place, `Palette`.
public enum Role: Hashable, Sendable, CaseIterable {
  case text, muted, accent, ok, attention, error, title, name, value
}

/// Weights and marks that work without colour.
public struct Attributes: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  public static let bold = Attributes(rawValue: 1)
  public static let underlined = Attributes(rawValue: 2)
  public static let reversed = Attributes(rawValue: 4)
  public static let dim = Attributes(rawValue: 8)
}

/// How a cell is drawn: a role, and attributes on top of it.
public struct Style: Hashable, Sendable {
  public var role: Role
  public var attributes: Attributes

  public init(_ role: Role, _ attributes: Attributes = []) {
    self.role = role
    self.attributes = attributes
  }

  public static let text = Style(.text)
  public static let muted = Style(.muted)
  public static let accent = Style(.accent)
  public static let ok = Style(.ok)
  public static let attention = Style(.attention)
  public static let error = Style(.error)
  public static let title = Style(.title)
  public static let name = Style(.name)
  public static let value = Style(.value)

  public var bold: Style { adding(.bold) }
  public var underlined: Style { adding(.underlined) }
  public var reversed: Style { adding(.reversed) }
  public var dim: Style { adding(.dim) }

  public func adding(_ more: Attributes) -> Style {
    Style(role, attributes.union(more))
  }

  /// The style of an escape inside text of this style: seen apart also on a selected, reversed row.
  public var escaped: Style {
    Style(role, attributes.symmetricDifference(.reversed))
  }
}

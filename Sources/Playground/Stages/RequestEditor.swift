public import HTTPTypes
public import OAuth
public import OAuthClient

/// A request before it is sent, as a list of fields that can be changed one by one, with the right values beside them.
public struct RequestEditor: Equatable, Sendable {
  /// Where a field travels.
  public enum Place: String, Sendable, CaseIterable {
    case query
    case form
    case header
    /// What the resource owner types and presses; no part of a request of ours.
    case page
  }

  public struct Field: Equatable, Sendable {
    public let place: Place
    public let name: String
    /// What will be sent; nil sends nothing.
    public var value: String?
    /// What the client would send; nil for a field that was added.
    public var original: String?

    public enum Condition: Equatable, Sendable {
      case unchanged
      case edited
      case removed
      case added
    }

    public var condition: Condition {
      switch (original, value) {
      case (nil, _): .added
      case (_, nil): .removed
      case (let original?, let value?): original.hasSameOctets(as: value) ? .unchanged : .edited
      }
    }

    public init(_ place: Place, _ name: String, _ value: String?, original: String?) {
      self.place = place
      self.name = name
      self.value = value
      self.original = original
    }
  }

  /// What a change changes, and what undo brings back.
  private struct Version: Equatable, Sendable {
    var fields: [Field]
    var framing = Framing()
  }

  private(set) var base: RequestDraft
  private var current: Version
  private var past: [Version] = []
  private var future: [Version] = []

  public init(_ draft: RequestDraft, pageFields: [(name: String, value: String)] = []) {
    base = draft
    current = Version(fields: Self.fields(of: draft))
    current.fields += pageFields.map { Field(.page, $0.name, $0.value, original: $0.value) }
  }

  public var fields: [Field] { current.fields }
  /// How the parameters travel, where that was changed.
  public var framing: Framing { current.framing }

  public var isChanged: Bool { framing != Framing() || fields.contains { $0.condition != .unchanged } }
  public var canUndo: Bool { !past.isEmpty }
  public var canRedo: Bool { !future.isEmpty }

  public var method: HTTPRequest.Method { framing.method ?? base.method }
  public var authority: String { base.authority }
  /// The endpoint's path without the fields of the query.
  public var path: String { framing.path ?? base.path }

  /// The place in which a parameter of this request travels.
  public var parameterPlace: Place {
    if fields.contains(where: { $0.place == .page }) { return .page }
    return base.method == .post ? .form : .query
  }

  /// The values of the page's fields.
  public var pageValues: Parameters { parameters(.page) }

  // MARK: Changes; each is one step of undo.

  /// Changes how the parameters travel.
  public mutating func frame(_ framing: Framing) {
    change { $0.framing = framing }
  }

  /// Several changes as one step of undo.
  mutating func changeTogether(_ changes: (inout RequestEditor) -> Void) {
    let before = current
    let steps = past
    changes(&self)
    past = before == current ? steps : steps + [before]
  }

  public mutating func set(_ index: Int, to value: String) {
    change { $0.fields[index].value = value }
  }

  /// A removed field stays in the list, so that it can come back; an added one goes.
  public mutating func remove(_ index: Int) {
    change { version in
      if version.fields[index].original == nil {
        version.fields.remove(at: index)
      } else {
        version.fields[index].value = nil
      }
    }
  }

  public mutating func add(_ place: Place, _ name: String, _ value: String) {
    change { $0.fields.append(Field(place, name, value, original: nil)) }
  }

  public mutating func reset(_ index: Int) {
    change { version in
      if let original = version.fields[index].original {
        version.fields[index].value = original
      } else {
        version.fields.remove(at: index)
      }
    }
  }

  /// Sets the first field of a name, or adds one; nil removes it. What scenarios do.
  public mutating func override(_ place: Place, _ name: String, with value: String?) {
    let index = fields.firstIndex {
      $0.place == place
        && (place == .header ? $0.name.asciiLowercased == name.asciiLowercased : $0.name.hasSameOctets(as: name))
    }
    switch (index, value) {
    case (let index?, let value?): set(index, to: value)
    case (let index?, nil): remove(index)
    case (nil, let value?): add(place, name, value)
    case (nil, nil): break
    }
  }

  public mutating func undo() {
    guard let last = past.popLast() else { return }
    future.append(current)
    current = last
  }

  public mutating func redo() {
    guard let next = future.popLast() else { return }
    past.append(current)
    current = next
  }

  /// Takes the right values from a new draft and keeps what was changed by hand;
  /// undo goes back over the change of values.
  public mutating func rebase(on draft: RequestDraft) {
    base = draft
    let fresh = Self.fields(of: draft)
    current.fields = Self.rebased(fields, on: fresh)
    for index in past.indices { past[index].fields = Self.rebased(past[index].fields, on: fresh) }
    for index in future.indices { future[index].fields = Self.rebased(future[index].fields, on: fresh) }
  }

  private static func rebased(_ before: [Field], on fresh: [Field]) -> [Field] {
    fresh.map { field in
      guard let old = before.first(where: { $0.place == field.place && $0.name == field.name }),
        old.condition == .edited || old.condition == .removed
      else { return field }
      return Field(field.place, field.name, old.value, original: field.original)
    } + before.filter { $0.condition == .added || $0.place == .page }
  }

  private mutating func change(_ edit: (inout Version) -> Void) {
    past.append(current)
    future = []
    edit(&current)
  }

  func parameters(_ place: Place) -> Parameters {
    Parameters(
      fields.compactMap { field in
        guard field.place == place, let value = field.value else { return nil }
        return Parameters.Element(ParameterName(field.name), value)
      })
  }

  private static func fields(of draft: RequestDraft) -> [Field] {
    var fields = draft.query.elements.map { Field(.query, $0.name.text, $0.value, original: $0.value) }
    if case .form(let form) = draft.body {
      fields += form.elements.map { Field(.form, $0.name.text, $0.value, original: $0.value) }
    }
    return fields + draft.fields.map { Field(.header, $0.name.rawName, $0.value, original: $0.value) }
  }
}

extension RequestEditor {
  /// Whether a text can be the name of a header field. RFC 9110 §5.1.
  public static func isFieldName(_ text: String) -> Bool { HTTPField.Name(text) != nil }
}

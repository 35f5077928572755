public import HTTPTypes
import OAuth
public import OAuthClient

extension RequestEditor {
  /// How the parameters of a request travel; what is nil is as the client would have it.
  public struct Framing: Equatable, Sendable {
    public enum Carriage: String, Sendable, CaseIterable {
      /// Everything in the query, and no body.
      case query
      /// Everything in a form.
      case form
      /// A form put together without percent-encoding.
      case plainText = "plain-text"
      case json
    }

    public var method: HTTPRequest.Method?
    public var path: String?
    public var carriage: Carriage?
    /// Whether a body says what it is.
    public var namesMediaType = true

    public init(
      method: HTTPRequest.Method? = nil, path: String? = nil, carriage: Carriage? = nil, namesMediaType: Bool = true
    ) {
      self.method = method
      self.path = path
      self.carriage = carriage
      self.namesMediaType = namesMediaType
    }
  }

  /// The request with every field as it stands now.
  public var draft: RequestDraft {
    var draft = base
    draft.method = method
    draft.path = path
    draft.fields = [:]
    for field in fields where field.place == .header {
      if let value = field.value, let name = HTTPField.Name(field.name) {
        draft.fields.append(.init(name: name, value: value))
      }
    }
    carry(parameters(.query), parameters(.form), in: &draft)
    if !framing.namesMediaType, case .form(let form) = draft.body {
      draft.body = .raw(Array(FormEncoding.encode(form).utf8))
    }
    return draft
  }

  private func carry(_ query: Parameters, _ form: Parameters, in draft: inout RequestDraft) {
    let all = Parameters(query.elements + form.elements)
    draft.query = Parameters()
    switch framing.carriage {
    case nil:
      draft.query = query
      if case .form = base.body { draft.body = .form(form) }
    case .query?: (draft.query, draft.body) = (all, .none)
    case .form?: draft.body = .form(all)
    case .plainText?:
      let text = all.elements.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
      draft.body = .raw(Array(text.utf8))
      draft.name(MediaType.form)
    case .json?:
      draft.body = .raw(JSON.object(all.elements.map { .init($0.name.text, .string($0.value)) }).octets)
      draft.name(MediaType.json)
    }
  }
}

extension RequestDraft {
  /// Says what the body is, unless a field says so already.
  fileprivate mutating func name(_ mediaType: String) {
    if !fields.contains(.contentType) { fields[.contentType] = mediaType }
  }
}

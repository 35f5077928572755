import HTTPTypes
public import OAuth

/// One change of a request.
public enum Alteration: Equatable, Sendable {
  case leaveOut(RequestEditor.Place, String)
  case set(RequestEditor.Place, String, to: String)
  /// One more, whether or not there is one.
  case add(RequestEditor.Place, String, String)
  case frame(RequestEditor.Framing)

  /// What it does, in half a sentence.
  public var evidence: Evidence {
    switch self {
    case .leaveOut(_, let name): return "\(name) is left out"
    case .set(let place, let name, let value):
      return Self.isSecret(place, name) ? "\(name) is \(secret: value.quoted)" : "\(name) is \(value.quoted)"
    case .add(let place, let name, let value):
      return Self.isSecret(place, name)
        ? "\(name) \(secret: value.quoted) is added \(place.phrase)"
        : "\(name) \(value.quoted) is added \(place.phrase)"
    case .frame(let framing): return "\(framing.sentence)"
    }
  }

  private static func isSecret(_ place: RequestEditor.Place, _ name: String) -> Bool {
    place == .header || ParameterName.secrets.contains(ParameterName(name))
  }
}

extension RequestEditor {
  /// Makes a mistake in the right request, as one step of undo: what was changed before is right again.
  public mutating func make(_ mistake: Mistake) {
    changeTogether { editor in
      editor.resetAll()
      for alteration in mistake.alterations { editor.apply(alteration) }
    }
  }

  private mutating func apply(_ alteration: Alteration) {
    switch alteration {
    case .leaveOut(let place, let name): override(place, name, with: nil)
    case .set(let place, let name, let value): override(place, name, with: value)
    case .add(let place, let name, let value): add(place, name, value)
    case .frame(let framing): frame(framing)
    }
  }
}

extension RequestEditor.Place {
  fileprivate var phrase: String {
    switch self {
    case .query: "to the query"
    case .form: "to the form"
    case .header: "to the header"
    case .page: "to the page"
    }
  }
}

extension RequestEditor.Framing {
  /// How the parameters travel otherwise, in a word or two; nil where they travel as the client would send them.
  public var words: String? {
    if !namesMediaType { return "no Content-Type" }
    return switch carriage {
    case .query?: "in the query"
    case .form?: "in a form"
    case .plainText?: "not encoded"
    case .json?: "JSON"
    case nil: nil
    }
  }

  fileprivate var sentence: String {
    var words: [String] = []
    if let method { words.append("the method is \(method.rawValue)") }
    if let path { words.append("the path is \(path)") }
    switch carriage {
    case .query?: words.append("all parameters are in the query")
    case .form?: words.append("all parameters are in a form")
    case .plainText?: words.append("the form is not percent-encoded")
    case .json?: words.append("the body is JSON")
    case nil: break
    }
    if !namesMediaType { words.append("there is no Content-Type") }
    return words.joined(separator: ", ")
  }
}

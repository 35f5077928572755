import HTTPTypes

/// A known way to get a request wrong: what it changes in the right one, and what comes of it. Plain data.
public struct Mistake: Equatable, Sendable {
  /// Never changes, since scripts may say it: `token.code_verifier.left-out`.
  public let name: String
  public let stage: Stage
  /// The parameter or header field it is about, or `the request`.
  public let subject: String
  public let title: String
  public let alterations: [Alteration]
  public let consequence: Consequence
  /// The bug or the attack that it stands for.
  public let story: String

  init(
    _ name: String, _ stage: Stage, about subject: String, _ title: String, _ alterations: [Alteration],
    _ consequence: Consequence, _ story: String
  ) {
    self.name = "\(stage.rawValue).\(name)"
    self.stage = stage
    self.subject = subject
    self.title = title
    self.alterations = alterations
    self.consequence = consequence
    self.story = story
  }

  /// What it does to the request: `code_verifier is left out`.
  public var sentence: String { alterations.map(\.sentence).joined(separator: "; ") + "." }

  /// Every mistake that can be made now in the request of a stage, those about one subject together.
  public static func catalogue(for stage: Stage, of walkthrough: Walkthrough) -> [Mistake] {
    guard let material = MistakeMaterial(stage, walkthrough) else { return [] }
    let mistakes =
      switch stage {
      case .authorize: AuthorizationRequestMistakes(material: material).all
      case .code: ResourceOwnerMistakes.all(material)
      case .token: TokenRequestMistakes(material: material).all
      case .me: ResourceRequestMistakes(material: material).all
      }
    var subjects: [String] = []
    for mistake in mistakes where !subjects.contains(mistake.subject) { subjects.append(mistake.subject) }
    return subjects.flatMap { subject in mistakes.filter { $0.subject == subject } }
  }
}

/// One change of a request.
public enum Alteration: Equatable, Sendable {
  case leaveOut(RequestEditor.Place, String)
  case set(RequestEditor.Place, String, to: String)
  /// One more, whether or not there is one.
  case add(RequestEditor.Place, String, String)
  case frame(RequestEditor.Framing)

  public var sentence: String {
    switch self {
    case .leaveOut(_, let name): "\(name) is left out"
    case .set(_, let name, let value): "\(name) is \(value.quoted(limit: 60))"
    case .add(let place, let name, let value): "\(name) \(value.quoted(limit: 60)) is added \(place.phrase)"
    case .frame(let framing): framing.sentence
    }
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

import AuthorizationServer
import HTTPTypes
import OAuth
import OAuthClient
import Playground
import Terminal

/// What happened, why, how things stand now and what to do about it; or, where nothing went wrong, what comes next.
struct Explanation {
  let heading: StyledLine
  let specification: String?
  let entries: [(label: String, text: StyledLine)]

  /// What happened to the exchange on its way comes before everything else:
  /// nobody has to look for a mistake in the request.
  init(of model: Model) {
    let told = Explanation(leavingOutHarmIn: model)
    (heading, specification) = (told.heading, told.specification)
    let harm = model.exchange?.interferences ?? []
    let way = harm.map { ("Way", StyledLine("\($0.rawValue): ", .attention) + StyledLine($0.lesson.does)) }
    entries = way + told.entries + harm.map { ("Cure", StyledLine($0.lesson.fix)) }
  }

  private init(leavingOutHarmIn model: Model) {
    let exchange = model.exchange
    if let exchange, exchange.request == nil, let problem = exchange.problem {
      heading = StyledLine("✗ \(exchange.response.head.status.code) not a request", .error)
      specification = nil
      entries = [
        ("What", StyledLine(problem)),
        ("Why", "What is not HTTP is answered at once, before any check."),
        (
          "Fix",
          StyledLine(
            "Let a library write the request. \(model.key(.panel(.raw))) shows what came, octet by octet.")
        ),
      ]
    } else if let exchange, model.chosenExchange != nil || !Self.isSettled(model),
      let told = Self.refusal(in: exchange)
    {
      let status = exchange.receiver == .client ? "" : "\(exchange.response.head.status.code) "
      let place = exchange.receiver == .client ? ", in the redirect" : ""
      heading = StyledLine("✗ \(status)\(told.title)\(place)", .error)
      specification = told.lesson.specification.description
      entries =
        [
          ("What", StyledLine(told.sentence)), ("Why", StyledLine(told.lesson.why)), ("Now", Self.standing(of: model)),
          ("Fix", StyledLine(told.lesson.fix)), ("Stops", StyledLine(told.lesson.prevents)),
        ] + Self.computedEntries(model)
    } else if let exchange, model.chosenExchange != nil {
      heading = StyledLine("✓ \(exchange.response.head.status.code)", .ok)
      specification = nil
      entries = [("What", StyledLine(Self.account(of: exchange, model.redaction)))] + Self.fieldEntry(model)
    } else if let exchange, model.walkthrough.current == .me, case .passed = model.walkthrough.status(.me) {
      heading = StyledLine("✓ \(exchange.response.head.status.code)", .ok)
      specification = "RFC 6749 §7"
      entries = [
        ("Done", StyledLine(Self.account(of: exchange, model.redaction))),
        ("Body", StyledLine(VisibleText(bytes: exchange.response.body), .value)),
        (
          "Now",
          StyledLine(
            "Break it: go back with \(model.key(.stage(offset: -1))), change one value with \(model.key(.edit)), and press "
              + "\(model.key(.next)). You will be told exactly why.")
        ),
        (
          "Or",
          StyledLine(
            "\(model.key(.newCode)) gets a new code, \(model.key(.expireNow)) lets it expire, "
              + "\(model.key(.panel(.checks))) shows every check, \(model.key(.menu(.help))) lists the keys.")
        ),
      ]
    } else {
      let stage = StageLesson.of(model.walkthrough.current)
      heading = StyledLine("stage \(model.walkthrough.current.number): \(stage.title)", .accent)
      specification = stage.specification
      let last = exchange.map { [("Done", StyledLine(Self.account(of: $0, model.redaction)))] } ?? []
      entries = last + [("Next", StyledLine(stage.what)), ("Why", StyledLine(stage.why))] + Self.fieldEntry(model)
    }
  }

  /// The entries as rows: a label, and the text beside it.
  func rows(columns: Int) -> [StyledLine] {
    let width = (entries.map(\.label.count).max() ?? 0) + 2
    return entries.flatMap { label, text in
      text.wrapped(to: max(8, columns - width)).enumerated().map { index, line in
        StyledLine((index == 0 ? label : "").padded(to: width), .title.bold) + line
      }
    }
  }

  /// Whether the last stage that was tried went well.
  private static func isSettled(_ model: Model) -> Bool {
    guard let exchange = model.exchange else { return true }
    return refusal(in: exchange) == nil
  }

  /// What the server, or else the client, refused, by its name.
  static func refusalName(in exchange: Exchange?) -> String? {
    exchange?.decision?.refusal?.name ?? exchange?.judgement?.refusal?.name
  }

  private struct Told {
    let title: String
    let sentence: String
    let lesson: Lesson
  }

  /// The server's reason comes before the client's: the client only knows what it was told.
  private static func refusal(in exchange: Exchange) -> Told? {
    if let refusal = exchange.decision?.refusal {
      let wire = exchange.judgement?.refusal?.wireError ?? exchange.wireError
      return Told(title: wire ?? refusal.name, sentence: refusal.sentence, lesson: refusal.kind.lesson)
    }
    return exchange.judgement?.refusal.map { refusal in
      Told(title: refusal.wireError ?? refusal.name, sentence: refusal.sentence, lesson: refusal.lesson)
    }
  }

  /// How the code stands, which is what a learner in a hurry wants to know.
  private static func standing(of model: Model) -> StyledLine {
    guard let code = model.code else { return "There is no code yet." }
    switch code.condition(at: model.serverTime) {
    case .alive(let left):
      return StyledLine("The code is NOT used up: ") + StyledLine(CountdownView.shown(left), .title.bold) + " left."
    case .redeemed: return StyledLine("The code is used up. \(model.key(.newCode)) gets a new one.")
    case .expired: return StyledLine("The code has expired. \(model.key(.newCode)) gets a new one.")
    case .deleted: return StyledLine("The server was made to forget the code. \(model.key(.newCode)) gets a new one.")
    case .revoked:
      return StyledLine(
        "The code was used twice, so the tokens it gave are revoked. \(model.key(.newCode)) starts again.")
    }
  }

  /// What an exchange did that went well.
  private static func account(of exchange: Exchange, _ redaction: Redaction) -> String {
    if exchange.decision == nil, !exchange.interferences.isEmpty {
      return "The server never saw \(exchange.requestLine(redaction))."
    }
    let changes = exchange.decision?.changes.map(\.sentence) ?? []
    if !changes.isEmpty { return changes.joined(separator: "; ") + "." }
    if exchange.receiver == .client { return "The browser brought the response; state and iss are the client's own." }
    switch exchange.decision?.endpoint {
    case .authorization: return "The request passed every check; the browser shows the login page."
    case .consent: return "The consent page names the client, the scope and who decides."
    case .me: return "The token was accepted: this is the profile of \(exchange.profileName ?? "nobody")."
    case .metadata: return "The server described itself."
    default: return "\(exchange.requestLine(redaction)) was answered."
    }
  }

  /// The field under the cursor.
  private static func fieldEntry(_ model: Model) -> [(label: String, text: StyledLine)] {
    guard let field = model.fieldUnderCursor else { return [] }
    guard let lesson = ParameterLesson.of(ParameterName(field.name)) else { return [] }
    return [("Here", StyledLine("\(field.name): ", .accent) + StyledLine(lesson.what))] + computedEntries(model)
  }

  /// How the value under the cursor comes about: only the first row has a label.
  private static func computedEntries(_ model: Model) -> [(label: String, text: StyledLine)] {
    let rows = model.computation?.rows(columns: .max, model.redaction) ?? []
    return rows.enumerated().map { ($0 == 0 ? "How" : "", $1) }
  }
}

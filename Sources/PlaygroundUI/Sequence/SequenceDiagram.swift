import AuthorizationServer
import HTTPTypes
import OAuth
import OAuthClient
import Playground
import Terminal

/// The exchanges as arrows between life lines, with the lives of the codes along the server's: which rows there are.
struct SequenceDiagram {
  /// As many exchanges are drawn around the chosen one; the log has them all.
  static let bound = 300

  private(set) var rows: [SequenceRow] = []
  let lifelines: [Lifeline]
  /// `7 exchanges`, or `300 of 9000 exchanges`: the log has the others.
  var count: String {
    let total = PanelView.count(model.walkthrough.timeline.total)
    return exchanges.count < model.walkthrough.timeline.total ? "\(exchanges.count) of \(total)" : total
  }

  private let model: Model
  private let exchanges: ArraySlice<Exchange>
  /// The codes after each exchange, by its number.
  private var codes: [Int: LivingCodes] = [:]

  init(of model: Model) {
    self.model = model
    let all = model.walkthrough.timeline.exchanges
    let chosen = model.chosenExchange.flatMap { number in all.lastIndex { $0.number == number } } ?? all.count - 1
    let start = max(0, min(chosen - Self.bound / 2, all.count - Self.bound))
    exchanges = all[start..<min(all.count, start + Self.bound)]
    var parties = Lifeline.usual
    for exchange in exchanges { parties.insert(Lifeline(exchange.sender)) }
    if let sender = model.nextSender { parties.insert(sender) }
    lifelines = Lifeline.allCases.filter(parties.contains)
    build()
  }

  private mutating func build() {
    let notes = Dictionary(grouping: model.walkthrough.timeline.notes, by: \.after)
    var living = LivingCodes()
    if exchanges.first?.number ?? 1 == 1 { addNotes(notes[0], &living) }
    for (index, exchange) in zip(exchanges.indices, exchanges) {
      if let last = index > exchanges.startIndex ? exchanges[index - 1] : nil {
        living = goBack(to: predecessor(of: exchange, before: index), from: last, living)
      }
      add(exchange, &living)
      addNotes(notes[exchange.number], &living)
      codes[exchange.number] = living
    }
    if let last = exchanges.last, exchanges.endIndex == model.walkthrough.timeline.exchanges.count {
      let path = model.walkthrough.timeline.path
      living = goBack(to: exchanges.last { path.contains($0.number) }?.number, from: last, living)
    }
    addEnd(living)
  }

  /// The exchange after which things stood as this one found them:
  /// not always the last one, for somebody may have gone back.
  private func predecessor(of exchange: Exchange, before index: Int) -> Int? {
    let timeline = model.walkthrough.timeline
    let path =
      timeline.path.contains(exchange.number)
      ? timeline.path : timeline.branches.first { $0.path.contains(exchange.number) }?.path
    guard let path else { return exchanges[index - 1].number }
    return exchanges[exchanges.startIndex..<index].last { path.contains($0.number) }?.number
  }

  /// A row that says that somebody went back, if somebody did.
  private mutating func goBack(to number: Int?, from last: Exchange, _ living: LivingCodes) -> LivingCodes {
    guard number != last.number else { return living }
    let place = number.map { "to after exchange \($0)" } ?? "to the beginning"
    let before = number.flatMap { codes[$0] } ?? LivingCodes()
    add(.text(StyledLine("went back \(place)", .attention)), before)
    return before
  }

  private mutating func add(_ exchange: Exchange, _ living: inout LivingCodes) {
    expire(by: exchange.at, &living)
    let isUndone = model.walkthrough.timeline.isUndone(exchange)
    rows.append(
      SequenceRow(
        name: SequenceRow.name(of: exchange), kind: .request(exchange), isUndone: isUndone, isAlive: !living.isEmpty,
        mark: isUndone ? StyledLine("undone", .muted) : []))
    let mark = living.observe(exchange.decision?.changes ?? [], at: exchange.at)
    rows.append(
      SequenceRow(
        name: SequenceRow.answerName(of: exchange), kind: .answer(exchange), isUndone: isUndone,
        isAlive: !living.isEmpty, mark: mark))
  }

  private mutating func expire(by now: Instant, _ living: inout LivingCodes) {
    while let end = living.expireNext(by: now) { add(.text(end.words), living, end.mark) }
  }

  private mutating func addNotes(_ notes: [Timeline.Note]?, _ living: inout LivingCodes) {
    for note in notes ?? [] {
      let mark = note.change.isUndone ? [] : living.observe(note.change.changes, at: note.change.at)
      add(.text(StyledLine("by hand  ", .attention) + StyledLine(note.change.sentence)), living, mark)
    }
  }

  private mutating func add(_ kind: SequenceRow.Kind, _ living: LivingCodes, _ mark: StyledLine = []) {
    rows.append(SequenceRow(name: nil, kind: kind, isAlive: !living.isEmpty, mark: mark))
  }

  /// What comes next, and how long the code still lives.
  private mutating func addEnd(_ living: LivingCodes) {
    var living = living
    expire(by: model.serverTime, &living)
    let left = living.left(at: model.serverTime).map { left in
      StyledLine(
        "\(CountdownView.shown(left)) \(model.clock.isPaused ? "held" : "left")",
        left > .seconds(10) ? .accent : .attention)
    }
    rows.append(
      SequenceRow(name: SequenceRow.now, kind: model.nextArrow, isAlive: !living.isEmpty, mark: left ?? []))
  }
}

extension Model {
  /// Who sends what comes next; nil where nobody sends anything.
  fileprivate var nextSender: Lifeline? {
    scheduledStep?.stage == nil && scheduledStep != nil ? nil : Lifeline(walkthrough.current.sender)
  }

  fileprivate var nextArrow: SequenceRow.Kind {
    guard walkthrough.errand == nil, let sender = nextSender else {
      return .text(StyledLine("next: ", .muted) + StyledLine(nextStep))
    }
    let request =
      walkthrough.current == .code
      ? "the resource owner's answers" : editor.map { "\($0.method.rawValue) \($0.path)" } ?? ""
    return .next(from: sender, to: .server, request)
  }
}

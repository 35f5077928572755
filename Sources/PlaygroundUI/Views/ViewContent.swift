import Terminal

/// What a view shows: a list, and beside it what there is to say about the entry under the cursor. Made anew from the
/// model for every frame; what somebody does with it is in the ``ListState``.
protocol ViewContent {
  /// The first row of the screen.
  var heading: StyledLine { get }
  /// The frame of the list.
  var listTitle: StyledLine { get }
  var listNote: StyledLine { get }
  /// Rows above the list that stay where they are while it scrolls.
  var head: [StyledLine] { get }
  var items: [ListItem] { get }
  /// How many of a hundred columns the list takes: 100 leaves no text beside it, 0 is a text alone.
  var listShare: Int { get }
  func detail(of name: String?, columns: Int) -> ViewDetail
  /// The status row, when there is nothing else to say.
  func footer(of name: String?) -> StyledLine
}

/// The text beside a list.
struct ViewDetail {
  var title: StyledLine = []
  var note: StyledLine = []
  var rows: [StyledLine] = []
}

extension ViewContent {
  var listNote: StyledLine { [] }
  var head: [StyledLine] { [] }
  var listShare: Int { 45 }
  func footer(of name: String?) -> StyledLine { [] }
}

extension Model {
  func content(of view: ViewKind) -> any ViewContent {
    switch view {
    case .explanation: ExplanationContent(model: self)
    case .scenarios: ScenariosContent(model: self)
    case .diagnosis: DiagnosisContent(model: self)
    case .moments: MomentsContent(model: self)
    case .mistakes: MistakesContent(model: self)
    case .token: TokenContent(model: self)
    case .inspector: InspectorContent(model: self)
    case .policy: PolicyContent(model: self)
    case .sequence: SequenceContent(model: self)
    case .interference: InterferenceContent(model: self)
    case .comparison: ComparisonContent(model: self)
    }
  }

  /// The list of a view as it stands under its filter.
  func items(of view: ViewKind) -> [ListItem] {
    content(of: view).items.filtered(by: lists[.view(view), default: ListState()].query)
  }

  /// The name of the entry under the cursor.
  func selected(in view: ViewKind) -> String? {
    let items = items(of: view)
    return items.selection(lists[.view(view), default: ListState()]).flatMap { items[$0].name }
  }
}

import HTTPTypes
import OAuth
import Playground
import Terminal

/// The request of the current stage, field by field: the value that will be sent and what it means or what was done to
/// it.
struct RequestPanel {
  let model: Model
  let isFocused: Bool

  private var stage: Stage { model.walkthrough.current }

  var heading: StyledLine {
    guard let editor = model.editor else { return [] }
    if stage == .code { return StyledLine("the resource owner's answers", .accent) }
    let line = StyledLine("\(editor.method.rawValue) \(editor.path)", .accent)
    guard let manner = editor.framing.words else { return line }
    return line + StyledLine(" · \(manner)", .attention)
  }

  var note: StyledLine {
    StyledLine("stage \(stage.number) · \(stage.sender.rawValue) → \(Party.authorizationServer.rawValue)", .muted)
  }

  func draw(in area: Rect, on canvas: inout Canvas) -> MoreMarks {
    guard let editor = model.editor else { return MoreMarks() }
    let longest = editor.fields.map { $0.name.count + ($0.place == .header ? 1 : 0) }.max() ?? 0
    let columns = Columns(
      of: area.columns - 2, longestName: longest, longestNote: editor.fields.map { note($0).columns }.max() ?? 0)
    let rows = editor.fields.map { row($0, columns) }
    var list = ListView(rows: rows, selection: model.requestRow, isFocused: false)
    list.window = (model.scroll[.request] ?? ScrollWindow())
    list.isFocused = isFocused && model.overlay == nil
    list.draw(in: area, on: &canvas)
    drawEditor(list, columns, in: area, on: &canvas)
    let shown = list.window.showing(list.selection, of: rows.count, visible: area.rows)
    return MoreMarks(shown.range(of: rows.count, visible: area.rows), of: rows.count)
  }

  /// The field being edited, in its place.
  private func drawEditor(_ list: ListView, _ columns: Columns, in area: Rect, on canvas: inout Canvas) {
    guard case .editing(let row, let line) = model.overlay else { return }
    let shown = list.window.showing(row, of: list.rows.count, visible: area.rows)
    let place = area.line(row - shown.offset).left(2).rest
    TextField(line).draw(in: place.left(columns.name + 1).rest, on: &canvas)
  }

  /// The widths of the three columns.
  private struct Columns {
    let name: Int
    let value: Int
    let note: Int

    /// A value can be shortened in its middle; half a note says nothing.
    init(of width: Int, longestName: Int, longestNote: Int) {
      name = min(longestName + 1, max(12, width * 2 / 5))
      let wanted = min(34, max(25, longestNote))
      note = width - name - wanted - 2 >= 20 ? wanted : 0
      value = max(4, width - name - note - (note == 0 ? 1 : 2))
    }
  }

  private func row(_ field: RequestEditor.Field, _ columns: Columns) -> StyledLine {
    let name = (field.place == .header ? field.name + ":" : field.name).padded(to: columns.name)
    let note = columns.note == 0 ? [] : note(field)
    // A longer value has room for all of it where its note is short.
    let room = columns.value + columns.note - note.columns
    let whole = shown(field)
    let width = whole.displayColumns <= room ? max(columns.value, whole.displayColumns) : columns.value
    let value = whole.shortened(to: width, at: .middle).padded(to: width)
    let valueStyle: Style =
      switch field.condition {
      case .unchanged: .value
      case .edited, .added: Style(.value, .underlined)
      case .removed: .muted
      }
    let line = StyledLine("\(name) ", .name) + StyledLine(value, valueStyle)
    return note.columns == 0 ? line : line + " " + note
  }

  private func shown(_ field: RequestEditor.Field) -> String {
    guard let value = field.value else { return "(not sent)" }
    return model.redaction.value(value, of: field.name)
  }

  private func note(_ field: RequestEditor.Field) -> StyledLine {
    switch field.condition {
    case .unchanged: comparison(field) ?? StyledLine(meaning(field), .muted)
    case .edited: StyledLine("edited", .attention) + StyledLine(" · \(model.key(.reset)) right value", .muted)
    case .removed: StyledLine("left out", .attention) + StyledLine(" · \(model.key(.reset)) right value", .muted)
    case .added: StyledLine("added", .attention) + StyledLine(" · \(model.key(.remove)) removes", .muted)
    }
  }

  /// Whether the value is what it must equal, where that is known.
  private func comparison(_ field: RequestEditor.Field) -> StyledLine? {
    guard let comparison = model.computation(of: field)?.comparison, let words = comparison.words else { return nil }
    return StyledLine(comparison.matches ? words : "does not match", .muted)
      + (comparison.matches ? StyledLine(" ✓", .ok) : StyledLine(" ✗", .error))
  }

  private func meaning(_ field: RequestEditor.Field) -> String {
    switch field.place {
    case .header: HeaderMeaning.of(field.name)
    case .query, .form, .page:
      if field.value?.isEmpty == true {
        "the client has none yet"
      } else {
        ParameterLesson.meaning(of: ParameterName(field.name), in: stage) ?? ""
      }
    }
  }
}

/// What the header fields of our requests are for.
enum HeaderMeaning {
  static func of(_ name: String) -> String {
    switch name.asciiLowercased {
    case "authorization": "proves the right to ask"
    case "content-type": "how the body is encoded"
    default: ""
    }
  }
}

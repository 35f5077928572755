import HTTPTypes
import OAuth
import OAuthClient
import Playground
import Terminal

extension CopyKind {
  var title: String {
    switch self {
    case .value: "the value under the cursor"
    case .url: "the request's URL"
    case .requestBody: "the request's body"
    case .responseBody: "the response's body"
    case .request: "the request, octet by octet"
    case .response: "the response, octet by octet"
    case .curl: "the request as a curl command"
    case .screen: "the screen as text"
    }
  }

}

extension Model {
  /// Why there is nothing of a kind to copy; nil where there is.
  func obstacle(to kind: CopyKind) -> String? {
    guard copied(kind) == nil else { return nil }
    return switch kind {
    case .value: "the cursor is on no value: press \(key(.panel(.request)))"
    case .requestBody, .responseBody: "it has no body"
    case .url, .request, .response, .curl, .screen: "no exchange yet"
    }
  }

  /// What a copy would hold; nil where there is nothing of that kind.
  ///
  /// The request is the one of the panel that is being made while the cursor is there, and else the exchange's.
  func copied(_ kind: CopyKind) -> Copied? {
    switch kind {
    case .value: return valueUnderCursor
    case .url: return message.map { Copied("http://\($0.head.authority ?? "")\($0.target)".utf8, what: "the URL") }
    case .requestBody: return copied(message?.body, what: "the request's body")
    case .responseBody: return copied(exchange?.response.body, what: "the response's body")
    case .request: return copied(exchange?.requestBytes, what: "the request")
    case .response: return copied(exchange?.responseBytes, what: "the response")
    case .curl: return message.map { Copied(CurlScript.command($0).utf8, what: "the curl command") }
    case .screen:
      var model = self
      model.overlay = nil
      let lines = model.view().mapped(to: surroundings.charset).lines
      return Copied((lines.joined(separator: "\n") + "\n").utf8, what: "the screen")
    }
  }

  /// The request that is being made, or else the one that was.
  private var message: RequestMessage? {
    if views.last == .comparison { return compared?.request }
    return draftUnderCursor ?? exchange?.request
  }

  /// The request that is being made, while the cursor is in it.
  var draftUnderCursor: RequestMessage? {
    guard views.isEmpty, focus == .request, let editor, editor.parameterPlace != .page else { return nil }
    return editor.draft.message()
  }

  private var valueUnderCursor: Copied? {
    guard views.isEmpty, focus == .request, let fields = editor?.fields, fields.indices.contains(requestRow),
      let value = fields[requestRow].value
    else { return nil }
    return Copied(value.utf8, what: "the value of \(fields[requestRow].name)")
  }

  private func copied(_ octets: [UInt8]?, what: String) -> Copied? {
    guard let octets, !octets.isEmpty else { return nil }
    return Copied(octets, what: what)
  }

  /// The session as a file; its secrets are hidden if they are on the screen.
  func exported(as kind: SessionExport) -> Exported {
    let time = now.timestamp.prefix(19).filter(\.isNumber)
    return Exported(
      name: "oauth-playground-\(time.prefix(8))-\(time.suffix(6))", fileExtension: kind.fileExtension,
      text: kind.text(of: walkthrough.timeline.exchanges, title: scenario.scenario.title, redaction),
      what: kind.rawValue)
  }

  /// What the panel or the view shows, for a pager: no line of it is cut.
  func page() -> [Effect] {
    let columns = 100
    if let view = views.last {
      let content = content(of: view)
      let name = selected(in: view)
      let rows = content.items.map(\.line) + [[]] + content.detail(of: name, columns: columns).rows
      return [.page(title: view.title, text(rows))]
    }
    switch focus {
    case .request:
      let rows = (editor?.fields ?? []).map {
        StyledLine("\($0.name) = \(redaction.value($0.value ?? "", of: $0.name))")
      }
      return [.page(title: "request", text(rows))]
    case .log:
      return [.page(title: "log", text(logged.map { StyledLine(LogPanel.words(of: $0, redaction)) }))]
    case .sequence:
      let diagram = SequenceDiagram(of: self)
      let grid = SequencePanel.grid(of: diagram, self, columns: columns)
      return [.page(title: "sequence", text([grid.head] + SequencePanel.rows(of: diagram, self).map(grid.line)))]
    case .explain, .raw, .checks, .server:
      return [.page(title: focus.title.lowercased(), text(PanelText.rows(focus, of: self, columns: columns)))]
    }
  }

  private func text(_ rows: [StyledLine]) -> String { rows.map { $0.string + "\n" }.joined() }
}

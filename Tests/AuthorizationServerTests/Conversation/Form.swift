import OAuth

/// The form of a page, as a browser would read it.
struct Form {
  let action: String
  let method: String
  /// Hidden fields, form-encoded: `interaction=…&form_token=…`.
  let hidden: String
  /// The names of all fields and buttons.
  let fields: [String]
  /// The values of the checkboxes.
  let boxes: [String]

  /// A form that no page has shown.
  init(action: String, hidden: String) {
    (self.action, self.hidden, method, fields, boxes) = (action, hidden, "post", [], [])
  }

  /// Nil unless the page has exactly one form.
  init?(page: String) {
    let forms = page.pieces(between: "<form ", "</form>")
    guard forms.count == 1, let action = forms[0].attribute("action"), let method = forms[0].attribute("method") else {
      return nil
    }
    self.action = action
    self.method = method
    let inputs = forms[0].pieces(between: "<input ", ">")
    hidden = inputs.filter { $0.attribute("type") == "hidden" }
      .map { "\($0.attribute("name") ?? "")=\($0.attribute("value") ?? "")" }
      .joined(separator: "&")
    boxes = inputs.filter { $0.attribute("type") == "checkbox" }.compactMap { $0.attribute("value") }
    fields = (inputs + forms[0].pieces(between: "<button ", ">")).compactMap { $0.attribute("name") }
  }
}

extension String {
  /// The value of an attribute written `name="value"`.
  func attribute(_ name: String) -> String? { " \(self)".between(" \(name)=\"", "\"") }
}

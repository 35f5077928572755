public import OAuth

/// A form as a browser finds it in a page: where it goes, and what it sends untouched.
public struct HTMLForm: Equatable, Sendable {
  public struct Control: Equatable, Sendable {
    public enum Kind: Equatable, Sendable {
      case hidden
      case text
      case password
      case checkbox(checked: Bool)
      case submit
    }

    public let name: ParameterName
    public let kind: Kind
    public let value: String
  }

  public let action: String
  public let method: String
  public let controls: [Control]

  /// The forms of a page in their order.
  public static func forms(in page: [UInt8]) -> [HTMLForm] {
    var forms: [HTMLForm] = []
    var open: (action: String, method: String, controls: [Control])?
    for tag in HTMLTag.tags(in: String(decoding: page, as: UTF8.self)) {
      switch tag.name {
      case "form": open = (tag["action"] ?? "", (tag["method"] ?? "get").asciiLowercased, [])
      case "/form":
        if let form = open { forms.append(HTMLForm(action: form.action, method: form.method, controls: form.controls)) }
        open = nil
      case "input", "button": if let control = control(tag) { open?.controls.append(control) }
      default: break
      }
    }
    return forms
  }

  /// What the form sends when its texts are filled in, its boxes ticked as said, and one button pressed.
  ///
  /// - Parameters:
  ///   - texts: the values of text and password controls; one that is not named stays as it is.
  ///   - ticked: the values of ticked boxes; nil leaves them as the page has them.
  ///   - pressed: name and value of the button.
  public func submission(
    texts: Parameters = Parameters(), ticked: Set<String>? = nil, pressed: Parameters.Element? = nil
  ) -> Parameters {
    var sent = Parameters()
    for control in controls {
      switch control.kind {
      case .hidden: sent.append(control.name, control.value)
      case .text, .password:
        sent.append(control.name, texts.elements.first { $0.name == control.name }?.value ?? control.value)
      case .checkbox(let checked):
        if ticked?.contains(control.value) ?? checked { sent.append(control.name, control.value) }
      case .submit: break
      }
    }
    if let pressed { sent.append(pressed.name, pressed.value) }
    return sent
  }

  /// Whether the form asks for this parameter.
  public func asks(for name: ParameterName) -> Bool { controls.contains { $0.name == name } }

  private static func control(_ tag: HTMLTag) -> Control? {
    guard let name = tag["name"] else { return nil }
    let kind: Control.Kind =
      switch tag.name == "button" ? "submit" : (tag["type"] ?? "text") {
      case "hidden": .hidden
      case "password": .password
      case "checkbox": .checkbox(checked: tag["checked"] != nil)
      case "submit": .submit
      default: .text
      }
    return Control(name: ParameterName(name), kind: kind, value: tag["value"] ?? "")
  }
}

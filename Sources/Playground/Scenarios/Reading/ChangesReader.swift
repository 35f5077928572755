import AuthorizationServer
import HTTPTypes
import OAuth

/// Reads what a step changes in the right request, and what the resource owner does.
enum ChangesReader {
  static func changes(_ value: YAMLValue) throws(FileFault) -> RequestChanges {
    if value.isNull { return RequestChanges(parameters: [], headers: []) }
    var parameters: [RequestChanges.Change] = []
    var headers: [RequestChanges.Change] = []
    for entry in try YAMLMapping(value).entries {
      if entry.key == "headers" {
        for header in try YAMLMapping(entry.value).entries { headers.append(try self.header(header)) }
      } else {
        parameters.append(try change(entry))
      }
    }
    return RequestChanges(parameters: parameters, headers: headers)
  }

  private static func change(_ entry: YAMLMapping.Entry) throws(FileFault) -> RequestChanges.Change {
    let text = try entry.value.textOrNull()
    guard let text else { return RequestChanges.Change(name: entry.key, value: nil) }
    return RequestChanges.Change(name: entry.key, value: try template(text, of: entry.value, allowsLength: false))
  }

  private static func header(_ entry: YAMLMapping.Entry) throws(FileFault) -> RequestChanges.Change {
    let change = try change(entry)
    guard let name = HTTPField.Name(entry.key) else {
      throw entry.value.fault(
        "\(entry.key.quoted) cannot be the name of a header; use raw for such a request")
    }
    // The field would silently put spaces in their place.
    let text = change.value?.filled { _ in "x" } ?? ""
    guard HTTPField(name: name, value: text).value.hasSameOctets(as: text) else {
      throw entry.value.fault("\(entry.value.name) cannot stand in a header; use raw for such a request")
    }
    return change
  }

  static func template(
    _ text: String, of value: YAMLValue, allowsLength: Bool = true
  ) throws(FileFault) -> Template {
    let template: Template
    do throws(Template.UnknownPlace) {
      template = try Template(parsing: text)
    } catch {
      throw value.fault(error.problem)
    }
    if !allowsLength && text.contains("{{\(Template.Place.contentLength.rawValue)}}") {
      throw value.fault("\"{{content_length}}\" can be filled in only in a raw request")
    }
    return template
  }

  static func consent(_ value: YAMLValue) throws(FileFault) -> ConsentChoice {
    let mapping = try YAMLMapping(value)
    try mapping.allowOnly(["as", "password", "decision", "scope"])
    let name = try mapping.required("as")
    let username = try name.text()
    let password = try mapping["password"]?.textOrNull()
    let known = Directory.demonstration.resourceOwners.map(\.username)
    guard password != nil || known.contains(username) else {
      let hint = Suggestion.clause(for: username, among: known)
      throw name.fault(
        "nobody is called \(username.quoted)\(hint) (there are: \(known.joined(separator: ", ")))")
    }
    return ConsentChoice(
      username: username, password: password,
      decision: try mapping["decision"]?.text() ?? ResourceOwnerDecision.allow.rawValue,
      scope: try scope(mapping["scope"]))
  }

  private static func scope(_ value: YAMLValue?) throws(FileFault) -> Scope? {
    guard let value else { return nil }
    let tokens = try value.texts()
    do throws(Scope.Fault) {
      return tokens.isEmpty ? Scope() : try Scope(parsing: tokens.joined(separator: " "))
    } catch {
      throw value.fault(expected: "a list of scope tokens without spaces")
    }
  }
}

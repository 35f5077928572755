import AuthorizationServer
import HTTPTypes
import OAuth
import OAuthClient

/// What goes wrong around the parameters of a request that must be a form. RFC 6749 §3.2, appendix B.
struct FormRequestMistakes {
  let material: MistakeMaterial
  /// What the server misses first where it knows the client and reads nothing else.
  let missed: Refusal.Kind

  private static let contentType = "Content-Type"
  private static let form = MediaType.form

  private func make(
    _ name: String, _ title: String, _ alterations: [Alteration], _ consequence: Consequence, _ story: String
  ) -> Mistake {
    Mistake("request.\(name)", material.stage, about: "the request", title, alterations, consequence, story)
  }

  var all: [Mistake] { methods + bodies }

  private var methods: [Mistake] {
    let refused = Consequence.invalidRequest(.methodNotAllowed, 405)
    return [
      make(
        "get", "GET, with everything in the query", [.frame(.init(method: .get, carriage: .query))], refused,
        "A manual that shows the request as an address. Now all its secrets are in every log."),
      make("put", "PUT in place of POST", [.frame(.init(method: .put))], refused, "A habit from other APIs."),
      make(
        "path", "the path of another endpoint", [.frame(.init(path: material.editor.path + "s"))], .unknownEndpoint(),
        "An address from another server's manual. Read the metadata in place of guessing."),
      make(
        "query", "POST, with everything in the query", [.frame(.init(carriage: .query))],
        .invalidRequest(.mediaTypeNotForm), "The right method, and the wrong place: the body is empty."),
      make(
        "query-as-form", "the same, and it says it is a form",
        [.frame(.init(carriage: .query)), .add(.header, Self.contentType, Self.form)],
        .invalidRequest(.credentialsInURI), "Some servers take parameters from anywhere. Then secrets end in logs."),
    ]
  }

  private var bodies: [Mistake] {
    let notForm = Consequence.invalidRequest(.mediaTypeNotForm)
    return [
      make(
        "json", "a JSON body", [.frame(.init(carriage: .json))], notForm,
        "What every other API wants. Some token endpoints take it too, which hides the mistake."),
      make(
        "json-as-form", "JSON that says it is a form",
        [.frame(.init(carriage: .json)), .add(.header, Self.contentType, Self.form)],
        material.right(.form, .clientID) == nil ? .invalidRequest(missed) : .invalidClient(.clientUnidentified),
        "Header and body disagree: read as a form, the whole text is one name."),
      make(
        "no-content-type", "no Content-Type", [.frame(.init(namesMediaType: false))], notForm,
        "A low-level HTTP library that sets nothing by itself."),
      make(
        "text-plain", "Content-Type text/plain", [.add(.header, Self.contentType, "text/plain")], notForm,
        "What fetch sets for a body that is a plain string."),
      make(
        "multipart", "Content-Type multipart/form-data",
        [.add(.header, Self.contentType, "multipart/form-data; boundary=x")], notForm,
        "A form library that means files. FormData in place of URLSearchParams."),
      make(
        "charset", "a charset behind the Content-Type",
        [.add(.header, Self.contentType, Self.form + ";charset=UTF-8")], .accepted("RFC 9110 §8.3.1"),
        "No mistake, yet servers that compare the whole value refuse it."),
      make(
        "not-encoded", "a form put together without encoding", [.frame(.init(carriage: .plainText))],
        .accepted("RFC 6749 appendix B"),
        "It goes well as long as no value holds & + % or =. Then one day it does not."),
      make(
        "percent", "a broken percent sign", [.frame(.init(carriage: .plainText)), .add(.form, "note", "100%")],
        .invalidRequest(.requestUndecodable), "A value that was not encoded and holds a percent sign."),
    ]
  }
}

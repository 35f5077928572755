import HTTPTypes
import OAuth

extension AuthorizationServer {
  /// For the person at the browser, where there is no client to trust with the error. RFC 6749 §4.1.2.1.
  func errorPage(_ refusal: Refusal, _ wording: Dialect.Wording) -> ResponseMessage {
    var response = respond(
      Page(title: "Request refused", content: content(refusal, wording)), status: wording.status)
    response.head.headerFields = response.head.headerFields.merging(wording.fields)
    return response
  }

  /// For a client that nobody vouched for: the person at the browser decides whether to go there. RFC 9700 §4.11.2.
  func errorPage(_ refusal: Refusal, _ wording: Dialect.Wording, leadingTo redirection: Redirection) -> ResponseMessage
  {
    let parameters = complete(wording.errorResponse ?? ErrorResponse(code: .serverError), for: redirection)
    let way: HTML =
      if let location = redirection.location(of: parameters) {
        "<p class=\"actions\"><a class=\"button\" href=\"\(location)\">Continue to the application</a></p>"
      } else {
        responseForm(parameters, to: redirection)
      }
    let page = Page(
      title: "Request refused",
      content: """
        <h1>This request was refused</h1>
        <p class="problem">\(wording.description ?? wording.error?.text ?? "")</p>
        <p class="notice">The application at <code>\(redirection.uri.origin)</code> registered itself here; nobody has
        checked who is behind it. Go there only if you know it.</p>
        <dl>
        <dt>Error</dt><dd><code>\(wording.error?.text ?? "")</code></dd>
        </dl>
        \(way)
        """)
    return respond(page, status: wording.status, formsLeadTo: redirection)
  }

  /// As a server that says one sentence and no more.
  func plainPage(_ wording: Dialect.Wording) -> ResponseMessage {
    let sentence = wording.description ?? ""
    var response = respond(
      Page(title: "Request refused", content: "<p class=\"problem\">\(sentence)</p>"), status: wording.status)
    response.head.headerFields = response.head.headerFields.merging(wording.fields)
    return response
  }

  private func content(_ refusal: Refusal, _ wording: Dialect.Wording) -> HTML {
    if case .endpointUnknown = refusal { return endpointList }
    let finding = refusal.finding
    let error: HTML = wording.error.map { "<dt>Error</dt><dd><code>\($0.text)</code></dd>" } ?? ""
    let description: HTML = wording.description.map { "<p class=\"problem\">\($0)</p>" } ?? ""
    let found: HTML = finding.found.map { "<dt>Found</dt><dd>\($0.shortened)</dd>" } ?? ""
    return """
      <h1>This request was refused</h1>
      \(description)
      <p>The authorization server shows the error here and sends nobody on: a redirect would need a client and an address
      that can be trusted.</p>
      <dl>
      \(error)
      \(found)
      </dl>
      <p>The playground's terminal shows every check of this request.</p>
      """
  }

  private var endpointList: HTML {
    let rows = [Endpoint.authorization, .token, .me, .metadata].filter(offers).map { endpoint -> HTML in
      "<dt>\(endpoint.rawValue)</dt><dd><code>\(path(of: endpoint))</code></dd>"
    }
    return """
      <h1>No such page</h1>
      <p>The endpoints of this authorization server are:</p>
      <dl>
      \(HTML(joining: rows))
      </dl>
      """
  }
}

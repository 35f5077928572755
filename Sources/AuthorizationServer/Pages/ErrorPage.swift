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

  private func content(_ refusal: Refusal, _ wording: Dialect.Wording) -> HTML {
    if case .endpointUnknown = refusal { return endpointList }
    let finding = refusal.finding
    let error: HTML = wording.error.map { "<dt>Error</dt><dd><code>\($0.code.text)</code></dd>" } ?? ""
    let description: HTML = wording.error?.description.map { "<p class=\"problem\">\($0)</p>" } ?? ""
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
    let rows = [Endpoint.authorization, .token, .me, .metadata].map { endpoint -> HTML in
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

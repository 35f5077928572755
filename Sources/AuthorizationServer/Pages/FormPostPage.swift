import OAuth

extension AuthorizationServer {
  /// The authorization response as a form that sends itself to the client. OAuth 2.0 Form Post Response Mode §2.
  ///
  /// Without scripts the button sends it. The form has no field of a name that could hide its `submit`.
  func formPostPage(_ parameters: Parameters, to redirection: Redirection) -> ResponseMessage {
    let page = Page(
      title: "Back to the application",
      content: """
        <h1>Back to the application</h1>
        <p>The answer goes to <code>\(redirection.uri.origin)</code>.</p>
        \(responseForm(parameters, to: redirection))
        """,
      script: "document.forms[0].submit()")
    return respond(page, formsLeadTo: redirection)
  }

  /// Hidden fields, each escaped, and a button for people. RFC 6749 §10.14.
  func responseForm(_ parameters: Parameters, to redirection: Redirection) -> HTML {
    let fields = parameters.elements.map { element -> HTML in
      "<input type=\"hidden\" name=\"\(element.name.text)\" value=\"\(exact: element.value)\">"
    }
    return """
      <form method="post" action="\(exact: redirection.uri.text)">
      \(HTML(joining: fields))
      <div class="actions">
      <button type="submit" autofocus>Continue</button>
      </div>
      </form>
      """
  }
}

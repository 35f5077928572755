import OAuth

/// What ties a form to the request it decides about.
struct InteractionForm {
  let handle: String
  let token: String

  var hiddenFields: HTML {
    """
    <input type="hidden" name="\(ParameterName.interaction.text)" value="\(handle)">
    <input type="hidden" name="\(ParameterName.formToken.text)" value="\(token)">
    """
  }
}

extension AuthorizationServer {
  func loginPage(_ pending: PendingAuthorization, form: InteractionForm, failed: Bool = false) -> ResponseMessage {
    let problem: HTML = failed ? "<p class=\"problem\" role=\"alert\">That username and password do not match.</p>" : ""
    let page = Page(
      title: "Sign in",
      content: """
        <h1>Sign in</h1>
        <p>\(clientName(pending)) asks for access in your name.</p>
        \(problem)
        \(loginForm(form, to: path(of: .login)))
        """)
    return respond(page, formsLeadTo: pending.request.redirection)
  }

  /// Names the client, where the answer goes, what is asked and who decides. RFC 6749 §10.2.
  func consentPage(_ pending: PendingAuthorization, form: InteractionForm, for username: String) -> ResponseMessage {
    let page = Page(
      title: "Allow access",
      content: """
        <h1>Allow access?</h1>
        <p><strong>\(clientName(pending))</strong> asks for access in your name.</p>
        \(hint(about: pending.request.client))
        <dl>
        <dt>You are</dt><dd>\(username)</dd>
        <dt>Client</dt><dd><code>\(pending.request.client.text)</code></dd>
        <dt>Answer to</dt><dd><code>\(pending.request.redirection.uri.origin)</code></dd>
        </dl>
        \(decisionForm(form, about: pending.request.scope, to: path(of: .consent)))
        """)
    return respond(page, formsLeadTo: pending.request.redirection)
  }

  /// Nobody checked the name of a client that registered itself. RFC 7591 §5.
  func hint(about client: ClientIdentifier) -> HTML {
    self.client(client)?.isSelfRegistered == true
      ? "<p>It registered itself here, and chose its name: nobody has checked who is behind it.</p>" : ""
  }

  func loginForm(_ form: InteractionForm, to action: String) -> HTML {
    """
    <form method="post" action="\(action)">
    \(form.hiddenFields)
    <label for="username">Username</label>
    <input type="text" id="username" name="\(ParameterName.username.text)" autocomplete="username" \
    autocapitalize="none" spellcheck="false" required autofocus>
    <label for="password">Password</label>
    <input type="password" id="password" name="\(ParameterName.password.text)" autocomplete="current-password" required>
    <button type="submit">Sign in</button>
    </form>
    """
  }

  func decisionForm(_ form: InteractionForm, about scope: Scope, to action: String) -> HTML {
    let boxes = scope.tokens.map { token -> HTML in
      """
      <label><input type="checkbox" name="\(ParameterName.scope.text)" value="\(token)" checked> \
      <code>\(token)</code> \(Self.meaning(ofScope: token))</label>
      """
    }
    return """
      <form method="post" action="\(action)">
      \(form.hiddenFields)
      <fieldset>
      <legend>It may</legend>
      \(HTML(joining: boxes))
      </fieldset>
      <button type="submit" name="\(ParameterName.decision.text)" value="allow">Allow</button>
      <button type="submit" class="quiet" name="\(ParameterName.decision.text)" value="deny">Deny</button>
      </form>
      """
  }

  private func clientName(_ pending: PendingAuthorization) -> String {
    client(pending.request.client)?.name ?? pending.request.client.text
  }

  private static func meaning(ofScope token: String) -> String {
    switch token {
    case "profile": "see your name"
    case "email": "see your email address"
    case "read": "read your data"
    case "openid": "learn who you are"
    case "address": "see your postal address"
    case "phone": "see your telephone number"
    case "offline_access": "keep access while you are away"
    default: ""
    }
  }
}

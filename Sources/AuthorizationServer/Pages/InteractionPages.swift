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
  func loginPage(_ pending: PendingAuthorization, form: InteractionForm, problem: String? = nil) -> ResponseMessage {
    let page = Page(
      title: "Sign in",
      content: """
        <h1>Sign in</h1>
        <p>\(clientName(pending.request.client)) asks for access in your name.</p>
        \(loginForm(form, to: path(of: .login), for: pending.request.authentication.loginHint, problem: problem))
        """)
    return respond(page, formsLeadTo: pending.request.redirection)
  }

  /// Names the client, where the answer goes, what is asked and who decides. RFC 6749 §10.2.
  func consentPage(_ pending: PendingAuthorization, form: InteractionForm, for username: String) -> ResponseMessage {
    let page = Page(
      title: "Allow access",
      content: """
        <h1>Allow access?</h1>
        <p>\(clientName(pending.request.client)) asks for access in your name.</p>
        \(hint(about: pending.request.client))
        <dl>
        <dt>You are</dt><dd>\(username)</dd>
        <dt>Client</dt><dd><code>\(pending.request.client.text)</code></dd>
        <dt>Answer to</dt><dd><code>\(pending.request.redirection.uri.origin)</code></dd>
        \(rows(of: pending.request.resources))
        </dl>
        \(decisionForm(form, about: pending.request.scope, to: path(of: .consent)))
        """)
    return respond(page, formsLeadTo: pending.request.redirection)
  }

  /// Where the access is for, if not for this server's own protected resource. RFC 8707 §2.1.
  func rows(of resources: [ResourceIndicator]) -> HTML {
    HTML(joining: resources.map { "<dt>Access to</dt><dd><code>\($0.text)</code></dd>" })
  }

  /// Nobody checked the name of a client that registered itself. RFC 7591 §5.
  func hint(about client: ClientIdentifier) -> HTML {
    self.client(client)?.isSelfRegistered == true
      ? """
      <p class="notice">It registered itself here, and chose its name: nobody has checked who is behind it.</p>
      """ : ""
  }

  /// Says nothing about which of the two was wrong. RFC 6749 §10.10.
  static var credentialsWrong: String { "That username and password do not match." }

  /// - Parameter hint: who the client thinks it is. OpenID Connect Core §3.1.2.1: `login_hint`.
  func loginForm(_ form: InteractionForm, to action: String, for hint: String? = nil, problem: String?) -> HTML {
    let fault: HTML = problem == nil ? "" : Self.faultyField
    // The cursor waits in the first field that is empty.
    let (atUsername, atPassword): (HTML, HTML) = hint == nil ? (" autofocus", "") : ("", " autofocus")
    return """
      \(problem.map(Self.problem) ?? "")
      <form method="post" action="\(action)">
      \(form.hiddenFields)
      <div>
      <label for="username">Username</label>
      <input type="text" id="username" name="\(ParameterName.username.text)" value="\(hint ?? "")" \
      autocomplete="username" autocapitalize="none" spellcheck="false"\(fault) required\(atUsername)>
      </div>
      <div>
      <label for="password">Password</label>
      <input type="password" id="password" name="\(ParameterName.password.text)" autocomplete="current-password"\(fault) \
      required\(atPassword)>
      </div>
      <div class="actions">
      <button type="submit">Sign in</button>
      </div>
      </form>
      """
  }

  /// Read out at once, and again with each field that it is about.
  static func problem(_ text: String) -> HTML {
    "<p class=\"problem\" id=\"problem\" role=\"alert\">\(text)</p>"
  }

  static let faultyField: HTML = " aria-invalid=\"true\" aria-describedby=\"problem\""

  func decisionForm(_ form: InteractionForm, about scope: Scope, to action: String) -> HTML {
    let boxes = scope.tokens.map { token -> HTML in
      """
      <div><label><input type="checkbox" name="\(ParameterName.scope.text)" value="\(token)" checked> \
      <span><code>\(token)</code> <small>\(Self.meaning(ofScope: token))</small></span></label></div>
      """
    }
    let name = ParameterName.decision.text
    return """
      <form method="post" action="\(action)">
      \(form.hiddenFields)
      <fieldset>
      <legend>It may</legend>
      \(HTML(joining: boxes))
      </fieldset>
      <div class="actions">
      <button type="submit" name="\(name)" value="\(ResourceOwnerDecision.allow.rawValue)">Allow</button>
      <button type="submit" class="quiet" name="\(name)" value="\(ResourceOwnerDecision.deny.rawValue)">Deny</button>
      </div>
      </form>
      """
  }

  /// The name, set apart: one that was written to be read from the right must not turn the sentence around it.
  func clientName(_ client: ClientIdentifier) -> HTML {
    "<strong><bdi>\(self.client(client)?.name ?? client.text)</bdi></strong>"
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

import OAuth

extension AuthorizationServer {
  /// Where the code of a device is entered, or confirmed where the address held it. RFC 8628 §3.3, §3.3.1.
  func userCodePage(_ code: String?, problem: String? = nil) -> ResponseMessage {
    let question: HTML =
      code == nil || problem != nil
      ? "<p>Enter the code that your device shows.</p>"
      : """
      <p>Continue only if your own device shows exactly this code at this moment.</p>
      <p class="notice">Stop here if somebody sent you the code or the link: they would get access in your name.</p>
      """
    return respond(
      Page(
        title: "Connect a device",
        content: """
          <h1>Connect a device</h1>
          \(question)
          \(problem.map(Self.problem) ?? "")
          <form method="post" action="\(path(of: .device))">
          <div>
          <label for="user_code">Code</label>
          <input type="text" class="code" id="user_code" name="\(ParameterName.userCode.text)" value="\(code ?? "")" \
          placeholder="XXXX-XXXX" maxlength="40" autocomplete="off" autocapitalize="characters" spellcheck="false"\
          \(problem == nil ? "" : Self.faultyField) required autofocus>
          </div>
          <div class="actions">
          <button type="submit">Continue</button>
          </div>
          </form>
          """))
  }

  func deviceLoginPage(_ device: DeviceAuthorization, form: InteractionForm, problem: String? = nil) -> ResponseMessage
  {
    respond(
      Page(
        title: "Sign in",
        content: """
          <h1>Sign in</h1>
          <p>\(clientName(device.client)) on the device that shows <code>\(device.userCode.description)</code> asks for \
          access in your name.</p>
          \(loginForm(form, to: path(of: .deviceLogin), problem: problem))
          """))
  }

  /// Names the device by its code, so that nobody allows the device of somebody else. RFC 8628 §3.3, §5.4.
  func deviceConsentPage(_ device: DeviceAuthorization, form: InteractionForm, for username: String) -> ResponseMessage
  {
    respond(
      Page(
        title: "Allow access",
        content: """
          <h1>Allow this device?</h1>
          <p>\(clientName(device.client)) asks for access in your name, on a device that you must have before
          you.</p>
          \(hint(about: device.client))
          <dl>
          <dt>Code</dt><dd><code class="code">\(device.userCode.description)</code></dd>
          <dt>You are</dt><dd>\(username)</dd>
          <dt>Client</dt><dd><code>\(device.client.text)</code></dd>
          \(rows(of: device.resources))
          </dl>
          <p class="notice">Deny if somebody sent you the code: they would get access in your name.</p>
          \(decisionForm(form, about: device.scope, to: path(of: .deviceConsent)))
          """))
  }

  func deviceConnectedPage(_ device: DeviceAuthorization) -> ResponseMessage {
    respond(
      Page(
        title: "Device connected",
        content: """
          <h1>The device is connected</h1>
          <p>\(clientName(device.client)) goes on by itself.</p>
          <p>You can close this page.</p>
          """))
  }

  func deviceDeniedPage(_ device: DeviceAuthorization) -> ResponseMessage {
    respond(
      Page(
        title: "Device denied",
        content: """
          <h1>The device was denied</h1>
          <p>\(clientName(device.client)) gets no access.</p>
          <p>You can close this page.</p>
          """))
  }
}

import HTTPTypes
public import OAuth

/// A run as a shell script of the requests that our own parties sent, each as a `curl` command.
///
/// Codes and tokens stand in it as they were, since the commands would say nothing without them.
public enum CurlScript {
  public static let heading = "#!/bin/sh\n# Codes expire and work once: put in those that you got.\n"

  public static func text(of run: ScenarioRun) -> String {
    var text = "\n# \(PrintableText.line("\(run.scenario.id): \(run.scenario.title)"))\n"
    for result in run.results {
      text += "\n# \(result.number). \(PrintableText.line(result.step.title))\n"
      for exchange in result.exchanges {
        text +=
          exchange.request.map(command)
          ?? "# a malformed request: \(PrintableText.line(exchange.problem ?? ""))\n"
      }
    }
    return text
  }

  /// Everything that was said in a session, whoever said it.
  public static func text(of exchanges: [Exchange]) -> String {
    heading
      + exchanges.map { exchange in
        "\n# \(exchange.number). \(ExchangeText(exchange, .shortened).arrow)\n"
          + (exchange.request.map(command) ?? "# a malformed request: \(PrintableText.line(exchange.problem ?? ""))\n")
      }.joined()
  }

  /// One request as a command.
  public static func command(_ request: RequestMessage) -> String {
    let authority = request.head.authority ?? ""
    var parts = ["curl -i --http1.1"]
    if request.head.method != .get || !request.body.isEmpty {
      parts.append("-X \(quoted(request.head.method.rawValue))")
    }
    parts.append(quoted("http://\(authority)\(request.target)"))
    for field in request.head.headerFields where !left.contains(field.name.canonicalName) {
      parts.append("-H \(quoted("\(field.name.rawName): \(field.value)"))")
    }
    if !request.body.isEmpty {
      // Without this, curl would say that it is a form.
      if request.mediaType == nil { parts.append("-H 'Content-Type:'") }
      parts.append("--data-raw \(quoted(String(decoding: request.body, as: UTF8.self)))")
    }
    return parts.joined(separator: " \\\n  ") + "\n"
  }

  /// Curl writes these itself.
  private static let left: Set<String> = ["host", "content-length"]

  /// Nothing is special between single quotes but the quote itself.
  private static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}

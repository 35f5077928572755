import AuthorizationServer
import HTTPTypes
import OAuth
import Testing

/// A request as it was sent to the real server, and what that one answered: status line, the headers that matter, body.
struct Capture: Sendable, CustomTestStringConvertible {
  let number: String
  let request: String
  let response: String

  init(_ number: String, _ request: String, _ response: String) {
    (self.number, self.request, self.response) = (number, request, response)
  }

  var testDescription: String { number }

  /// Sends it, and gives back as much of the answer as the capture shows.
  func replayed(in conversation: Conversation) -> String {
    let names = response.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().prefix { !$0.isEmpty }
      .compactMap { HTTPField.Name(String($0.prefix { $0 != ":" })) }
    let answer = conversation.browse(request)
    var lines = ["HTTP/1.1 \(answer.status) \(answer.response.head.status.reasonPhrase)"]
    var seen = Set<HTTPField.Name>()
    for name in names where seen.insert(name).inserted {
      lines += answer.response.head.headerFields[values: name].map { "\(name.rawName): \($0)" }
    }
    if !answer.body.isEmpty { lines += ["", answer.body] }
    return lines.joined(separator: "\n")
  }

  static func get(_ number: String, _ target: String, _ response: String) -> Capture {
    Capture(number, "GET \(target) HTTP/1.1\nHost: 127.0.0.1:8414", response)
  }

  /// - Parameter header: one more header line.
  static func post(
    _ number: String, _ target: String, _ body: String, header: String = "X-None: 1",
    type: String = "application/x-www-form-urlencoded", _ response: String
  ) -> Capture {
    Capture(
      number, "POST \(target) HTTP/1.1\nHost: 127.0.0.1:8414\nContent-Type: \(type)\n\(header)\n\n\(body)", response)
  }
}

import HTTPTypes

extension ResponseToSend {
  /// The wording for a malformed request whose listener's owner has none.
  init(refusing problem: MalformedRequest) {
    self.init(status: problem.status, sentence: problem.description)
  }

  static let tooManyConnections = ResponseToSend(
    status: .serviceUnavailable, sentence: "Too many connections are open at once.")

  private init(status: HTTPResponse.Status, sentence: String) {
    let head = HTTPResponse(
      status: status,
      headerFields: [.contentType: "text/plain; charset=utf-8", .xContentTypeOptions: "nosniff"])
    self.init(head: head, body: Array("\(status.code) \(status.reasonPhrase)\n\(sentence)\n".utf8))
  }
}

import HTTPTypes

extension RequestMessage {
  /// The request as HTTP/1.1 puts it on the wire, with exactly the fields that are there. RFC 9112 §2.1.
  public var octets: [UInt8] {
    var text = "\(head.method.rawValue) \(head.path ?? "/") HTTP/1.1\r\n"
    let namesHost = head.headerFields.contains { $0.name.canonicalName == "host" }
    if let authority = head.authority, !namesHost { text += "Host: \(authority)\r\n" }
    var octets = Array(text.utf8)
    for field in head.headerFields {
      octets += Array("\(field.name.rawName): ".utf8)
      octets += Array(field.value.utf8)
      octets += Array("\r\n".utf8)
    }
    return octets + Array("\r\n".utf8) + body
  }
}

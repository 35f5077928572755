/// The fields of a `multipart/form-data` body. RFC 7578. Files are left out: a token request has none.
public enum MultipartForm {
  /// Reads every part that has a name; what is no part is skipped.
  ///
  /// - Parameter contentType: the value of the header field, which names the boundary; nil without one.
  public static func parse(_ body: [UInt8], contentType: String) -> Parameters {
    guard let boundary = boundary(in: contentType) else { return [:] }
    var parameters = Parameters()
    let delimiter = Array("--\(boundary)".utf8)
    for part in parts(of: body, between: delimiter) {
      guard let end = firstIndex(of: Array("\r\n\r\n".utf8), in: part[...]) else { continue }
      let head = String(decoding: part[..<end], as: UTF8.self)
      guard let name = attribute("name", of: head), attribute("filename", of: head) == nil else { continue }
      let value = part[(end + 4)...]
      LenientForm.append(name, String(decoding: value, as: UTF8.self), to: &parameters)
    }
    return parameters
  }

  private static func boundary(in contentType: String) -> String? {
    for attribute in contentType.split(separator: ";").dropFirst() {
      let halves = attribute.split(separator: "=", maxSplits: 1)
      guard halves.count == 2, halves[0].drop(while: { $0 == " " }).asciiLowercased == "boundary" else { continue }
      let value = String(halves[1].filter { $0 != "\"" })
      return value.isEmpty || value.utf8.count > 200 ? nil : value
    }
    return nil
  }

  /// What stands between two delimiters, each of which begins a line.
  private static func parts(of body: [UInt8], between delimiter: [UInt8]) -> [[UInt8]] {
    var parts: [[UInt8]] = []
    var rest = body[...]
    guard let first = firstIndex(of: delimiter, in: rest) else { return [] }
    rest = rest[(first + delimiter.count)...]
    while let next = firstIndex(of: Array("\r\n".utf8) + delimiter, in: rest) {
      let part = rest[..<next]
      parts.append(Array(part.starts(with: Array("\r\n".utf8)) ? part.dropFirst(2) : part))
      rest = rest[(next + 2 + delimiter.count)...]
    }
    return parts
  }

  private static func firstIndex(of needle: [UInt8], in octets: ArraySlice<UInt8>) -> Int? {
    var start = octets.startIndex
    while start + needle.count <= octets.endIndex {
      if octets[start...].starts(with: needle) { return start }
      start += 1
    }
    return nil
  }

  /// `name` of `Content-Disposition: form-data; name="code"`.
  private static func attribute(_ name: String, of head: String) -> String? {
    for line in head.split(whereSeparator: \.isNewline) where line.asciiLowercased.hasPrefix("content-disposition:") {
      for attribute in line.split(separator: ";").dropFirst() {
        let halves = attribute.split(separator: "=", maxSplits: 1)
        guard halves.count == 2, halves[0].drop(while: { $0 == " " }) == name[...] else { continue }
        return String(halves[1].filter { $0 != "\"" })
      }
    }
    return nil
  }
}

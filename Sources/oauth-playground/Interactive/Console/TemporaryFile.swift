#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A file that only this account may read, for a text that another program works on.
struct TemporaryFile {
  let path: String

  private static let largest = 4 * 1024 * 1024

  /// - Parameter suffix: the end of its name, by which editors choose their colours.
  init(holding text: String, suffix: String, environment: [String: String]) throws(ProgramFault) {
    try self.init(holding: Array(text.utf8), suffix: suffix, environment: environment)
  }

  init(holding octets: [UInt8], suffix: String, environment: [String: String]) throws(ProgramFault) {
    let folder = environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    var name = Array("\(folder)/oauth-playground-XXXXXX\(suffix)".utf8CString)
    // Made with mode 0600.
    let file = mkstemps(&name, Int32(suffix.utf8.count))
    guard file >= 0 else { throw ProgramFault("no file can be made in \(folder): \(String(cString: strerror(errno)))") }
    defer { close(file) }
    path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    var rest = octets[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        remove()
        throw ProgramFault("\(path) cannot be written: \(String(cString: strerror(errno)))")
      }
      rest = rest.dropFirst(count)
    }
  }

  /// What it holds now.
  func text() throws(ProgramFault) -> String {
    guard access(path, F_OK) == 0 else { throw ProgramFault("the file is gone") }
    let octets = try InputFile.octets(of: path, limit: Self.largest, missing: "it is gone")
    guard octets.count <= Self.largest else { throw ProgramFault("the file is larger than 4 MiB") }
    guard let text = String(validating: octets, as: UTF8.self) else { throw ProgramFault("the file is not UTF-8") }
    return text
  }

  func remove() { unlink(path) }
}

import Playground

/// A file with something that somebody pasted.
enum PastedFile {
  /// What its text is read as; `-` is standard input. A fault tells file and line, and what was understood so far.
  static func read<Result>(
    _ file: String, _ read: (String) throws(PasteFault) -> Result
  ) throws(ProgramFault) -> Result {
    let octets = try InputFile.octets(
      of: file == "-" ? "/dev/stdin" : file, limit: PastedRequest.limit, missing: "no such file")
    guard let text = String(validating: octets, as: UTF8.self) else { throw ProgramFault("\(file): is not UTF-8") }
    do throws(PasteFault) {
      return try read(text)
    } catch {
      let context = error.understood.isEmpty ? "" : "; understood so far: \(PrintableText.line(error.understood))"
      throw ProgramFault("\(file):\(error.line): \(error.problem)\(context)")
    }
  }
}

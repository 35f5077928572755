import HTTPTypes
import OAuth

/// The request that a `curl` command would send, as far as options change it.
struct CurlCommand {
  private var method: String?
  private var url: ShellWords.Word?
  private var fields: [(name: String, value: String)] = []
  private var data: [String] = []
  private var isGet = false
  private var user: String?

  /// Options that change nothing about the request, without and with a value.
  private static let silent: Set<String> = [
    "-i", "--include", "-s", "--silent", "-S", "--show-error", "-v", "--verbose", "-k", "--insecure", "-L",
    "--location",
    "--http1.1", "--http2", "--compressed", "-f", "--fail", "--fail-with-body", "-fsS", "-fsSL", "--ssl-no-revoke",
    "-g", "--globoff", "-sS", "-#", "--progress-bar", "-N",
    "--no-buffer", "--no-progress-meter", "-sv", "-vs", "-is", "-si", "-4", "-6",
  ]
  private static let silentWithValue: Set<String> = [
    "-o", "--output", "-m", "--max-time", "--connect-timeout", "-w", "--write-out", "--cacert", "--retry", "-c",
    "--cookie-jar", "--resolve", "-x", "--proxy", "-D", "--dump-header",
  ]

  static func request(in words: [ShellWords.Word]) throws(PasteFault) -> RequestMessage {
    var command = CurlCommand()
    var rest = words.dropFirst()[...]
    while let word = rest.popFirst() {
      do throws(PasteFault) {
        try command.take(word, &rest)
      } catch {
        let done = words.prefix { $0.line < word.line || $0 != word }.map(\.text).joined(separator: " ")
        throw PasteFault(line: error.line, understood: done, problem: error.problem)
      }
    }
    return try command.message(words.first?.line ?? 1)
  }

  private mutating func take(_ word: ShellWords.Word, _ rest: inout ArraySlice<ShellWords.Word>) throws(PasteFault) {
    let (option, glued) = Self.split(word.text)
    guard option.hasPrefix("-"), option != "-" else {
      guard url == nil else { throw fault(word, "a second URL; one request is read") }
      url = word
      return
    }
    if Self.silent.contains(option) { return }
    if option == "-G" || option == "--get" {
      isGet = true
      return
    }
    guard Self.takesValue(option) else { throw fault(word, "\(option) is no option that is understood here") }
    guard let value = glued ?? rest.popFirst()?.text else { throw fault(word, "\(option) needs a value") }
    try apply(option, value, word)
  }

  private mutating func apply(_ option: String, _ value: String, _ word: ShellWords.Word) throws(PasteFault) {
    switch option {
    case "-X", "--request": method = value
    case "--url": url = ShellWords.Word(text: value, line: word.line)
    case "-H", "--header": try addField(value, word)
    case "-u", "--user": user = value
    case "--oauth2-bearer": fields.append(("Authorization", "Bearer \(value)"))
    case "-A", "--user-agent": fields.append(("User-Agent", value))
    case "-e", "--referer": fields.append(("Referer", value))
    case "-b", "--cookie": fields.append(("Cookie", value))
    case "--data-urlencode": data.append(Self.encoded(value))
    case "--json":
      data.append(value)
      fields += [("Content-Type", MediaType.json), ("Accept", MediaType.json)]
    case "-F", "--form":
      throw fault(word, "-F sends multipart/form-data, which no OAuth endpoint reads; write -d name=value")
    case _ where Self.silentWithValue.contains(option): break
    default:
      guard !value.hasPrefix("@") else {
        throw fault(word, "\(option) \(value) names a file; put its text here instead")
      }
      data.append(value)
    }
  }

  private mutating func addField(_ text: String, _ word: ShellWords.Word) throws(PasteFault) {
    guard let colon = text.firstIndex(of: ":") else { throw fault(word, "a header field is Name: value, not \(text)") }
    fields.append((String(text[..<colon]), String(text[text.index(after: colon)...].drop { $0 == " " })))
  }

  private func message(_ line: Int) throws(PasteFault) -> RequestMessage {
    guard let url else { throw PasteFault(line: line, understood: "curl", problem: "the command has no URL") }
    let body = data.joined(separator: "&")
    var target = url.text
    if isGet, !data.isEmpty { target += (target.contains("?") ? "&" : "?") + body }
    let sendsBody = !data.isEmpty && !isGet
    var head = fields
    if let user, !head.contains(where: { $0.name.lowercased() == "authorization" }) {
      head.append(("Authorization", "Basic \(Base64Standard.encode(user.utf8))"))
    }
    if sendsBody, !head.contains(where: { $0.name.lowercased() == "content-type" }) {
      head.append(("Content-Type", MediaType.form))
    }
    let parts = PastedURL(target)
    return try PastedRequest.message(
      method ?? (sendsBody ? "POST" : "GET"), parts.authority, parts.target, head, sendsBody ? Array(body.utf8) : [],
      line: url.line)
  }

  /// `-dname=value` and `--data=value` in their two parts.
  private static func split(_ word: String) -> (option: String, value: String?) {
    if word.hasPrefix("--"), let equals = word.firstIndex(of: "=") {
      return (String(word[..<equals]), String(word[word.index(after: equals)...]))
    }
    let short = String(word.prefix(2))
    if word.hasPrefix("-"), !word.hasPrefix("--"), word.count > 2, !silent.contains(word), takesValue(short) {
      return (short, String(word.dropFirst(2)))
    }
    return (word, nil)
  }

  private static func takesValue(_ option: String) -> Bool {
    let known: Set<String> = [
      "-X", "--request", "--url", "-H", "--header", "-u", "--user", "--oauth2-bearer", "-A", "--user-agent", "-e",
      "--referer", "-b", "--cookie", "-d", "--data", "--data-raw", "--data-ascii", "--data-binary",
      "--data-urlencode", "--json", "-F", "--form",
    ]
    return known.contains(option) || silentWithValue.contains(option)
  }

  /// `name=value` whose value is encoded, `=value` or `value` that is encoded whole.
  private static func encoded(_ text: String) -> String {
    guard let equals = text.firstIndex(of: "=") else { return PercentCoding.encode(text) }
    let name = text[..<equals]
    let value = PercentCoding.encode(String(text[text.index(after: equals)...]))
    return name.isEmpty ? value : "\(name)=\(value)"
  }

  private func fault(_ word: ShellWords.Word, _ problem: String) -> PasteFault {
    PasteFault(line: word.line, problem: problem)
  }
}

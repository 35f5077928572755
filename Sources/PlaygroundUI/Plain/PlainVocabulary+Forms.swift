import AuthorizationServer
import OAuth
import Playground
import Terminal

extension PlainVocabulary {
  static let forms: [Form] = steps + reading + server + program

  private static let steps: [Form] = [
    Form("send", "send", "send", "take the next step") { words, rest throws(PlainFault) in
      try rest.nothing()
      return try words.reply(to: .next, "send")
    },
    Form("request", "request", "request", "the request that is sent next") { words, rest throws(PlainFault) in
      try rest.nothing()
      return PlainReply(lines: PlainReport.request(of: words.model))
    },
    Form(
      "edit", "edit NAME VALUE", "edit client_secret wrong",
      "another value of a parameter or header field; one that is not there is added"
    ) { _, rest throws(PlainFault) in
      let (name, value) = try rest.nameAndValue()
      return PlainReply(wishes: [.set(name: name, value: value)])
    },
    Form("remove", "remove NAME", "remove code_verifier", "leave it out") { words, rest throws(PlainFault) in
      PlainReply(wishes: [.set(name: try words.field(rest.word()), value: nil)])
    },
    Form("right", "right NAME", "right client_secret", "back to the right value") { words, rest throws(PlainFault) in
      PlainReply(wishes: [.reset(name: try words.field(rest.word()))])
    },
    Form(
      "break", "break [NAME]", "break token.code_verifier.left-out", "make a known mistake; alone it lists them"
    ) { words, rest throws(PlainFault) in
      if rest.isEmpty { return PlainReply(wishes: [.open(.mistakes), .read(.list)]) }
      return PlainReply(wishes: [.open(.mistakes), .choose(try rest.word()), .command(.next)])
    },
    Form("new", "new", "new", "a new code: authorize again, sign in, allow") { words, rest throws(PlainFault) in
      try rest.nothing()
      return try words.reply(to: .newCode, "new")
    },
    Form(
      "scenario", "scenario ID", "scenario code-replayed", "start a scenario from its first step"
    ) { words, rest throws(PlainFault) in try words.scenario(rest.word()) },
    Form(
      "answer", "answer NUMBER", "answer 2", "answer the scenario's question"
    ) { words, rest throws(PlainFault) in try words.answer(rest.number()) },
    Form(
      "rewind", "rewind NUMBER", "rewind 1", "go back to a moment, as moments numbers them"
    ) { _, rest throws(PlainFault) in
      PlainReply(wishes: [.open(.moments), .choose(String(try rest.number())), .command(.next)])
    },
  ]

  private static let reading: [Form] = [
    Form(
      "explain", "explain [WORD]", "explain invalid_grant",
      "the last answer, an exchange by its number, or a word: an error code, a parameter, a check, a policy"
    ) { words, rest throws(PlainFault) in try words.explain(rest) },
    Form(
      "checks", "checks [NUMBER]", "checks 7", "every check of the last exchange, or of another one"
    ) { words, rest throws(PlainFault) in
      PlainReply(lines: PlainReport.checks(of: try words.exchange(rest), in: words.model))
    },
    Form("raw", "raw [NUMBER]", "raw 7", "the octets of the last exchange, or of another one") {
      words, rest throws(PlainFault) in PlainReply(lines: PlainReport.raw(try words.exchange(rest), in: words.model))
    },
    Form("log", "log [TEXT]", "log /token", "every exchange so far, or those with a text") { words, rest in
      PlainReply(lines: PlainReport.log(of: words.model, having: rest.whole))
    },
    Form("time", "time", "time", "the server's clock, and what runs out") { words, rest throws(PlainFault) in
      try rest.nothing()
      return PlainReply(lines: PlainReport.time(of: words.model))
    },
    Form("scenarios", "scenarios [ID]", "scenarios code-expired", "the scenarios, or one of them") {
      words, rest throws(PlainFault) in try words.reply(in: .scenarios, rest)
    },
    Form("moments", "moments [NUMBER]", "moments 2", "what one can go back to, and the ways that were left") {
      words, rest throws(PlainFault) in try words.reply(in: .moments, rest)
    },
    Form("tokens", "tokens [NUMBER [ACT]]", "tokens 3 tamper", "the signed token, a claim, a check, what to do to it") {
      words, rest throws(PlainFault) in try words.reply(in: .token, rest)
    },
    Form("token", "token TEXT", "token eyJhbGciOiJub25lIn0.e30.", "a token from elsewhere") {
      _, rest throws(PlainFault) in
      PlainReply(wishes: [.open(.token), .command(.token(.take)), .answer(try rest.word()), .read(.list)])
    },
    Form(
      "diagnose", "diagnose REQUEST", "diagnose curl http://127.0.0.1:8414/me",
      "what the server would say to a curl command or an address; nothing is sent"
    ) { _, rest throws(PlainFault) in
      guard !rest.isEmpty else { throw rest.wrong }
      return PlainReply(wishes: [.open(.diagnosis), .command(.next), .answer(rest.whole), .read(.entry)])
    },
  ]

  private static let server: [Form] = [
    Form(
      "compare", "compare [NAME [NUMBER]]", "compare wp-oauth 7",
      "put the request that is sent next, or an exchange, to another server, too; alone it lists them"
    ) { words, rest throws(PlainFault) in try words.compare(rest) },
    Form("advance", "advance SECONDS", "advance 31", "the server's clock goes forward") { _, rest throws(PlainFault) in
      let seconds = try rest.number()
      guard seconds <= 366 * 86_400 else { throw rest.wrong }
      return PlainReply(wishes: [.advance(.seconds(seconds))])
    },
    Form(
      "policy", "policy [NAME [VALUE]]", "policy codeLifetime 5",
      "the switches of the server, one of them, another value"
    ) { words, rest throws(PlainFault) in try words.policy(rest) },
    Form(
      "inspector", "inspector [NUMBER [ACT]]", "inspector 9 expire",
      "what the server knows, one entry of it, what to do with that"
    ) { words, rest throws(PlainFault) in try words.reply(in: .inspector, rest) },
  ]

  private static let program: [Form] = [
    Form(
      "copy", "copy WHAT", "copy curl", "write it out: \(copies.map(\.rawValue).joined(separator: ", "))"
    ) { _, rest throws(PlainFault) in
      let word = try rest.word()
      guard let kind = copies.first(where: { $0.rawValue == word }) else { throw rest.wrong }
      return PlainReply(wishes: [.command(.copy(kind))])
    },
    Form("help", "help", "help", "the words") { words, rest throws(PlainFault) in
      try rest.nothing()
      return PlainReply(lines: words.help)
    },
    Form("quit", "quit", "quit", "leave") { _, rest throws(PlainFault) in
      try rest.nothing()
      return PlainReply(leaves: true)
    },
  ]

  private static let copies: [CopyKind] = [.curl, .url, .request, .response, .requestBody, .responseBody]
}

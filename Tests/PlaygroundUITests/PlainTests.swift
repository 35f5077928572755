import OAuth
import OAuthClient
import Playground
import Testing

@testable import PlaygroundUI

@Suite struct `Lines instead of a screen` {
  /// Says words to a rig, as the loop of line mode does; what is answered.
  private func say(_ lines: String..., to rig: Rig = Rig()) -> [String] {
    lines.flatMap { line -> [String] in
      let reply: PlainReply
      do throws(PlainFault) {
        reply = try PlainVocabulary(rig.model).reply(to: line)
      } catch {
        return ["ERROR: \(error.message)."]
      }
      var told = reply.lines
      for message in reply.messages {
        let before = rig.model
        let effects = rig.effects.count
        rig.handle(message)
        for case .page(_, let text) in rig.effects[effects...] { told += text.split(separator: "\n").map(String.init) }
        told += PlainReport.news(from: before, to: rig.model, isAnswer: true)
        if rig.model.notice?.isProblem == true { break }
      }
      rig.handle(.wished(.leave))
      return told
    }
  }

  @Test func `the first lines say where everything is`() {
    #expect(
      PlainReport.greeting(of: Rig().model) == [
        "Server http://127.0.0.1:8414, client http://127.0.0.1:8252, profile strict.",
        "Scenario happy-path: Authorization code + PKCE.", "Commands are words; help lists them.",
      ])
  }

  @Test func `a prompt says the step, the code's life and what is possible`() {
    let rig = Rig()
    #expect(
      PlainReport.prompt(for: rig.model)
        == "Step 1 of 4: the browser opens the authorization request. "
        + "send, request, edit NAME VALUE, explain, break, time, help, quit > ")
    _ = say("send", "send", to: rig)
    rig.pass(.seconds(3))
    #expect(
      PlainReport.prompt(for: rig.model)
        == "Step 3 of 4: the client redeems the code. The code lives 27 s more. "
        + "send, request, edit NAME VALUE, new, explain, break, time, help, quit > ")
  }

  @Test func `a request, or an exchange, is put to another server`() {
    let rig = Rig()
    _ = say("send", "send", "edit client_secret wrong", to: rig)
    let next = say("compare bshaffer", to: rig)
    #expect(
      next.prefix(4) == [
        "strict and bshaffer.", "   differs: They answer differently.",
        "   strict: POST /token: refused: 401 clientSecretWrong",
        "   bshaffer: POST /oauth/token: refused: 400 clientSecretWrong",
      ])
    #expect(next.contains("   differs: passed: grant_type is there"))
    #expect(
      next.last
        == "   clientAuthenticated: bshaffer: Wrong client credentials are a 400 without a challenge; RFC 6749 §5.2 wants 401."
    )
    _ = say("send", "right client_secret", "send", to: rig)
    let past = say("compare oauth21 7", to: rig)
    #expect(past.contains("   strict: POST /token: refused: 401 clientSecretWrong"))
    #expect(past.contains("   both servers are as they were before exchange 7"))
    #expect(say("compare", to: rig)[1].hasPrefix("   1. strict: RFC 6749, "))
  }

  @Test func `what cannot be compared is told`() {
    let rig = Rig()
    _ = say("send", "send", to: rig)
    #expect(say("compare bshafer", to: rig) == ["ERROR: Compare has no entry \"bshafer\"; did you mean \"bshaffer\"?"])
    #expect(say("compare bshafer 1", to: rig) == say("compare bshafer", to: rig))
    #expect(say("compare bshaffer 99", to: rig) == ["ERROR: there is no exchange 99; log lists them."])
    #expect(say("compare bshaffer 5", to: rig) == ["ERROR: exchange 5 is no request to the server."])
    #expect(
      say("compare bshaffer one", to: rig)
        == ["ERROR: expected compare [NAME [NUMBER]], as in compare wp-oauth 7."])
  }

  @Test func `a refusal is told with what, why, now and fix`() {
    let rig = Rig()
    _ = say("send", "send", to: rig)
    #expect(say("edit client_secret wrong", to: rig) == ["   client_secret: wrong, edited"])
    #expect(
      say("send", to: rig).drop { !$0.contains("POST /token") } == [
        "7    12:00:00.000  client to server    POST /token               401 in 2 ms    "
          + "ERROR invalid_client clientSecretWrong",
        "   What: The secret sent for workshop-app, 5 octets long, is not the registered one.",
        "   Why: The secret tells the real client from everybody who knows its name. "
          + "It is checked before the code is even looked at.",
        "   Now: The code is NOT used up: 30 s left.",
        "   Fix: Copy the secret again, without spaces or line ends; for Basic, form-encode it. "
          + "This mistake does not use up the code.",
        "   Stops: Somebody with a stolen code who poses as the client.",
        "Note: not as the scenario has it (401, not 200): try again.",
      ])
    #expect(rig.model.hasMissed)
    let checks = say("checks", to: rig)
    #expect(checks.contains("   passed: the client is registered: confidential client workshop-app"))
    #expect(checks.contains("   REFUSED: the client proves who it is, RFC 6749 §3.2.1"))
    #expect(checks.contains("      found: wrong"))
    #expect(checks.contains("   not reached: grant_type is there"))
    #expect(say("undo", "send", to: rig).contains { $0.contains("200 in") })
    #expect(!rig.model.hasMissed)
  }

  @Test func `fields are named, and told when they change by whatever word`() {
    let rig = Rig()
    _ = say("send", to: rig)
    #expect(say("other-user", to: rig) == ["   username: bob, edited", "   password: builder, edited"])
    #expect(say("D", to: rig) == ["   decision: deny, edited"])
    #expect(say("undo", to: rig) == ["   decision: allow"])
    #expect(
      say("stage-next", "remove code_verifier", "edit X-Extra \"\"", to: rig).suffix(2) == [
        "   code_verifier: not sent, left out", "   X-Extra: empty, added",
      ])
    #expect(say("right code_verifier", to: rig).first?.hasPrefix("   code_verifier: ") == true)
    #expect(
      say("remove client_secre", to: rig).first?.hasPrefix(
        #"ERROR: the request has no "client_secre"; did you mean "client_secret"?"#) == true)
  }

  @Test func `time is told when asked, and when it was moved`() {
    let rig = Rig()
    _ = say("send", "send", to: rig)
    rig.pass(.seconds(12))
    #expect(say("time", to: rig) == ["The server's time is 12:00:12.", "The code lives 18 s more."])
    #expect(say("advance 20", to: rig) == ["The server's time is 12:00:32.", "The code has expired."])
    #expect(say("pause", to: rig) == ["The server's clock stands still."])
    #expect(
      say("time", to: rig) == ["The server's time is 12:00:32, and stands still.", "The code has expired."])
  }

  @Test func `secrets are hidden everywhere once they are`() {
    let rig = Rig()
    _ = say("send", "send", "send", "send", to: rig)
    #expect(say("secrets", to: rig) == ["Codes, tokens and secrets are hidden."])
    let code = rig.model.walkthrough.timeline.exchanges[4].request?.target.split(separator: "code=").last?.prefix(30)
    let token = rig.model.walkthrough.client.accessToken?.token.text
    let told = say(
      "raw 5", "raw", "request", "checks", "checks 5", "log", "moments 1", "moments 2", "explain 5", "inspector",
      "tokens 4",
      "copy curl", to: rig)
    #expect(told.count > 60)
    for secret in [code.map(String.init), token, "workshop-secret"] {
      #expect(!told.contains { $0.contains(secret ?? "workshop-secret") }, "\(secret ?? "")")
    }
  }

  @Test func `views are numbered lists, and their acts can be said`() {
    let rig = Rig()
    _ = say("send", "send", to: rig)
    let list = say("inspector", to: rig)
    let code = list.first { $0.contains("active: 30 s") }?.split(separator: ".").first.map { $0.drop { $0 == " " } }
    #expect(list.contains("   1. workshop-app: confidential"))
    #expect(say("inspector \(code ?? "")", to: rig).contains("   user: alice"))
    #expect(say("inspector \(code ?? "") expire", to: rig).last?.contains("expired") == true)
    #expect(say("inspector-take-back", to: rig).last?.hasPrefix("Note: taken back") == true)
    #expect(say("inspector 99", to: rig) == [#"ERROR: Inspector has no entry "99"."#])
    #expect(say("inspector 1 expire", to: rig) == ["ERROR: not now: only codes and tokens expire."])
    #expect(say("inspector 1 dance", to: rig).first?.contains("there are: expire, delete") == true)
    #expect(say("rewind 1", to: rig).first == "Stage 2: code.")
    #expect(rig.model.isClear)
  }

  @Test func `the policy is listed, told and changed`() {
    let rig = Rig()
    #expect(say("policy", to: rig).contains("   1. codeLifetime: 30 s"))
    #expect(say("policy codeLifetime 5", to: rig) == ["Note: codeLifetime is 5 now, was 30."])
    #expect(say("policy codeLifetime", to: rig).contains("   5 s: the profile has 30 s"))
    #expect(say("policy codeLifetime standard", to: rig).last?.contains("codeLifetime is 30 now") == true)
    #expect(say("policy codeLifetim 5", to: rig).first?.contains(#"did you mean "codeLifetime"?"#) == true)
    #expect(say("policy codeLifetime soon", to: rig).first?.hasPrefix("ERROR: ") == true)
  }

  @Test func `a known mistake is made by its name, and a token tampered with by a number`() {
    let rig = Rig()
    _ = say("send", "send", to: rig)
    #expect(say("break", to: rig).contains("   1. token.grant_type.left-out: refused: leave out grant_type"))
    #expect(
      say("break token.code_verifier.left-out", to: rig).first == "   code_verifier: not sent, left out")
    _ = say("undo", "send", to: rig)
    let number = say("tokens", to: rig).first { $0.hasSuffix(". another issuer") }?.split(separator: ".").first
    #expect(say("tokens \(number?.drop { $0 == " " } ?? "") tamper", to: rig).first?.contains("refused: ") == true)
    #expect(say("token-use", to: rig).first?.hasPrefix("   Authorization: Bearer ") == true)
  }

  @Test func `the whole request goes to an editor, and what comes back is taken over or sent as it is`() {
    let rig = Rig()
    _ = say("send", "send", "raw-editor", to: rig)
    guard case .edit(let text)? = rig.effects.last else {
      Issue.record("no editor")
      return
    }
    #expect(text.hasPrefix("POST /token HTTP/1.1\n"))
    rig.handle(.edited(.text(text.replacing("workshop-secret", with: "guessed"))))
    #expect(say("request", to: rig).contains("   client_secret: guessed, edited"))
    #expect(say("help", to: rig).contains { $0.hasPrefix("raw-editor: ") })
  }

  @Test func `the session is exported with what is shown of it`() {
    let rig = Rig()
    #expect(say("export-har", to: rig) == ["ERROR: not now: no exchange yet."])
    _ = say("send", "send", "send", "secrets", "export-transcript", "export-har", "export-curl", to: rig)
    let files = rig.effects.compactMap { effect -> Exported? in
      if case .save(let exported) = effect { exported } else { nil }
    }
    #expect(files.map(\.fileExtension) == ["md", "har", "sh"])
    #expect(files.map(\.name) == Array(repeating: "oauth-playground-20261121-120000", count: 3))
    #expect(files[0].text.hasPrefix("# Authorization code + PKCE\n\n## 1. browser → server  GET /authorize  200\n"))
    #expect(files[0].text.contains("POST /token HTTP/1.1"))
    #expect(files[2].text.contains("'http://127.0.0.1:8414/token'"))
    for file in files[..<2] { #expect(!file.text.contains("workshop-secret")) }
  }

  @Test func `a question is answered by a number`() {
    let rig = Rig()
    #expect(say("question", to: rig) == ["ERROR: not now: the question comes when the last step is done."])
    _ = say("send", "send", "send", "send", to: rig)
    #expect(say("question", to: rig).count == 5)
    #expect(say("answer 4", to: rig) == ["ERROR: the answers are 1 to 3."])
    #expect(say("answer 1", to: rig).first?.hasPrefix("Note: right: ") == true)
  }

  @Test(arguments: [
    ("bogus", "“bogus” is no word here"), ("sned", "did you mean \"send\"?"), ("edit", "expected edit NAME VALUE"),
    ("edit x", "as in edit client_secret wrong"), ("send now", "expected send"), ("advance soon", "expected advance"),
    ("advance -1", "expected advance"), ("zoom", "“zoom” needs a screen"), ("checks", "no exchange yet"),
    ("raw 7", "there is no exchange 7"), ("scenario hapy-path", "did you mean \"happy-path\"?"),
    ("explain invalid_gant", "did you mean invalid_grant?"), ("undo", "not now: nothing to undo"),
    ("copy everything", "expected copy WHAT"), ("\u{1B}[2J", #"\x1b[2J"#),
    ("diagnose", "expected diagnose REQUEST"), ("diagnose nonsense", "ERROR: "),
  ])
  func `what means nothing is told with what would`(_ line: String, _ complaint: String) {
    #expect(say(line).last?.contains(complaint) == true, "\(say(line))")
  }

  @Test func `every word of the help means something, and nothing that is told is drawn`() {
    let rig = Rig()
    _ = say("send", "send", "send", to: rig)
    let words = say("help", to: rig).dropLast().compactMap { $0.split { ": [".contains($0) }.first.map(String.init) }
    #expect(words.count > 40)
    for word in words {
      let told = say(word, to: rig)
      #expect(!told.contains { $0.contains("is no word here") || $0.contains("needs a screen") }, "\(word)")
      let drawn = told.filter { line in line.unicodeScalars.contains { (0x2500...0x259F).contains($0.value) } }
      #expect(drawn.isEmpty, "\(word): \(drawn)")
    }
  }
}

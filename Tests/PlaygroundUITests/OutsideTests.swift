import OAuth
import OAuthClient
import Playground
import Terminal
import Testing

@testable import PlaygroundUI

@Suite("Copying, pager, editor") struct OutsideTests {
  private func copied(_ rig: Rig) -> String? {
    guard case .copy(let copied)? = rig.effects.last else { return nil }
    return String(decoding: copied.octets, as: UTF8.self)
  }

  @Test func `y and a digit copy the value under the cursor, the URL, a body, the curl command`() {
    let rig = Rig().press("enter", "enter", "down", "y", "1")
    #expect(copied(rig) == rig.model.editor?.fields[1].value)
    rig.press("y", "2")
    #expect(copied(rig) == "http://127.0.0.1:8414/token")
    rig.press("y", "3")
    #expect(copied(rig)?.hasPrefix("grant_type=authorization_code&code=") == true)
    rig.press("c")
    #expect(copied(rig)?.hasPrefix("curl -i --http1.1") == true)
  }

  @Test func `the screen is copied as the text that stands there, without the menu`() {
    let rig = Rig().press("enter")
    let screen = rig.screen
    rig.press("y", "8")
    #expect(copied(rig) == screen + "\n")
  }

  @Test func `what cannot be copied says why`() {
    let rig = Rig().press("3", "y", "1")
    #expect(rig.lines[22].contains("not now: the cursor is on no value: press 1"))
    #expect(rig.effects.isEmpty)
  }

  @Test func `how it was copied is said, with the number of octets`() {
    let rig = Rig()
    rig.handle(.copied(what: "the URL", octets: 27, .multiplexer))
    #expect(rig.lines[22].hasPrefix(" the URL, 27 octets, copied to tmux and its terminal"))
    rig.handle(.copied(what: "the URL", octets: 27, .file("/tmp/x.txt")))
    #expect(rig.lines[22].contains("to the file /tmp/x.txt"))
  }

  @Test func `o hands the panel to the pager, whole and made visible`() {
    let rig = Rig().press("enter")
    rig.receive(.get("/authorize?state=%1B%5B31m\u{202E}", authority: "127.0.0.1:8414"))
    rig.press("4", "G", "o")
    guard case .page("raw", let text)? = rig.effects.last else {
      Issue.record("no pager")
      return
    }
    #expect(text.contains("GET /authorize"))
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || ($0.value >= 0x20 && $0.value != 0x7F) })
  }

  @Test func `r gives the whole request to the editor`() {
    let rig = Rig().press("enter", "enter", "r")
    guard case .edit(let text)? = rig.effects.last else {
      Issue.record("no editor")
      return
    }
    #expect(text.hasPrefix("POST /token HTTP/1.1\nHost: 127.0.0.1:8414\n"))
    #expect(text.contains("\n\ngrant_type=authorization_code&code="))
  }

  @Test func `a changed parameter comes back as a change of the form, which undo takes back`() {
    let rig = Rig().press("enter", "enter", "r")
    guard case .edit(let text)? = rig.effects.last else { return }
    rig.handle(.edited(.text(text.replacing("client_id=workshop-app", with: "client_id=other-app"))))
    #expect(rig.model.editor?.fields.first { $0.name == "client_id" }?.value == "other-app")
    #expect(rig.lines[22].contains("taken over"))
    rig.press("u")
    #expect(rig.model.editor?.isChanged == false)
  }

  @Test func `a parameter added, one left out and a header field come back as changes too`() {
    let rig = Rig().press("enter", "enter", "r")
    guard case .edit(let text)? = rig.effects.last else { return }
    let edited =
      text.replacing("Host: 127.0.0.1:8414\n", with: "Host: 127.0.0.1:8414\nAccept: text/html\n")
      .replacing("client_id=workshop-app&", with: "").trimmed + "&scope=profile\n"
    rig.handle(.edited(.text(edited)))
    let fields = rig.model.editor?.fields ?? []
    #expect(fields.first { $0.name == "client_id" }?.condition == .removed)
    #expect(fields.first { $0.name == "scope" }?.condition == .added)
    #expect(fields.contains { $0.name == "Accept" && $0.value == "text/html" })
  }

  @Test(arguments: [
    ("POST /token HTTP/1.1", "POST /tokens HTTP/1.1"), ("POST /token HTTP/1.1", "PUT /token HTTP/1.1"),
    ("POST /token HTTP/1.1", "POST /token HTTP/1.0"), ("Host: 127.0.0.1:8414", "Host: evil.example"),
    ("grant_type=authorization_code", "grant_type=%zz"), ("grant_type=authorization_code&", "grant_type&&"),
  ])
  func `what changes of fields cannot say is sent octet for octet, with the length put right`(
    before: String, after: String
  ) {
    var model = Rig().press("enter", "enter").model
    let text = model.rawText ?? ""
    let edited = text.replacing(before, with: after)
    #expect(edited != text)
    let effects = model.update(.edited(.text(edited)), at: Rig.start)
    guard case .send(let dispatch)? = effects.last else {
      Issue.record("nothing was sent")
      return
    }
    let octets = String(decoding: dispatch.octets, as: UTF8.self)
    let parts = octets.split(separator: "\r\n\r\n", maxSplits: 1)
    #expect(octets.contains(after))
    #expect(parts[0].contains("Content-Length: \(parts[1].utf8.count)"))
    #expect(model.rawText == edited)
  }

  @Test func `a length that was changed by hand stays wrong`() {
    var model = Rig().press("enter", "enter").model
    let text = model.rawText ?? ""
    let length = text.split(separator: "\n").first { $0.hasPrefix("Content-Length") } ?? ""
    let effects = model.update(.edited(.text(text.replacing(length, with: "Content-Length: 7"))), at: Rig.start)
    guard case .send(let dispatch)? = effects.last else {
      Issue.record("nothing was sent")
      return
    }
    #expect(String(decoding: dispatch.octets, as: UTF8.self).contains("\r\nContent-Length: 7\r\n"))
  }

  @Test func `an editor that failed or changed nothing leaves the request as it was`() {
    let rig = Rig().press("enter", "enter", "r")
    rig.handle(.edited(.unchanged))
    #expect(rig.lines[22].contains("nothing was changed"))
    rig.handle(.edited(.failed("vi ended with status 1; nothing was changed")))
    #expect(rig.lines[22].contains("vi ended with status 1"))
    rig.handle(.edited(.text(" \n")))
    #expect(rig.lines[22].contains("an empty text"))
    #expect(rig.model.editor?.isChanged == false)
  }

  @Test func `m turns the mouse on and off and says what selects text`() {
    let rig = Rig().press("m")
    #expect(rig.effects == [.mouse(true)])
    #expect(rig.lines[22].contains("shift selects text"))
    rig.press("m")
    #expect(rig.effects == [.mouse(true), .mouse(false)])
  }
}

extension String {
  fileprivate var trimmed: String { hasSuffix("\n") ? String(dropLast()) : self }
}

@Suite("Going back on the screen") struct MomentKeyTests {
  @Test func `w lists the moments, and Enter goes back to the one before the token request`() {
    let rig = Rig().press("enter", "enter", "enter")
    #expect(rig.model.walkthrough.status(.token) == .passed("token received"))
    rig.press("w")
    #expect(rig.screen.contains("before token"))
    #expect(rig.screen.contains("Undone then"))
    rig.press("enter")
    #expect(rig.model.views == [])
    #expect(rig.model.walkthrough.current == .token)
    #expect(rig.model.walkthrough.status(.token) == .notStarted)
    rig.press("enter")
    #expect(rig.model.walkthrough.status(.token) == .passed("token received"))
  }

  @Test func `the way that was left is compared with the one taken since`() {
    let rig = Rig(100, 40).press("enter", "enter", "enter", "w", "enter", "x", "enter", "w", "G")
    #expect(rig.screen.contains("branch 1, left"))
    #expect(rig.screen.contains("≠ POST /token"))
    #expect(rig.screen.contains("authorizationCodeExpired"))
  }

  @Test func `before anything was sent there is nothing to go back to`() {
    let rig = Rig().press("w")
    #expect(rig.screen.contains("Nothing was sent yet."))
    rig.press("enter")
    #expect(rig.model.views == [.moments])
  }
}

@Suite("Diagnosis on the screen") struct DiagnosisKeyTests {
  @Test func `a pasted command of several lines is examined on the server as it stands, and nothing is sent`() {
    let rig = Rig(100, 40).press("enter", "enter", "C", "enter")
    let exchanges = rig.model.walkthrough.timeline.total
    rig.handle(
      .key(
        .paste(
          "curl http://127.0.0.1:8414/token \\\n -d grant_type=authorization_code -d code=nonsense \\\n -u workshop-app:no\n"
        )))
    #expect(rig.lines.contains { $0.contains("┃ ✓ the client is registered  ") })
    #expect(rig.lines.contains { $0.contains("┃ ✗ the client proves who it is") })
    #expect(rig.lines.contains { $0.contains("┃ · grant_type is there") })
    #expect(rig.screen.contains("It would be refused with 401 invalid_client."))
    #expect(rig.model.walkthrough.timeline.total == exchanges)
  }

  @Test func `what is no request is said, with what was understood`() {
    let rig = Rig(120, 36).press("C", "enter").type("curl http://h -F a=b").press("enter")
    #expect(rig.screen.contains("-F sends multipart/form-data"))
    #expect(rig.model.views == [.diagnosis])
  }
}

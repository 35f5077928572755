import HTTPTypes
import OAuth
import OAuthClient
import Testing

@testable import Playground

@Suite struct `Editing a request` {
  let editor = RequestEditor(
    RequestDraft(
      .post, reading: "http://127.0.0.1:8414/token", fields: [.accept: "a"], body: .form(["code": "c", "scope": "s"])))

  @Test func `each field is changed, removed, added and reset by itself`() throws {
    var editor = editor
    editor.set(0, to: "other")
    editor.remove(1)
    editor.add(.form, "extra", "1")
    #expect(editor.fields.map(\.condition) == [.edited, .removed, .unchanged, .added])
    #expect(wire(editor) == "code=other&extra=1")
    editor.reset(0)
    editor.reset(1)
    editor.remove(3)
    #expect(!editor.isChanged)
    #expect(wire(editor) == "code=c&scope=s")
  }

  @Test func `a value set to what it was is unchanged again`() {
    var editor = editor
    editor.set(0, to: "x")
    editor.set(0, to: "c")
    #expect(editor.fields[0].condition == .unchanged)
  }

  @Test func `undo and redo go step by step, and a new change ends redo`() {
    var editor = editor
    editor.set(0, to: "1")
    editor.set(0, to: "2")
    editor.undo()
    #expect(editor.fields[0].value == "1")
    #expect(editor.canRedo)
    editor.redo()
    #expect(editor.fields[0].value == "2")
    editor.undo()
    editor.remove(1)
    #expect(!editor.canRedo)
    editor.undo()
    editor.undo()
    editor.undo()
    #expect(editor.fields == self.editor.fields)
    #expect(!editor.canUndo)
  }

  @Test func `an override finds headers without case and parameters with it`() {
    var editor = editor
    editor.override(.header, "ACCEPT", with: "b")
    editor.override(.form, "Code", with: "added")
    editor.override(.form, "nothing", with: nil)
    #expect(editor.fields.map(\.name) == ["code", "scope", "Accept", "Code"])
    #expect(editor.draft.fields[.accept] == "b")
    #expect(wire(editor) == "code=c&scope=s&Code=added")
  }

  @Test func `a new draft brings new values and keeps what was changed by hand`() {
    var editor = editor
    editor.set(1, to: "mine")
    editor.add(.form, "extra", "1")
    editor.rebase(
      on: RequestDraft(
        .post, reading: "http://127.0.0.1:8414/token", body: .form(["code": "new", "scope": "s2"])))
    #expect(wire(editor) == "code=new&scope=mine&extra=1")
    editor.resetAll()
    #expect(wire(editor) == "code=new&scope=s2")
  }

  private func wire(_ editor: RequestEditor) -> String {
    String(decoding: editor.draft.message().body, as: UTF8.self)
  }
}

@Suite struct `Framing a request otherwise` {
  let editor = RequestEditor(
    RequestDraft(.post, reading: "http://127.0.0.1:8414/token", body: .form(["code": "a b", "note": "1&2"])))

  private func message(_ framing: RequestEditor.Framing) -> RequestMessage {
    var editor = editor
    editor.frame(framing)
    return editor.draft.message()
  }

  private func body(_ framing: RequestEditor.Framing) -> String {
    String(decoding: message(framing).body, as: UTF8.self)
  }

  @Test func `moves all parameters into the query`() {
    let message = message(.init(method: .get, carriage: .query))
    #expect(message.head.method == .get)
    #expect(message.target == "/token?code=a%20b&note=1%262")
    #expect(message.body.isEmpty && message.mediaType == nil)
  }

  @Test func `makes JSON of them, or a text without encoding`() {
    #expect(body(.init(carriage: .json)) == #"{"code":"a b","note":"1&2"}"#)
    #expect(message(.init(carriage: .json)).mediaType == "application/json")
    #expect(body(.init(carriage: .plainText)) == "code=a b&note=1&2")
    #expect(message(.init(carriage: .plainText)).mediaType == "application/x-www-form-urlencoded")
  }

  @Test func `makes a form of a query`() {
    var editor = RequestEditor(RequestDraft(.get, reading: "http://127.0.0.1:8414/authorize", query: ["state": "s"]))
    editor.frame(.init(method: .post, carriage: .form))
    let message = editor.draft.message()
    #expect(message.target == "/authorize")
    #expect(String(decoding: message.body, as: UTF8.self) == "state=s")
  }

  @Test func `leaves out the Content-Type, and another path is only another path`() {
    #expect(message(.init(namesMediaType: false)).mediaType == nil)
    #expect(body(.init(namesMediaType: false)) == "code=a%20b&note=1%262")
    #expect(message(.init(path: "/tokens")).target == "/tokens")
  }

  @Test func `is a change like any other, and a new draft keeps it`() {
    var editor = editor
    editor.frame(.init(method: .put))
    #expect(editor.isChanged && editor.method == .put)
    editor.rebase(on: RequestDraft(.post, reading: "http://127.0.0.1:8414/token", body: .form(["code": "c"])))
    #expect(editor.draft.method == .put)
    editor.undo()
    #expect(!editor.isChanged && editor.method == .post)
    editor.redo()
    editor.resetAll()
    #expect(!editor.isChanged)
  }
}

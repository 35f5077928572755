import AuthorizationServer
import HTTPTypes
import OAuth
import Playground
import Terminal
import Testing

@testable import PlaygroundUI

@Suite("Every screen") struct EveryScreenTests {
  static let sizes = [
    Size(columns: 40, rows: 10), Size(columns: 60, rows: 18), Size(columns: 80, rows: 24),
    Size(columns: 120, rows: 36), Size(columns: 200, rows: 50),
  ]

  /// A rig that has something to show everywhere.
  private func rig(_ charset: Charset = .utf8) -> Rig {
    let rig = Rig(80, 24, charset: charset).press("enter", "enter", "x", "enter", "w", "enter", "enter", "enter")
    rig.receive(.get("/me", authority: "127.0.0.1:8414"))
    return rig
  }

  private func check(_ rig: Rig, _ what: String, frames: Bool = true) {
    let place = Comment(rawValue: "\(what) at \(rig.model.size)")
    let canvas = rig.model.view()
    CanvasProperties.checkCells(canvas, size: rig.model.size, place)
    if frames { CanvasProperties.checkFrames(canvas, place) }
  }

  /// What marks the cursor is there without colour: a sign, a heavy line, or reversed cells.
  private func checkWithoutColour(_ rig: Rig, _ what: String) {
    let canvas = rig.model.view()
    let isMarked = canvas.cells.contains {
      $0.text == "►" || $0.text == "━" || $0.text == "┃" || $0.style.attributes.contains(.reversed)
    }
    #expect(isMarked, "\(what) at \(rig.model.size)")
    let words = canvas.lines.joined()
    if canvas.cells.contains(where: { $0.style.role == .error }) {
      #expect(words.contains { "✗×✕".contains($0) || $0.isNumber } || words.contains("FAIL"), "\(what)")
    }
  }

  @Test(arguments: sizes, [Charset.utf8, .ascii])
  func `every panel, zoomed or not, is drawn in its cells with its frames closed`(size: Size, charset: Charset) {
    let rig = rig(charset)
    rig.handle(.resized(size))
    for panel in Panel.allCases {
      for zoomed in [false, true] {
        rig.press("\(panel.rawValue)")
        if zoomed != rig.model.isZoomed { rig.press("z") }
        check(rig, "\(panel)")
        checkWithoutColour(rig, "\(panel)")
        rig.press("G")
        check(rig, "\(panel), its end")
      }
    }
  }

  @Test(arguments: sizes, [Charset.utf8, .ascii])
  func `every view is drawn in its cells with its frames closed`(size: Size, charset: Charset) {
    let rig = rig(charset)
    rig.handle(.resized(size))
    for view in ViewKind.allCases {
      rig.open(view)
      #expect(rig.model.views == [view])
      check(rig, view.title)
      checkWithoutColour(rig, view.title)
      rig.press("down", "right")
      check(rig, "\(view.title), the text")
      rig.press("G", "left", "G")
      check(rig, "\(view.title), its end")
      rig.press("esc")
      while !rig.model.views.isEmpty { rig.press("esc") }
    }
  }

  @Test(arguments: sizes, [Charset.utf8, .ascii])
  func `every comparison is drawn in its cells with its frames closed`(size: Size, charset: Charset) {
    let rig = rig(charset)
    rig.handle(.resized(size))
    for profile in Profile.all {
      rig.open(.comparison)
      rig.handle(.wished(.choose(profile.name)))
      rig.press("enter")
      #expect(rig.model.comparison?.right.profile == profile.name)
      check(rig, profile.name)
      checkWithoutColour(rig, profile.name)
      rig.press("pgdn")
      check(rig, "\(profile.name), a page on")
      rig.press("G")
      check(rig, "\(profile.name), its end")
      rig.press("esc", "esc")
    }
  }

  @Test(arguments: sizes)
  func `every menu, the presentation and a question lie over it without leaving their cells`(size: Size) {
    let rig = rig()
    rig.handle(.resized(size))
    for keys in [["?"], [":"], ["y"], ["P"], ["P", "?"], ["1", "e"], ["1", "+"], ["3", "/"], ["t"], ["q"]] {
      for key in keys { rig.press(key) }
      check(rig, keys.joined(), frames: false)
      rig.press("esc", "esc", "esc")
      if rig.model.isPresenting { rig.press("P") }
    }
  }

  // MARK: What others write

  static let hostile = [
    "\u{1B}[2J\u{1B}[31mred", "\u{1B}]52;c;AAAA\u{7}", "\u{9B}31m\u{90}q", "\u{202E}gnorw\u{2066}\u{2069}",
    "a\u{200B}\u{FEFF}\u{2060}b", "e" + String(repeating: "\u{301}", count: 40), "漢字かな交じり文", "👩‍👩‍👧‍👦🏳️‍🌈🇩🇪",
    "┏━┓┃ ┃┗━┛", "\0\t\r\n\u{8}\u{7F}", String(repeating: "long ", count: 2_000), "\u{E000}\u{10FFFF}\u{115F}",
  ]

  /// Somebody's requests, with such a text wherever a client can write one.
  private func attack(_ rig: Rig, with text: String) {
    let authority = "127.0.0.1:8414"
    let encoded = PercentCoding.encode(text)
    rig.receive(
      .get(
        "/authorize?response_type=code&client_id=workshop-app&state=\(encoded)&scope=\(encoded)", authority: authority))
    rig.receive(.get("/authorize?client_id=\(encoded)&\(encoded)=\(encoded)", authority: authority))
    rig.receive(.get("/\(text)?\(text)", authority: authority))
    var fields: HTTPFields = [:]
    fields[.userAgent] = text
    fields[.authorization] = "Bearer \(text)"
    if let name = HTTPField.Name(text) { fields[name] = text }
    rig.receive(.get("/me", authority: authority, fields: fields))
    var post = RequestMessage.get("/token", authority: authority)
    post.head.method = .post
    post.head.headerFields[.contentType] = "application/x-www-form-urlencoded"
    post.body = Array("grant_type=\(encoded)&client_id=\(encoded)&code=\(encoded)".utf8)
    rig.receive(post)
    post.body = Array(text.utf8) + [0xFF, 0xC0, 0x80]
    rig.receive(post)
    register(text, rig)
    rig.receive(
      .get("/callback?code=\(encoded)&state=\(encoded)&error=\(encoded)", authority: "127.0.0.1:8252"), as: .client)
  }

  private func register(_ name: String, _ rig: Rig) {
    var request = RequestMessage.get("/register", authority: "127.0.0.1:8414")
    request.head.method = .post
    request.head.headerFields[.contentType] = "application/json"
    let body: JSON = .object([
      JSON.Member("client_name", .string(name)),
      JSON.Member("redirect_uris", .array([.string("http://127.0.0.1:8252/callback")])),
    ])
    request.body = Array(body.text.utf8)
    rig.receive(request)
  }

  @Test(arguments: hostile.indices)
  func `nothing that a client writes leaves its cell or is anything but printable`(index: Int) {
    let rig = Rig().press("enter")
    attack(rig, with: Self.hostile[index])
    for size in [Size(columns: 40, rows: 10), Size(columns: 120, rows: 36)] {
      rig.handle(.resized(size))
      for exchange in rig.model.walkthrough.timeline.exchanges.suffix(8).reversed() {
        rig.press("3")
        while let shown = rig.model.exchange?.number, shown > exchange.number { rig.press("up") }
        for panel in [Panel.raw, .checks, .explain] {
          rig.press("\(panel.rawValue)")
          check(rig, "\(panel) of \(exchange.number)", frames: false)
        }
      }
      rig.press("3", "G")
      for view in ViewKind.allCases {
        rig.open(view)
        check(rig, view.title, frames: false)
        rig.press("G", "right")
        check(rig, view.title, frames: false)
        if view == .comparison {
          rig.press("enter", "G")
          check(rig, view.title, frames: false)
        }
        while !rig.model.views.isEmpty { rig.press("esc") }
      }
    }
  }

  @Test func `a text that is pasted into a field stays in its row`() {
    for text in Self.hostile {
      let rig = Rig().press("e")
      rig.handle(.key(.paste(text)))
      check(rig, "editing", frames: false)
      rig.press("enter")
      check(rig, "edited", frames: false)
      rig.press("enter")
      check(rig, "sent", frames: false)
    }
  }

  @Test func `random sizes, whatever is shown, are filled exactly`() {
    let rig = rig()
    attack(rig, with: Self.hostile.joined(separator: "&"))
    var seed: UInt64 = 20_261_121
    func random(_ bound: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % bound
    }
    let keys = [
      "tab", "v", "esc", "down", "G", "g", "z", "B", "i", "pgdn", "right", "left", "E", "P", "H", "J", "S", "M",
      "=", "enter",
    ]
    for _ in 0..<100 {
      rig.handle(.resized(Size(columns: random(260), rows: random(90))))
      if let key = Key(name: keys[random(keys.count)]) { rig.handle(.key(key)) }
      check(rig, "\(rig.model.views) \(rig.model.focus)", frames: false)
    }
  }
}

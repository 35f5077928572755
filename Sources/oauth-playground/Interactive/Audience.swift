import ArgumentParser
import OAuth
import Playground
import PlaygroundUI
import Terminal

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Those for whom a walk is played: somebody at a screen, somebody who reads lines, or nobody but a script.
struct Audience {
  let walk: Walk
  let looks: LookOptions.Checked
  let keyMap: PersonalKeyMap
  let environment: [String: String]

  /// Until somebody leaves; the exit status.
  func play(asksForLines: Bool) throws(ProgramFault) -> Int32 {
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
    defer { close(terminal) }
    let place = Manner.Place(
      environment: environment, isInputTerminal: isatty(STDIN_FILENO) == 1,
      isOutputTerminal: isatty(STDOUT_FILENO) == 1, hasTerminal: terminal >= 0)
    switch Manner.decide(asksForLines: asksForLines, place) {
    case .lines(let reason): return try playLines(because: reason)
    case .screen:
      let display: NcursesDisplay
      do throws(DisplayError) {
        display = try .open(options(input: place.isInputTerminal ? STDIN_FILENO : terminal))
      } catch {
        return try playLines(because: "\(error.description) There are lines instead of a screen, as with --plain")
      }
      return play(on: display)
    }
  }

  private func play(on display: NcursesDisplay) -> Int32 {
    walk.mailbox.attach(display.wakeup)
    let console = TerminalConsole(display, environment: environment)
    let model = walk.model(
      size: display.size, charset: display.capabilities.charset, keyMap: keyMap.keyMap, mouse: display.usesMouse,
      notices: walk.portNotices + [display.notice, keyMap.notice, themeNotice(display)].compactMap(\.self))
    var loop = EventLoop(display: display, mailbox: walk.mailbox, engine: walk.engine(console, model))
    let status = loop.run()
    console.close()
    return status
  }

  private func options(input: Int32) -> NcursesDisplay.Options {
    let isRemote = ["SSH_CONNECTION", "SSH_TTY"].contains { environment[$0]?.isEmpty == false }
    var options = NcursesDisplay.Options(
      environment: environment, capabilities: looks.capabilities, mouse: looks.mouse ?? !isRemote)
    options.input = input
    return options
  }

  private func themeNotice(_ display: NcursesDisplay) -> String? {
    guard looks.capabilities.theme != .standard, display.capabilities.colours == .none else { return nil }
    return "a theme needs colours, and there are none here"
  }
}

extension Audience {
  /// Plays a script on the terminal, if there is one to watch, or else where nobody does.
  ///
  /// - Parameter size: instead of the script's own.
  func play(
    _ script: Script, _ time: ScriptedTime, _ size: Size?, asksForLines: Bool
  ) throws(ProgramFault) -> Int32 {
    let isWatched = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 && !asksForLines
    let size = size ?? script.size
    let outcome = isWatched ? try watch(script, time, size) : try playUnseen(script, time, size)
    switch outcome {
    case .ended(let status): return status
    case .failed(let line, let reason, let screen):
      Output.complaint("oauth-playground: \(PrintableText.line("\(script.file):\(line): \(reason); the screen was:"))")
      for line in screen { Output.complaint(PrintableText.line(line)) }
      return ExitCode.expectationFailed.rawValue
    }
  }

  private func watch(
    _ script: Script, _ time: ScriptedTime, _ size: Size?
  ) throws(ProgramFault) -> ScriptPlayer.Outcome {
    let display: NcursesDisplay
    do throws(DisplayError) {
      display = try .open(options(input: STDIN_FILENO))
    } catch {
      return try playUnseen(script, time, size)
    }
    let console = TerminalConsole(display, environment: environment)
    walk.mailbox.attach(display.wakeup)
    var player = ScriptPlayer(
      script, on: display, walk.mailbox, time, isWatched: true, followsWindow: size == nil,
      engine: walk.engine(console, model(for: script, size: size ?? display.size)))
    let outcome = player.play()
    console.close()
    Output.text(player.printed)
    return outcome
  }

  private func playUnseen(
    _ script: Script, _ time: ScriptedTime, _ size: Size?
  ) throws(ProgramFault) -> ScriptPlayer.Outcome {
    let display: UnseenDisplay
    do throws(DisplayError) {
      display = try UnseenDisplay(size: size ?? .standard)
    } catch {
      throw ProgramFault(error.description)
    }
    walk.mailbox.attach(display.wakeup)
    var player = ScriptPlayer(
      script, on: display, walk.mailbox, time, isWatched: false,
      engine: walk.engine(ScriptConsole(), model(for: script, size: display.size)))
    let outcome = player.play()
    Output.text(player.printed)
    return outcome
  }

  /// What a script saves is the same on every terminal, so the terminal has no say in it.
  private func model(for script: Script, size: Size) -> Model {
    let charset = looks.capabilities.ascii ? .ascii : script.charset ?? .utf8
    return walk.model(size: size, charset: charset, keyMap: keyMap.keyMap)
  }
}

extension Audience {
  private func playLines(because reason: String?) throws(ProgramFault) -> Int32 {
    if let reason { Output.complaint("oauth-playground: \(PrintableText.line(reason))") }
    let charset = Capabilities.decide(
      environment: environment, codeset: TextLocale.adopt(environment), options: looks.capabilities
    ).charset
    let source: LineSource
    do throws(DisplayError) {
      source = try LineSource(STDIN_FILENO)
    } catch {
      throw ProgramFault(error.description)
    }
    walk.mailbox.attach(source.wakeup)
    let isTyped = isatty(STDIN_FILENO) == 1
    let console = LineConsole(editingIn: isTyped && isatty(STDOUT_FILENO) == 1 ? environment : nil) {
      Output.line(charset.spelling(of: $0))
    }
    let model = walk.model(
      size: Self.linesSize, charset: charset, keyMap: keyMap.keyMap, isDrawn: false,
      notices: walk.portNotices + [keyMap.notice].compactMap(\.self))
    var loop = LineLoop(
      source, walk.mailbox, isTyped: isTyped, engine: walk.engine(console, model)
    ) { text, endsLine in
      Output.text(charset.spelling(of: text) + (endsLine ? "\n" : ""))
    }
    return loop.run()
  }

  /// Nothing is drawn, but texts that are read out are laid out in columns.
  private static let linesSize = Size(columns: 120, rows: 36)
}

import ArgumentParser
import OAuth
import Terminal

/// How everything looks, as it is said on the command line.
struct LookOptions: ParsableArguments {
  @Flag(help: "Draw with ASCII characters only.")
  var ascii = false

  @Option(help: ArgumentHelp("How many colours to use.", valueName: "auto|never|16|256"))
  var color = "auto"

  @Option(help: ArgumentHelp("Paint a background, or leave the terminal's own.", valueName: "light|dark|auto"))
  var theme = "auto"

  @Flag(inversion: .prefixedNo, help: "Click and roll; on by default, but not over ssh. With it, shift selects text.")
  var mouse: Bool?

  /// Where what was typed makes sense.
  struct Checked {
    let capabilities: Capabilities.Options
    let mouse: Bool?
  }

  func checked() throws(ProgramFault) -> Checked {
    guard let colour = Capabilities.Options.Colour(rawValue: color) else {
      throw .unknown(color, "number of colours", known: Capabilities.Options.Colour.allCases.map(\.rawValue))
    }
    guard let theme = Theme(rawValue: theme) else {
      throw .unknown(theme, "theme", known: Theme.allCases.map(\.rawValue))
    }
    return Checked(capabilities: .init(colour: colour, ascii: ascii, theme: theme), mouse: mouse)
  }
}

import ArgumentParser
import AuthorizationServer
import Loopback
import OAuth
import Playground
import PlaygroundUI

/// Puts one request to two servers and shows both decisions and both answers.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Put the same request to two servers: both decisions, both answers, and why.",
    usage: "oauth-playground compare <file|-> --with <name> [options]",
    discussion: """
      The request is a curl command, an HTTP request or a URL. {{code}}, {{code_verifier}}, {{access_token}}, \
      {{refresh_token}}, {{basic}} and the other places of scenarios are filled in on each side, by a client that has \
      signed in there. Paths are those of either server. The exit status is 1 if the answers differ.
      """)

  @Argument(help: ArgumentHelp("The file with the request; - reads standard input.", valueName: "file|-"))
  var file: String

  @Option(help: "The first server (default: strict).")
  var profile: String?

  @Option(help: ArgumentHelp("The other server; given twice, both.", valueName: "name"))
  var with: [String] = []

  @Option(help: "Which of the clients fills in the places.")
  var client = Scenario.clients[0].identifier.text

  @OptionGroup var shared: SharedOptions

  @Option(help: "Makes all random values reproducible.")
  var seed: UInt64 = 1

  @Flag(help: "Write secrets in full.")
  var showSecrets = false

  private var names: [String] { with.count == 2 ? with : [profile ?? Profile.strict.name] + with }

  func validate() throws {
    guard with.count == 1 || with.count == 2 && profile == nil else {
      throw ValidationError("Two servers are compared: --with names the other one, or twice both")
    }
  }

  func run() throws {
    let profiles = try names.map { name throws(ProgramFault) in try Profile.known(name) }
    let template = try PastedFile.read(file) { text throws(PasteFault) in try RequestTemplate(text) }
    guard let client = Scenario.clients.first(where: { $0.identifier.text == client })?.identifier else {
      throw ProgramFault.unknown(
        client, "client with a redirection URI", known: Scenario.clients.map(\.identifier.text))
    }
    var questions: [RequestComparison.Question] = []
    var remarks: [String] = []
    for profile in profiles {
      let (question, missing) = try self.question(template, of: client, to: profile)
      questions.append(question)
      remarks += missing
    }
    let comparison = RequestComparison(
      questions[0], questions[1], at: PremisesCarrier.beginning, remarks: remarks)
    show(comparison)
    if !comparison.isSame { throw ExitCode.expectationFailed }
  }

  /// The request as a client has it that has walked with a server of this profile, and that server.
  private func question(
    _ template: RequestTemplate, of client: ClientIdentifier, to profile: Profile
  ) throws(ProgramFault) -> (RequestComparison.Question, remarks: [String]) {
    let carrier: PremisesCarrier
    do throws(ListenerError) {
      carrier = try PremisesCarrier(profile: profile, seed: seed)
    } catch {
      throw ProgramFault(error.description)
    }
    defer { carrier.premises.close() }
    guard var walkthrough = carrier.premises.walkthrough(client) else {
      throw ProgramFault("\(client) has no redirection URI")
    }
    do throws(PasteFault) {
      let filled = try template.request(sentBy: &walkthrough, on: carrier.premises.host.server, by: carrier)
      return (.init(filled.request, to: carrier.premises.host.server), filled.remarks)
    } catch {
      throw ProgramFault("\(file):\(error.line): \(error.problem)")
    }
  }

  private func show(_ comparison: RequestComparison) {
    let redaction: Redaction = showSecrets ? .none : .shortened
    switch shared.format {
    case .json: Output.line(PrintableText.json(comparison.json(redaction).text))
    case .text:
      let page = ComparisonPage(comparison, redaction)
      let sheet = OutputSheet(environment: Live.environment)
      let isBeside = sheet.columns >= ComparisonPage.roomForTwo
      if sheet.hasStyles {
        for row in page.rows(columns: sheet.columns, isBeside: isBeside) { Output.line(sheet.text(of: row)) }
      } else {
        for line in page.lines(columns: sheet.columns, isBeside: isBeside) { Output.line(line) }
      }
    }
  }
}

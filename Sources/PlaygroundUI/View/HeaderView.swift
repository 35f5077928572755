import AuthorizationServer
import Playground
import Terminal

/// The first row: what this is, where the two parties listen, whether time runs.
struct HeaderView {
  let model: Model

  func draw(in area: Rect, on canvas: inout Canvas) {
    guard !area.isEmpty else { return }
    let place = model.surroundings
    let isWide = area.columns >= 110
    let server = isWide ? place.serverAuthority : ":" + port(place.serverAuthority)
    let client = isWide ? place.clientAuthority : ":" + port(place.clientAuthority)
    let clock: StyledLine = model.clock.isPaused ? StyledLine("PAUSED", .attention) : StyledLine("LIVE", .ok)
    let mark = InterferenceMark.line(model.interferences, columns: area.columns)
    let right = mark + StyledLine("server \(server)  client \(client)  ", .muted) + clock
    canvas.draw(right, at: Position(column: area.endColumn - right.columns - 1, row: area.row))
    let scenario = model.scenario.scenario
    let program = StyledLine(" oauth-playground  ", .title.bold)
    let profile = StyledLine("profile \(scenario.profile)   ", .muted)
    // Where the server is no ordinary one, that matters more than the end of the title.
    let isOrdinary = scenario.profile == Profile.strict.name
    let left = program + (isWide || !isOrdinary ? profile : []) + StyledLine(scenario.title)
    let room = area.columns - right.columns - 3
    canvas.draw(left.shortened(to: room), at: area.origin, columns: room)
  }

  private func port(_ authority: String) -> String {
    authority.split(separator: ":").last.map(String.init) ?? authority
  }
}

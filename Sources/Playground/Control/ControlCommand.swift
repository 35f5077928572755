import AuthorizationServer
import HTTPTypes
import OAuth

/// What somebody tells the playground to do, by a request below `/.playground/`. A value; reading it changes nothing.
enum ControlCommand: Equatable {
  case readClock
  case advanceClock(Duration)
  case pauseClock
  case resumeClock
  /// State, clock, policy and interferences as at the start.
  case reset
  case listExchanges(since: Int)
  case readPolicy
  case changePolicy([JSON.Member])
  /// Nil switches everything off.
  case interfere(InterferenceSetting?)
  case listInterferences
  /// Nil means every resource owner, or every client.
  case withdrawConsents(username: String?, client: ClientIdentifier?)
  case removeResourceOwner(username: String)
  case rotateKeys

  static let root = "/.playground/"

  static func isAddressed(by request: RequestMessage) -> Bool { request.path.utf8.starts(with: root.utf8) }
}

extension ControlCommand {
  private typealias Reading = (RequestMessage) throws(ControlFault) -> ControlCommand

  private static let names = [
    "clock", "reset", "exchanges", "policy", "interference", "consents", "resource-owners", "rotate-keys",
  ]

  private static func readings(_ name: String) -> [(method: HTTPRequest.Method, read: Reading)]? {
    switch name {
    case "clock": [(.get, { _ in .readClock }), (.post, clock)]
    case "reset": [(.post, { request throws(ControlFault) in try alone(.reset, request) })]
    case "exchanges": [(.get, exchanges)]
    case "policy": [(.get, { _ in .readPolicy }), (.patch, policy)]
    case "interference": [(.get, { _ in .listInterferences }), (.post, interference)]
    case "consents": [(.delete, consents)]
    case "resource-owners": [(.delete, resourceOwner)]
    case "rotate-keys": [(.post, { request throws(ControlFault) in try alone(.rotateKeys, request) })]
    default: nil
    }
  }

  init(reading request: RequestMessage) throws(ControlFault) {
    // A browser says so when a page of somebody else sends a request that changes something.
    if let origin = request.head.headerFields[.origin] { throw .fromBrowser(origin: origin) }
    let name = String(request.path.dropFirst(Self.root.count))
    guard let readings = Self.readings(name) else {
      let hint = Suggestion.clause(for: name, among: Self.names)
      throw .notFound("there is no \(JSON.string(name).text) to control\(hint) (there are: \(Self.list(Self.names)))")
    }
    let method = request.head.method
    guard let reading = readings.first(where: { $0.method == method }) else {
      throw .methodNotAllowed(method, allowed: readings.map(\.method))
    }
    self = try reading.read(request)
  }

  private static func clock(_ request: RequestMessage) throws(ControlFault) -> ControlCommand {
    let members = try members(of: request, known: ["advance", "pause", "resume"])
    guard members.count == 1, let member = members.first else {
      throw .malformed("one of advance, pause and resume is expected, but there are \(members.count)")
    }
    guard member.name == "advance" else {
      guard member.value == true else { throw unfit(member, expected: "true") }
      return member.name == "pause" ? .pauseClock : .resumeClock
    }
    guard let duration = member.value.duration(atMost: PolicySwitch.longest) else {
      throw unfit(member, expected: "a number of seconds from 0 to \(PolicySwitch.longest.components.seconds)")
    }
    return .advanceClock(duration)
  }

  private static func exchanges(_ request: RequestMessage) throws(ControlFault) -> ControlCommand {
    let query = try query(of: request, known: ["since"])
    guard let since = query["since"] else { return .listExchanges(since: 0) }
    guard let number = since.asciiNumber else {
      throw .malformed("since must be the number of an exchange, but it is \(JSON.string(since).text)")
    }
    return .listExchanges(since: number)
  }

  private static func policy(_ request: RequestMessage) throws(ControlFault) -> ControlCommand {
    .changePolicy(try members(of: request, known: nil))
  }

  private static func consents(_ request: RequestMessage) throws(ControlFault) -> ControlCommand {
    let query = try query(of: request, known: ["username", "client"])
    guard let text = query["client"] else { return .withdrawConsents(username: query["username"], client: nil) }
    guard let client = ClientIdentifier(text) else {
      throw .malformed("client must be a client_id, but it is \(JSON.string(text).text)")
    }
    return .withdrawConsents(username: query["username"], client: client)
  }

  private static func resourceOwner(_ request: RequestMessage) throws(ControlFault) -> ControlCommand {
    guard let username = try query(of: request, known: ["username"])["username"] else {
      throw .malformed("username is missing")
    }
    return .removeResourceOwner(username: username)
  }
}

// MARK: Queries and bodies

extension ControlCommand {
  /// A command that needs no more than its path.
  private static func alone(_ command: ControlCommand, _ request: RequestMessage) throws(ControlFault) -> ControlCommand
  {
    if !request.body.isEmpty { _ = try members(of: request, known: []) }
    return command
  }

  /// - Parameter known: the names that may occur; nil for any.
  static func members(
    of request: RequestMessage, known: [String]?
  ) throws(ControlFault) -> [JSON.Member] {
    let value: JSON
    do throws(JSON.Fault) {
      value = try JSON(parsing: request.body)
    } catch {
      throw .malformed("the body is \(error.sentence)")
    }
    guard case .object(let members) = value else {
      throw .malformed("the body must be an object, but it is \(value.kind)")
    }
    if let known, let unknown = members.first(where: { !known.contains($0.name) }) {
      throw self.unknown(unknown.name, known)
    }
    return members
  }

  private static func query(of request: RequestMessage, known: [String]) throws(ControlFault) -> [String: String] {
    let parameters: Parameters
    do throws(FormEncoding.Failure) {
      parameters = try FormEncoding.parse(request.query)
    } catch {
      throw .malformed("pair \(error.pair) of the query has \(error.fault.sentence)")
    }
    var query: [String: String] = [:]
    for element in parameters.elements {
      guard known.contains(element.name.text) else { throw unknown(element.name.text, known) }
      guard query.updateValue(element.value, forKey: element.name.text) == nil else {
        throw .malformed("\(element.name) occurs twice")
      }
    }
    return query
  }

  private static func unknown(_ name: String, _ known: [String]) -> ControlFault {
    let list = known.isEmpty ? "nothing is expected here" : "there are: \(list(known))"
    return .malformed("\(JSON.string(name).text) is unknown\(Suggestion.clause(for: name, among: known)) (\(list))")
  }

  static func unfit(_ member: JSON.Member, expected: String) -> ControlFault {
    .malformed("\(member.name) must be \(expected), but it is \(member.value.text)")
  }

  static func list(_ names: [String]) -> String { names.joined(separator: ", ") }
}

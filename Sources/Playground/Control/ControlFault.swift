import AuthorizationServer
import HTTPTypes
import OAuth

/// Why a request to the control interface is not obeyed: what was found and what was expected.
enum ControlFault: Error, Equatable {
  case hostForeign(String?)
  case fromBrowser(origin: String)
  case notFound(String)
  case methodNotAllowed(HTTPRequest.Method, allowed: [HTTPRequest.Method])
  case malformed(String)

  var response: ResponseMessage {
    var fields = HTTPFields.noStore
    if case .methodNotAllowed(_, let allowed) = self {
      fields[.allow] = allowed.map(\.rawValue).joined(separator: ", ")
    }
    return .json(["error": .string(sentence)], status: status, fields: fields)
  }

  private var status: HTTPResponse.Status {
    switch self {
    case .hostForeign: .misdirectedRequest
    case .fromBrowser: .forbidden
    case .notFound: .notFound
    case .methodNotAllowed: .methodNotAllowed
    case .malformed: .badRequest
    }
  }

  private var sentence: String {
    switch self {
    case .hostForeign(let host): "this is not the host \(host.map { JSON.string($0).text } ?? "that was left out")"
    case .fromBrowser(let origin): "a page of \(origin) must not control this server"
    case .notFound(let what), .malformed(let what): what
    case .methodNotAllowed(let method, let allowed):
      "this takes \(allowed.map(\.rawValue).joined(separator: " or ")), not \(method.rawValue)"
    }
  }
}

extension PolicyFault {
  /// With what may have been meant.
  var advice: String {
    switch self {
    case .unknown(let name): "\(self)\(Suggestion.clause(for: name, among: PolicySwitch.all.map(\.name)))"
    case .unfit: description
    }
  }
}

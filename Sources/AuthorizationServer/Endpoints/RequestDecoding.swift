import HTTPTypes
import OAuth

/// What a request carries, as the policy has the server read it.
extension ParameterExamination {
  /// In a POST the body counts, and beside it what this endpoint also reads in the query.
  func decoded(by policy: Policy) throws(Refusal) -> Parameters {
    guard !Self.isOwnForm else { return try request.strictlyDecoded() }
    var parameters =
      policy.decoding.readsAsPHP ? try request.decodedAsPHP(by: policy) : try request.strictlyDecoded()
    if request.head.method != .get {
      let named = Set(parameters.elements.map(\.name))
      let query = LenientForm.parse(request.query).elements.filter {
        Self.readsInQuery($0.name, policy) && (Self.queryComesFirst($0.name) || !named.contains($0.name))
      }
      let found = Set(query.map(\.name))
      parameters = Parameters(query + parameters.elements.filter { !found.contains($0.name) })
    }
    return policy.slashes ? parameters.slashed : parameters
  }
}

extension RequestMessage {
  /// The query of a GET, the body of a POST; JSON gets here only where the policy lets it.
  fileprivate func strictlyDecoded() throws(Refusal) -> Parameters {
    let inBody = head.method == .post
    if inBody && mediaType == MediaType.json { return try Parameters(json: body) }
    do throws(FormEncoding.Failure) {
      return try FormEncoding.parse(inBody ? body : query)
    } catch {
      throw .requestUndecodable(error, inBody: inBody)
    }
  }

  /// As PHP fills its variables: a body of a type that it does not know is no body.
  fileprivate func decodedAsPHP(by policy: Policy) throws(Refusal) -> Parameters {
    guard hasFields(policy) else { return LenientForm.parse(query) }
    if mediaType == MediaType.json, policy.decoding.refusesUnreadableJSON, !body.isEmpty { try checkJSON() }
    return bodyFields(policy)
  }

  private func checkJSON() throws(Refusal) {
    do throws(JSON.Fault) {
      _ = try JSON(parsing: body)
    } catch {
      throw .requestJSONUnreadable(error.sentence)
    }
  }

  /// The fields of a body in any of the forms that PHP reads, and of JSON as its libraries do; nothing is a fault.
  func bodyFields(_ policy: Policy) -> Parameters {
    let type = head.headerFields[.contentType] ?? ""
    guard hasFields(policy) else { return [:] }
    switch type.prefix(while: { !"; ,".contains($0) }).asciiLowercased {
    case MediaType.form: return LenientForm.parse(body)
    case "multipart/form-data" where head.method == .post: return MultipartForm.parse(body, contentType: type)
    default: break
    }
    // The libraries compare how it begins, with its case.
    guard policy.acceptsJSONBody, type.utf8.starts(with: MediaType.json.utf8),
      case .object(let members) = try? JSON(parsing: body)
    else { return [:] }
    return Parameters(members.compactMap { member in member.value.asPHP.map { .init(.init(member.name), $0) } })
  }

  /// Whether PHP or its libraries look for fields in a body at all.
  private func hasFields(_ policy: Policy) -> Bool {
    head.method == .post || policy.readsBeyondPHP && [.put, .delete].contains(head.method)
  }
}

extension JSON {
  /// The value as PHP writes it where it needs a text; nil for nothing.
  fileprivate var asPHP: String? {
    switch self {
    case .null: nil
    case .string(let text): text
    case .bool(let flag): flag ? "1" : ""
    case .integer, .decimal: text
    case .array, .object: "Array"
    }
  }
}

extension Parameters {
  /// The members of an object, whose values must be strings.
  fileprivate init(json octets: [UInt8]) throws(Refusal) {
    let value: JSON
    do throws(JSON.Fault) {
      value = try JSON(parsing: octets)
    } catch {
      throw .requestJSONUnreadable(error.sentence)
    }
    guard case .object(let members) = value else { throw .requestJSONUnreadable(value.kind) }
    var parameters = Parameters()
    for member in members {
      guard let text = member.value.string else {
        throw .requestJSONUnreadable("\(member.value.kind) as the value of \(JSON.string(member.name).text)")
      }
      parameters.append(ParameterName(member.name), text)
    }
    self = parameters
  }

  /// With nothing for the text 0, which counts as false in PHP.
  func emptied(of names: Set<ParameterName>) -> Parameters {
    Parameters(elements.map { $0.value == "0" && names.contains($0.name) ? Element($0.name, "") : $0 })
  }

  /// With a backslash in front of every quote and backslash.
  fileprivate var slashed: Parameters {
    Parameters(
      elements.map { element in
        let octets = element.value.utf8.flatMap { "'\"\\".utf8.contains($0) ? [UInt8(ascii: "\\"), $0] : [$0] }
        return Element(element.name, String(decoding: octets, as: UTF8.self))
      })
  }
}

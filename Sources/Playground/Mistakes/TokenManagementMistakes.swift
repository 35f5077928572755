import AuthorizationServer
import OAuth
import OAuthClient

/// What goes wrong with any request about a token: RFC 7662 §2.1 and RFC 7009 §2.1 have the same parameters.
struct TokenManagementMistakes {
  let material: MistakeMaterial
  /// A token of that value is not known.
  let unknown: Consequence
  let specification: Specification

  var all: [Mistake] { values + places + hint }

  func token(_ name: String, _ title: String, to value: String, _ consequence: Consequence, _ story: String) -> Mistake
  {
    Mistake(
      "token.\(name)", material.stage, about: ParameterName.token.text, title,
      [.set(.form, ParameterName.token.text, to: value)], consequence, story)
  }

  private var values: [Mistake] {
    let slips = material.slips(
      .token,
      SlipConsequences(
        missing: .invalidRequest(.tokenMissing), twice: .invalidRequest(.parameterRepeated), wrong: unknown))
    guard let right = material.right(.form, .token), !right.isEmpty else { return slips }
    let code = material.client.receivedCode.map {
      token("code", "the code as token", to: $0, unknown, "A code is no token: it is asked about and ended nowhere.")
    }
    return slips + [
      token(
        "bearer", "Bearer before the token", to: "Bearer \(right)", unknown,
        "The whole value of the Authorization header, passed on as it came.")
    ] + [code].compactMap(\.self)
  }

  private var places: [Mistake] {
    let name = ParameterName.token.text
    let right = material.right(.form, .token) ?? ""
    func make(_ word: String, _ title: String, _ instead: Alteration, _ consequence: Consequence, _ story: String)
      -> Mistake
    {
      Mistake(
        "token.\(word)", material.stage, about: name, title, [.leaveOut(.form, name), instead], consequence, story)
    }
    return [
      make(
        "misnamed", "the token named access_token", .add(.form, ParameterName.accessToken.text, right),
        .invalidRequest(.tokenMissing), "The name that it has in the token response. Here it is called token."),
      make(
        "query", "the token in the query", .add(.query, name, right), .invalidRequest(.credentialsInURI),
        "Addresses are logged by every server and proxy on the way."),
    ]
  }

  /// The hint only helps to search, so nothing about it can be wrong but to send it twice.
  private var hint: [Mistake] {
    let harmless = Consequence.accepted(specification)
    return material.slips(
      .tokenTypeHint,
      SlipConsequences(missing: harmless, twice: .invalidRequest(.parameterRepeated), wrong: harmless))
      + ["bearer", "id_token"].map { value in
        Mistake(
          "token_type_hint.\(value)", material.stage, about: ParameterName.tokenTypeHint.text, "the hint \(value)",
          [.set(.form, ParameterName.tokenTypeHint.text, to: value)], harmless,
          "No mistake here: the token is looked for everywhere. Some servers refuse the word.")
      }
  }
}

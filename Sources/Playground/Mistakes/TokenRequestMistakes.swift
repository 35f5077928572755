import AuthorizationServer
import HTTPTypes
import OAuth
import OAuthClient

/// What goes wrong with token requests. RFC 6749 §4.1.3, RFC 7636 §4.5.
struct TokenRequestMistakes {
  let material: MistakeMaterial

  var all: [Mistake] {
    grantType + code + redirectionURI + codeVerifier + clientAuthentication
      + FormRequestMistakes(material: material, missed: .grantTypeMissing).all + [state]
  }

  private var clientAuthentication: [Mistake] {
    ClientAuthenticationMistakes(
      material: material,
      foreign: .init(
        title: "another client redeems the code", consequence: .invalidGrant(.authorizationCodeOfAnotherClient),
        story: "A code that was stolen, or planted: it is bound to the client that asked for it.")
    ).all
  }

  private var state: Mistake {
    Mistake(
      "request.state", .token, about: "the request", "state in the token request",
      [.add(.form, ParameterName.state.text, "xyz")], .accepted("RFC 6749 §3.2"),
      "A manual that asks for it. The server does not know it here and leaves it alone.")
  }

  private var grantType: [Mistake] {
    let unsupported = Consequence.tokenError(.grantTypeUnsupported, .unsupportedGrantType)
    return material.slips(
      .grantType,
      SlipConsequences(
        missing: .invalidRequest(.grantTypeMissing), twice: .invalidRequest(.parameterRepeated), wrong: unsupported))
      + [
        material.wrongValue(
          "code-itself", about: .grantType, "the code as grant_type", to: material.client.receivedCode ?? "7c9e5d",
          unsupported, "“authorization_code” read as a placeholder for the authorization code. It is the literal word."),
        material.wrongValue(
          "hyphen", about: .grantType, "authorization-code", to: "authorization-code", unsupported,
          "Typed from memory. The word is exact."),
        material.wrongValue(
          "quotes", about: .grantType, "quotation marks around grant_type",
          to: "\"\(GrantType.authorizationCode.text)\"", unsupported, "Copied with its quotation marks."),
        material.wrongValue(
          "password", about: .grantType, "the password grant", to: "password", unsupported,
          "The client would see the password: RFC 9700 forbids it, and this server does not know it."),
        material.wrongValue(
          "client-credentials", about: .grantType, "the grant of another kind of client",
          to: GrantType.clientCredentials.text, .tokenError(.grantTypeNotAllowed, .unauthorizedClient),
          "A sample for machines, used by an application with people."),
      ]
  }

  private var code: [Mistake] {
    let unknown = Consequence.invalidGrant(.authorizationCodeUnknown)
    let right = material.client.receivedCode ?? ""
    let slips = material.slips(
      .code,
      SlipConsequences(
        missing: .invalidRequest(.authorizationCodeMissing), twice: .invalidRequest(.parameterRepeated),
        wrong: unknown))
    let others = [
      material.wrongValue(
        "cut-off", about: .code, "a code cut off", to: String(right.prefix(right.count / 2)) + "…", unknown,
        "Copied from a log, which shortens it."),
      material.wrongValue(
        "whole-address", about: .code, "the whole address as code",
        to: "\(material.configuration.redirectionURI)?code=\(right)", unknown,
        "The callback's address pasted in place of the value of its parameter code."),
      material.wrongValue(
        "access-token", about: .code, "a token as code", to: material.client.accessToken?.token.text ?? "SlAV32hkKG",
        unknown, "Code and token mixed up."),
    ]
    return slips + others + tooLate + replay
  }

  private var tooLate: [Mistake] {
    guard let code = material.newestCode, material.client.receivedCode != nil else { return [] }
    return [
      Mistake(
        "code.too-late", .token, about: ParameterName.code.text, "redeem the code too late", [],
        after: code.lifetime, .invalidGrant(.authorizationCodeExpired),
        "A slow network, a queue, a breakpoint in a debugger. A code lives for seconds.")
    ]
  }

  /// The redemption that succeeded, once more.
  private var replay: [Mistake] {
    guard let form = material.redemption, let code = form[.code] else { return [] }
    let alterations =
      [(ParameterName.code, code)]
      + [.codeVerifier, .redirectURI].compactMap { name in
        form[name].map { (name, $0) }
      }
    return [
      Mistake(
        "code.twice-redeemed", .token, about: ParameterName.code.text, "redeem the same code again",
        alterations.map { .set(.form, $0.0.text, to: $0.1) }, .invalidGrant(.authorizationCodeAlreadyRedeemed),
        "A retry after a timeout, a page loaded again, or a thief. What the code gave is revoked.")
    ]
  }

  private var redirectionURI: [Mistake] {
    guard let right = material.right(.form, .redirectURI) else { return [] }
    let differs = Consequence.invalidGrant(.redirectionURIDiffers)
    let slips = material.slips(
      .redirectURI,
      SlipConsequences(
        missing: .invalidGrant(.redirectionURIMissingAtToken), twice: .invalidRequest(.parameterRepeated),
        wrong: differs))
    let variants: [RedirectionURIVariant] = [.otherName, .otherPort, .trailingSlash, .otherPath, .https]
    return slips
      + variants.compactMap { variant in
        let other = variant.applied(to: right)
        guard other != right else { return nil }
        return material.wrongValue(
          variant.rawValue, about: .redirectURI, variant.title, to: other, differs, variant.story)
      }
  }

  private var codeVerifier: [Mistake] {
    guard let right = material.client.attempt?.codeVerifier else { return [] }
    let wrong = Consequence.invalidGrant(.codeVerifierWrong)
    let malformed = Consequence.invalidGrant(.codeVerifierMalformed)
    return material.slips(
      .codeVerifier,
      SlipConsequences(
        missing: .invalidGrant(.codeVerifierMissing), twice: .invalidRequest(.parameterRepeated), wrong: wrong,
        exceptions: [.trailingSpace: malformed]))
      + [
        material.wrongValue(
          "other-attempt", about: .codeVerifier, "the verifier of another attempt", to: material.otherVerifier, wrong,
          "Two tabs share one place for the verifier; or a stolen code is tried with a verifier of one's own."),
        material.wrongValue(
          "challenge", about: .codeVerifier, "the challenge as verifier", to: right.challenge(.s256).text, wrong,
          "The two mixed up. The challenge is public: were it enough, PKCE would protect nothing."),
        material.wrongValue(
          "too-short", about: .codeVerifier, "a verifier of 42 characters",
          to: String(right.text.prefix(42)), malformed, "Fewer than 43 characters could be guessed."),
        material.wrongValue(
          "too-long", about: .codeVerifier, "a verifier of 129 characters",
          to: String(repeating: "a", count: 129), malformed, "128 is the most."),
        material.wrongValue(
          "forbidden-character", about: .codeVerifier, "a verifier in standard base64",
          to: String(right.text.dropLast(2)) + "+/", malformed,
          "Random octets in the usual base64: + and / are no characters of a verifier."),
      ]
  }
}

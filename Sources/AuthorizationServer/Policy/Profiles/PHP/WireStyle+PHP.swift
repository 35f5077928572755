import HTTPTypes
import OAuth

extension WireStyle {
  /// As `json_encode`, `header` and `http_build_query` write.
  static let php: WireStyle = {
    var style = WireStyle.strict
    style.json = .php
    style.jsonFields = [.contentType: "application/json"]
    style.successFields = Fields([:], at: [.token: .noStore])
    style.errorFields = Fields([.cacheControl: "no-store"])
    style.bareFields = [:]
    style.emptyBody = ""
    style.hasErrorPages = false
    style.redirectStatus = .found
    style.redirectFields = [.contentType: "application/json"]
    style.successQuery = .php
    style.errorQuery = .php
    style.redirectsCarryJSON = true
    style.challengesAreRaw = true
    style.challengesBeginWithScope = true
    return style
  }()
}

extension Answers {
  /// The members of the library's answers in their order, and its tokens of 40 hexadecimal digits.
  static let bshaffer: Answers = {
    var answers = Answers.strict
    answers.authorization = [.code, .state]
    answers.token = [.accessToken, .expiresIn, .tokenType, .scopeOrNull, .refreshToken, .idToken]
    answers.refresh = answers.token.filter { $0 != .idToken }
    answers.revocation = ["revoked": true]
    answers.codeForm = .hexadecimal(digits: 40)
    answers.accessTokenForm = .hexadecimal(digits: 40)
    answers.refreshTokenForm = .hexadecimal(digits: 40)
    return answers
  }()
}

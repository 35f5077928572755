public import HTTPTypes
public import OAuth

/// How a server writes its answers, whatever they say.
public struct WireStyle: Equatable, Sendable {
  /// Header fields that some endpoints have and others do not.
  public struct Fields: Equatable, Sendable {
    public var usual: HTTPFields
    /// In place of the usual ones.
    public var at: [Endpoint: HTTPFields]

    public init(_ usual: HTTPFields, at: [Endpoint: HTTPFields] = [:]) {
      self.usual = usual
      self.at = at
    }

    subscript(endpoint: Endpoint?) -> HTTPFields { endpoint.flatMap { at[$0] } ?? usual }
  }

  public var json: JSON.Style
  /// What every JSON answer carries.
  public var jsonFields: HTTPFields
  /// What is added to an answer that grants what was asked.
  public var successFields: Fields
  /// What is added to a refusal.
  public var errorFields: Fields
  /// What a refusal without an error code has for a body.
  public var emptyBody: String
  /// What is added to a refusal without an error code.
  public var bareFields: HTTPFields
  /// Whether a browser is shown a page where it cannot be sent on; otherwise it is given JSON.
  public var hasErrorPages: Bool
  public var redirectStatus: HTTPResponse.Status
  public var redirectFields: HTTPFields
  /// The path below which a session's cookie is sent; nil is that of the pages it is for.
  public var sessionPath: String?
  /// Whether the way to a login page elsewhere, and back, is told as a whole URL.
  public var loginIsAbsolute = false
  /// How the parameters of a redirect are encoded: those of a success, and those of an error.
  public var successQuery: PercentCoding.Style
  public var errorQuery: PercentCoding.Style
  /// Whether a redirect repeats its parameters as JSON in a body.
  public var redirectsCarryJSON: Bool
  /// Whether quotes within the quotes of a challenge are left as they are, so that nobody can read it.
  public var challengesAreRaw: Bool
  /// Whether a challenge names the scope before the error.
  public var challengesBeginWithScope: Bool
  /// Whether scripts of the page to which the client has its codes sent may read what the token endpoint answers,
  /// asked or not.
  public var tokenIsSharedWithClient: Bool
  /// The document of a PHP warning, where the server is one that prints them.
  public var warning: String

  /// JSON as the standards have it, pages for people, redirects that no proxy repeats.
  public static let strict = WireStyle(
    json: .plain, jsonFields: [.contentType: MediaType.json, .xContentTypeOptions: "nosniff"],
    successFields: Fields(.noStore, at: [.metadata: [:], .openIDConfiguration: [:], .keys: [:]]),
    errorFields: Fields(.noStore), emptyBody: "{}", bareFields: .noStore, hasErrorPages: true,
    redirectStatus: .seeOther,
    redirectFields: .page, sessionPath: nil, successQuery: .strict, errorQuery: .strict, redirectsCarryJSON: false,
    challengesAreRaw: false, challengesBeginWithScope: false, tokenIsSharedWithClient: false,
    warning: "<br />\n<b>Warning</b>:  Undefined array key in <b>/srv/server.php</b> on line <b>12</b><br />\n")
}

extension HTTPFields {
  /// What every answer to a browser carries, redirects too.
  static let page = HTTPFields.noStore.merging([.referrerPolicy: "no-referrer", .xContentTypeOptions: "nosniff"])
}

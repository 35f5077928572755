import AuthorizationServer
import OAuth
import Playground
import Testing

private func read(_ yaml: String) throws -> Configuration {
  try ConfigurationReader.configuration(in: Array(yaml.utf8), file: "c.yaml")
}

@Suite struct `A configuration file` {
  @Test func `names profile, switches, resource owners and clients`() throws {
    let configuration = try read(
      """
      profile: oauth21
      policy: { codeLifetime: 12.5, requirePKCE: false, defaultScope: "read write" }
      resourceOwners:
        - { username: zoe, password: "1234", sub: z-1, claims: { name: Zoe Z, email: z@example.org, email_verified: true, address: { country: NO }, team: 7 } }
      clients:
        - id: my-app
          type: confidential
          secret: my-secret
          authentication: [client_secret_basic]
          grants: [authorization_code, refresh_token, device_code]
          redirectURIs: [ "http://127.0.0.1:9010/callback" ]
          scopes: [openid, profile]
          name: My App
          requirePKCE: true
          requirePushedAuthorizationRequests: true
        - { id: plain }
        - { id: rs, type: resource-server, secret: s, audience: "https://api.example/" }
      """)
    #expect(configuration.profile == "oauth21")
    let policy = configuration.policy(of: .oauth21)
    #expect(policy.codeLifetime == .milliseconds(12_500))
    #expect(policy.requirePKCE == Policy.PKCERequirement.none)
    #expect(policy.redirectURIAtToken == .optional)
    #expect(policy.defaultScope == "read write")
    let directory = configuration.directory(clientPort: 8252)
    #expect(directory.clients.map(\.identifier.text) == ["my-app", "plain", "rs"])
    let (app, plain, server) = (directory.clients[0], directory.clients[1], directory.clients[2])
    #expect(app.grants == [.authorizationCode, .refreshToken, .deviceCode])
    #expect(app.authenticationMethods == [.clientSecretBasic])
    #expect(app.redirectionURIs.map(\.text) == ["http://127.0.0.1:9010/callback"])
    #expect(app.scope == Scope(["openid", "profile"]))
    #expect(app.requiresPKCE == true && app.requiresPushedAuthorizationRequests && app.name == "My App")
    #expect(plain.type == .public && plain.authenticationMethods == [.none] && plain.grants == [.authorizationCode])
    #expect(server.type == .resourceServer && server.grants.isEmpty && server.audience == "https://api.example/")
    let zoe = try #require(directory.resourceOwner("zoe"))
    #expect(zoe.subject == "z-1" && zoe.password == "1234" && directory.resourceOwners.count == 1)
    #expect(zoe.claims(openedBy: Scope(["profile"])).map(\.name) == ["sub", "name", "team"])
    #expect(zoe.claims(openedBy: Scope(["email"])).map(\.value) == ["z-1", "z@example.org", true])
    #expect(zoe.claims(openedBy: Scope(["address"])).last?.value == ["country": "NO"])
  }

  @Test func `that names no parties leaves those of the demonstration`() throws {
    let configuration = try read("policy: { stateRequired: true }")
    #expect(configuration.directory(clientPort: 8252) == .demonstration)
    #expect(configuration.policy(of: .strict).stateRequired)
    #expect(try read("clients: []").directory(clientPort: 1).clients.isEmpty)
  }

  /// A file, and the one line that is said of it.
  static let faults: [(yaml: String, message: String)] = [
    ("", "c.yaml: the file is empty; a configuration has some of profile, policy, resourceOwners and clients"),
    ("- a", "c.yaml:1: the configuration must be a mapping (key: value), but it is a list"),
    (
      "profil: strict",
      #"c.yaml:1: "profil" is no key of the configuration; did you mean "profile"? (there are: profile, policy, resourceOwners, clients)"#
    ),
    (
      "\nprofile: strickt",
      #"c.yaml:2: "strickt" is no profile; did you mean "strict"? (there are: \#(Profile.all.map(\.name).joined(separator: ", ")))"#
    ),
    (
      "policy:\n  codeLifetme: 3",
      #"c.yaml:2: "codeLifetme" is no switch of the policy; did you mean "codeLifetime"?"#
    ),
    (
      "policy:\n  stateRequired: true\n  codeLifetime: \"3\"",
      #"c.yaml:3: "codeLifetime" must be a number of seconds from 0 to 316224000, but it is "3""#
    ),
    (
      "policy: { codeReuse: yes }",
      #"c.yaml:1: "codeReuse" must be refuseAndRevoke, refuse or allow, but it is "yes""#
    ),
    ("policy: 3", #"c.yaml:1: "policy" of the configuration must be a mapping (key: value), but it is "3""#),
    ("clients:\n  - type: public", #"c.yaml:2: client 1 has no "id""#),
    (
      "clients:\n  - { id: a, type: privat }",
      #"c.yaml:2: "privat" is no type of client (there are: confidential, public, resource-server)"#
    ),
    ("clients:\n  - { id: a, type: confidential }", #"c.yaml:2: client 1 is confidential and needs a "secret""#),
    (
      "clients:\n  - { id: \"a\u{e9}\" }",
      "c.yaml:2: \"id\" of client 1 must be a client_id of visible ASCII characters, but it is \"a\u{e9}\""
    ),
    (
      "clients:\n  - id: a\n    grants: [implicit]",
      #"c.yaml:3: "implicit" is no grant (there are: authorization_code, refresh_token, client_credentials, urn:ietf:params:oauth:grant-type:device_code, password, device_code)"#
    ),
    (
      "clients:\n  - id: a\n    authentication: [basic]",
      #"c.yaml:3: "basic" is no client authentication method (there are: client_secret_basic, client_secret_post, none)"#
    ),
    (
      "clients:\n  - id: a\n    redirectURIs:\n      - http://a/b\n      - /cb",
      #"c.yaml:5: entry 2 of "redirectURIs" of client 1 must be a redirection URI, but "/cb" has a fault: not an absolute URI"#
    ),
    (
      "clients:\n  - id: a\n    redirectURIs: [\"http://a/#b\"]",
      ##"c.yaml:3: entry 1 of "redirectURIs" of client 1 must be a redirection URI, but "http://a/#b" has a fault: a fragment"##
    ),
    (
      "clients:\n  - id: a\n    scopes: [a b]",
      #"c.yaml:3: entry 1 of "scopes" of client 1 must be a scope token, which has no space, quotation mark or backslash, but it is "a b""#
    ),
    (
      "clients:\n  - id: a\n    requirePKCE: \"true\"",
      #"c.yaml:3: "requirePKCE" of client 1 must be true or false, but it is "true""#
    ),
    (
      "clients:\n  - { id: a }\n  - { id: b }\n  - { id: a }",
      #"c.yaml:4: the id "a" occurs twice; the first is in line 2"#
    ),
    (
      "resourceOwners:\n  - { username: a, password: b }\n  - { username: a, password: c }",
      #"c.yaml:3: the username "a" occurs twice; the first is in line 2"#
    ),
    (
      "resourceOwners:\n  - { username: a, password: b, sub: c }\n  - { username: c, password: c }",
      #"c.yaml:3: the sub "c" occurs twice; the first is in line 2 (without "sub" it is the username)"#
    ),
    (
      "resourceOwners:\n  - username: a\n    password: b\n    sub: \"\u{e9}\"",
      "c.yaml:4: \"sub\" of resource owner 1 must be 1 to 255 visible ASCII characters, but it is \"\u{e9}\""
    ),
    (
      "resourceOwners:\n  - { username: a, password: b, sub: \"\" }",
      #"c.yaml:2: "sub" of resource owner 1 must be a text, but it is """#
    ),
    ("resourceOwners:\n  - { username: a }", #"c.yaml:2: resource owner 1 has no "password""#),
    (
      "resourceOwners:\n  - { username: a, password: b, claims: { sub: x } }",
      #"c.yaml:2: "sub" is no claim to choose; write it beside username and password"#
    ),
    (
      "policy:\n  codeLifetime: 3\n  stateRequired: true\n  codeLifetime: 4",
      #"c.yaml:4: a key occurs twice in the same mapping: "codeLifetime""#
    ),
    (
      "clients:\n  - id: a\n    secret: b\n    id: c\n  - id: d",
      #"c.yaml:4: a key occurs twice in the same mapping: "id""#
    ),
    ("policy: { a: 1, a: 2 }", #"c.yaml:1: a key occurs twice in the same mapping: "a""#),
    (
      "clients: {",
      "c.yaml:2: not YAML: did not find expected node content while parsing a flow node"
    ),
  ]

  @Test(arguments: faults)
  func `with a fault is refused in one line that says where`(_ fault: (yaml: String, message: String)) {
    let error = #expect(throws: FileFault.self) { try read(fault.yaml) }
    #expect(error?.description == fault.message)
  }
}

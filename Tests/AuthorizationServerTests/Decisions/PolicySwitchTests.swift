import AuthorizationServer
import OAuth
import Testing

@Suite struct `The table of policy switches` {
  @Test func `has every stored property of the policy under its name`() {
    let properties = Mirror(reflecting: Policy()).children.compactMap(\.label)
    #expect(Set(PolicySwitch.all.map(\.name)) == Set(properties))
    #expect(PolicySwitch.all.count == properties.count)
  }

  @Test(arguments: PolicySwitch.all.map(\.name))
  func `writes what it reads, and each of its values`(_ name: String) throws {
    let policySwitch = try #require(PolicySwitch.named(name))
    for value in policySwitch.samples {
      var policy = Policy()
      try policySwitch.set(value, in: &policy)
      #expect(policySwitch.value(in: policy) == value)
      #expect((policy == Policy()) == (value == policySwitch.value(in: Policy())))
    }
  }

  /// A value, and what the fault says is expected; every value is of a kind that the switch cannot have.
  static let faults: [(name: String, value: JSON, message: String)] = [
    ("codeLifetime", "30", #""codeLifetime" must be a number of seconds from 0 to 316224000, but it is "30""#),
    ("codeLifetime", -1, #""codeLifetime" must be a number of seconds from 0 to 316224000, but it is -1"#),
    (
      "codeLifetime", .decimal(1e300),
      #""codeLifetime" must be a number of seconds from 0 to 316224000, but it is 1e+300"#
    ),
    ("requirePKCE", "All", #""requirePKCE" must be public, all, none, true or false, but it is "All""#),
    ("codeReuse", true, #""codeReuse" must be refuseAndRevoke, refuse or allow, but it is true"#),
    ("allowPlainPKCE", "true", #""allowPlainPKCE" must be true or false, but it is "true""#),
    ("allowPlainPKCE", .null, #""allowPlainPKCE" must be true or false, but it is null"#),
    (
      "defaultScope", "a  b",
      #""defaultScope" must be empty, or scope tokens between single spaces, but it is "a  b""#
    ),
    (
      "defaultScope", ["a"],
      #""defaultScope" must be empty, or scope tokens between single spaces, but it is an array"#
    ),
    (
      "grantTypes", "password ",
      #""grantTypes" must be empty, or names of grants between single spaces, but it is "password ""#
    ),
    (
      "issuerPath", "/a/",
      #""issuerPath" must be empty, or a path such as /tenant without a slash at its end, but it is "/a/""#
    ),
    ("codelifetime", 30, #""codelifetime" is no switch of the policy"#),
  ]

  @Test(arguments: faults)
  func `says what was expected and what was found`(_ fault: (name: String, value: JSON, message: String)) {
    var policy = Policy()
    let error = #expect(throws: PolicyFault.self) { try policy.set([.init(fault.name, fault.value)]) }
    #expect(error?.description == fault.message)
    #expect(policy == Policy())
  }

  @Test func `sets several switches at once, or none`() throws {
    var policy = Policy()
    #expect(throws: PolicyFault.self) { try policy.set([.init("codeLifetime", 5), .init("consent", "maybe")]) }
    #expect(policy == Policy())
    try policy.set([.init("codeLifetime", .decimal(0.25)), .init("requirePKCE", true)])
    #expect(policy.codeLifetime == .milliseconds(250))
    #expect(policy.requirePKCE == .all)
    try policy.set([.init("requirePKCE", false)])
    #expect(policy.requirePKCE == Policy.PKCERequirement.none)
  }

  @Test(arguments: ["a", "/", "//a", "/a//b", "/a b", "/..", "/a/.", "/a?b", "/%61"])
  func `takes no issuer path that a client could read in two ways`(_ path: String) {
    var policy = Policy()
    #expect(throws: PolicyFault.self) { try policy.set([.init("issuerPath", .string(path))]) }
  }
}

extension PolicySwitch {
  /// Some values it can have.
  fileprivate var samples: [JSON] {
    switch kind {
    case .boolean: [true, false]
    case .words(let words, _, _): words.map { .string($0) }
    case .seconds: [0, .decimal(0.5), 7, 316_224_000]
    case .text: name == "issuerPath" ? ["", "/a", "/a/b-c.d"] : ["", "a", "a b"]
    }
  }
}

@Suite struct `The profile oauth21` {
  @Test func `asks every client for PKCE, and compares redirect_uri only where it is sent again`() throws {
    let conversation = Conversation()
    conversation.server.policy = Profile.oauth21.policy
    #expect(conversation.authorize(Wire.request).refusal?.kind == .codeChallengeMissing)
    let code = try conversation.code(Wire.provenRequest)
    let body = "grant_type=authorization_code&code=\(code)&\(Wire.secret)&code_verifier=\(Wire.verifier)"
    #expect(conversation.token("\(body)&redirect_uri=x").refusal?.kind == .redirectionURIDiffers)
    #expect(conversation.token(body).status == 200)
  }

  @Test func `is found by its name`() { #expect(Profile.named("oauth21")?.name == "oauth21") }
}

import HTTPTypes
import OAuth

/// What a token request may look like, where a policy bends it.
extension Rule where Subject == TokenExamination {
  /// RFC 6749 §3.2. Some servers take a GET, and write secrets into their logs.
  static var methodAllowedAtToken: Rule {
    Rule(.methodAllowed) { examination, circumstances throws(Refusal) in
      let rule: Rule =
        circumstances.policy.acceptsGETAtToken ? .methodAllowed(.post, .get) : .methodAllowed(.post)
      return try rule.examination(&examination, circumstances)
    }
  }

  /// RFC 6749 §4.1.3. Some servers also read JSON.
  static var mediaTypeFormAtToken: Rule {
    Rule(.mediaTypeForm) { examination, circumstances throws(Refusal) in
      if examination.request.mediaType == MediaType.json && circumstances.policy.acceptsJSONBody {
        return .found("\(MediaType.json), by policy")
      }
      return try Rule.mediaTypeFormIfPosted.examination(&examination, circumstances)
    }
  }
}

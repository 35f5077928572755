import AuthorizationServer
import HTTPTypes
import OAuth
import Playground
import Testing

@Suite struct `What happened, in a sentence of the server` {
  @Test(arguments: Refusal.Kind.allCases)
  func `is short, whole, and not the general lesson`(_ kind: Refusal.Kind) {
    let sentence = kind.sample.sentence
    #expect(kind.sample.kind == kind)
    #expect((20...220).contains(sentence.count), "\(sentence)")
    #expect(sentence.hasSuffix("."))
    #expect(sentence != kind.lesson.what)
    #expect(kind.sample.lesson == kind.lesson)
  }

  @Test(arguments: [
    (
      Refusal.authorizationCodeExpired(by: .milliseconds(4200), lifetime: .seconds(30)),
      "The authorization code expired 4.2 s ago; it was good for 30 s."
    ),
    (
      .redirectionURIDiffers(expected: "http://127.0.0.1/callback", found: "http://127.0.0.1/callback/"),
      #"redirect_uri differs from the one of the authorization request from octet 25 on: "/" instead of nothing."#
    ),
    (
      .redirectionURIUnregistered("http://127.0.0.1/cb", nearest: "http://127.0.0.1/callback", differsAt: 18),
      #"redirect_uri differs from the nearest registered one from octet 18 on: "b" instead of "allback"."#
    ),
    (.methodNotAllowed(.put, allowed: [.get, .post]), #"This endpoint takes GET or POST, not "PUT"."#),
    (.hostForeign(nil), "The request has no Host header."),
    (.mediaTypeNotForm(nil), "The body has no Content-Type; it must be a form."),
    (.redirectionURIMissing(registered: 0), "redirect_uri is missing, and this client has none registered."),
    (.parameterRepeated(.clientID, times: 2), "client_id was sent 2 times; it may be sent once."),
    (.codeVerifierMalformed(.length(42)), "code_verifier has 42 characters; it must have 43 to 128."),
    (.authorizationCodeBurnt(failedAttempts: 2), "The code was used up by 2 failed attempts before."),
    (
      .authorizationCodeAlreadyRedeemed(ago: .seconds(3), revokesGrant: false),
      "The code was redeemed 3.0 s ago. Its tokens stay valid, by policy."
    ),
    (
      .refreshTokenReused(replacedAgo: .seconds(3), revokesFamily: true),
      "The refresh token was replaced 3.0 s ago. Its whole family is revoked now."
    ),
    (
      .refreshTokenReused(replacedAgo: .seconds(3), revokesFamily: true, successorUsed: true),
      "The refresh token was replaced 3.0 s ago, and so was the one after it. Its whole family is revoked now."
    ),
    (
      .refreshTokenReused(replacedAgo: .seconds(3), revokesFamily: false),
      "The refresh token was replaced 3.0 s ago. Its family stays valid, by policy."
    ),
    (
      .tokenRevoked(.revokedByClient, ago: .seconds(3)),
      "The token asked about was revoked 3.0 s ago: its client revoked it."
    ),
    (.tokenUnknown("abc"), "A token of 3 characters was asked about, which is not known here."),
    (.accessTokenRepeated([.header, .body]), "2 access tokens came: in the header, in the body."),
    (.accessTokenMalformed("\"abc\""), #"The access token has a "\"" at octet 0."#),
    (.accessTokenMalformed("ab=c"), "The access token has a = that is not at its end."),
    (
      .codeVerifierWrong(challenge: "abcd", found: "abxd", method: .plain),
      "code_verifier differs from code_challenge from octet 2 on."
    ),
    (
      .scopeInsufficient(required: Scope(["profile"]), granted: Scope()),
      #"The token has the scope ""; "profile" is needed."#
    ),
  ])
  func `carries the facts`(_ refusal: Refusal, _ sentence: String) {
    #expect(refusal.sentence == sentence)
  }

  @Test(arguments: [
    Refusal.authorizationCodeUnknown(Refusal.Kind.secret), .accessTokenUnknown(Refusal.Kind.secret),
    .authorizationCodeAsAccessToken(Refusal.Kind.secret), .accessTokenSchemeWrong(Refusal.Kind.secret),
    .authorizationSchemeUnsupported(Refusal.Kind.secret), .refreshTokenUnknown(Refusal.Kind.secret),
    .refreshTokenAsAccessToken(Refusal.Kind.secret), .tokenUnknown(Refusal.Kind.secret),
  ])
  func `shows of a code or token its beginning and its length`(_ refusal: Refusal) {
    #expect(refusal.sentence.contains(#""SplxlO…" of 43 characters"#))
    #expect(!refusal.sentence.contains("SplxlOB"))
  }

  @Test func `does not show a secret`() throws {
    let client = try #require(ClientIdentifier("workshop-app"))
    let sentence = Refusal.clientSecretWrong(client, sent: "w\u{F6}rong").sentence
    #expect(!sentence.contains("w\u{F6}rong"))
    #expect(sentence.contains("7 octets"))
    #expect(Refusal.authorizationCodeUnknown("abc").sentence == "A code of 3 characters is not known here.")
  }

  @Test func `cuts what is long and escapes what is no text`() {
    let long = Refusal.clientUnregistered(String(repeating: "a", count: 5000)).sentence
    #expect(long.count < 100)
    #expect(Refusal.clientUnregistered("\u{1B}[2J").sentence == #"No client "\u001b[2J" is registered here."#)
    let zalgo = "a" + String(repeating: "\u{301}", count: 5000)
    #expect(Refusal.clientUnregistered(zalgo).sentence.unicodeScalars.count < 100)
  }
}

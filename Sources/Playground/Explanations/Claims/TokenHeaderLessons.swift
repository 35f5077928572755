import OAuth

/// The members of a token's header.
enum TokenHeaderLessons {
  static let entries: [ClaimLesson] = [
    ClaimLesson(
      "alg", "how it is signed", in: .header,
      Lesson(
        what: "The algorithm of the signature: RS256 is RSA, ES256 an elliptic curve, both with SHA-256.",
        why: "There are several, and whoever checks has to use the one that was used.",
        prevents:
          "Nothing by itself: an attacker can write anything here, so it must be compared with what is expected.",
        fix: "Accept the one algorithm that you registered. Never none, and never one that the token chooses.",
        specification: "RFC 8725 §3.1")),
    ClaimLesson(
      "kid", "which key signed it", in: .header,
      Lesson(
        what: "The name of the key, as it stands in the server's published key set.",
        why: "A server has several keys while it replaces one by another.",
        prevents: "Trying every key, and tokens that fail on the day of a new key.",
        fix: "Look it up in jwks_uri. If it is not there, fetch the set once more, but not for every token.",
        specification: "RFC 7515 §4.1.4")),
    ClaimLesson(
      "typ", "what kind of token it is", in: .header,
      Lesson(
        what: "The type: at+jwt is an access token, JWT says little, and logout tokens have their own.",
        why: "ID tokens and access tokens are signed by the same key, and one must not pass for the other.",
        prevents: "An ID token that is sent to an API as an access token.",
        fix: "A resource server compares it with at+jwt before anything else.",
        specification: "RFC 9068 §2.1")),
    ClaimLesson(
      "cty", "what is inside", in: .header,
      Lesson(
        what: "The type of the content, where that is a token again.",
        why: "A signed token can be wrapped into an encrypted one.",
        prevents: "Reading a token as if it were claims.",
        fix: "Expect none unless you asked for nested tokens.",
        specification: "RFC 7519 §5.2")),
    ClaimLesson(
      "crit", "what must be understood", in: .header,
      Lesson(
        what: "Names of header members that whoever checks the token must understand.",
        why: "An extension can change the meaning of the token.",
        prevents: "Skipping a condition that the signer has made.",
        fix: "Refuse the token if you do not know every name in it.",
        specification: "RFC 7515 §4.1.11")),
    ClaimLesson(
      "jwk", "a key in the token itself", in: .header,
      Lesson(
        what: "A public key that came with the token.",
        why: "Some protocols prove by it that the sender has the private one.",
        prevents: "Nothing in an ID token: everybody can sign with a key of their own and put it here.",
        fix: "Never check a token with a key that the token brought.",
        specification: "RFC 8725 §3.1")),
    ClaimLesson(
      "jku", "where a key set shall be", in: .header,
      Lesson(
        what: "The address of a key set.",
        why: "Made for signers that are known by their address.",
        prevents: "Nothing: it lets a token choose who vouches for it, and makes your server call anybody.",
        fix: "Ignore it. Take the address of the keys from the server's metadata.",
        specification: "RFC 8725 §3.10")),
  ]
}

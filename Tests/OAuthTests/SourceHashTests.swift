import OAuth
import Testing

@Suite("CSP Level 3 §2.3.1: what a policy calls a script by")
struct SourceHashTests {
  @Test func `it is the SHA-256 of the text between the tags, in base64`() {
    // printf 'document.forms[0].submit()' | openssl dgst -sha256 -binary | base64
    #expect(SourceHash.of("document.forms[0].submit()") == "'sha256-ePniVEkSivX/c7XWBGafqh8tSpiRrKiqYeqbG7N1TOE='")
  }
}

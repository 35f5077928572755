import AuthorizationServer
import Playground
import Testing

@Suite("Where a server departs from another") struct ProfileComparisonTests {
  @Test(arguments: Profile.all)
  func `no server departs from itself`(profile: Profile) {
    #expect(ProfileComparison(profile, with: profile).isEmpty)
  }

  @Test(arguments: Profile.all.dropFirst())
  func `every other server departs from strict, and each switch says why that matters`(profile: Profile) {
    let comparison = ProfileComparison(profile, with: .strict)
    #expect(!comparison.isEmpty)
    for difference in comparison[.switches] {
      #expect(difference.this != difference.other, "\(difference.subject)")
      #expect(difference.meaning?.isEmpty == false, "\(difference.subject)")
    }
  }

  @Test func `a difference has both sides, and nil where one has nothing`() throws {
    let comparison = ProfileComparison(.bshaffer, with: .strict)
    let token = try #require(comparison[.paths].first { $0.subject == "token" })
    #expect(token.this == "/oauth/token")
    #expect(token.other == "/token")
    let keys = try #require(comparison[.paths].first { $0.subject == "jwks" })
    #expect(keys.this == nil)
    let words = try #require(comparison[.words].first { $0.subject == "redirectionURIDiffers" })
    #expect(words.this == "400 redirect_uri_mismatch “The redirect URI is missing or do not match”")
    #expect(words.other == "400 invalid_grant “The authorization grant is invalid.”")
  }

  @Test func `the lines name what a server never asks and what its notes say`() {
    let lines = ProfileComparison(.bshaffer, with: .strict).lines
    #expect(lines.contains { $0.hasPrefix("    matters: never asked here: ") })
    #expect(lines.contains("What to know about it"))
    #expect(ProfileComparison(.strict, with: .strict).lines.last == "Nothing differs from strict.")
  }
}

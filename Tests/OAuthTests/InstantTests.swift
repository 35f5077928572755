import OAuth
import Testing

@Suite("Instants and durations")
struct InstantTests {
  @Test(
    arguments: [
      (0, "1970-01-01T00:00:00.000Z"), (951_782_400, "2000-02-29T00:00:00.000Z"),
      (951_868_799, "2000-02-29T23:59:59.000Z"), (951_868_800, "2000-03-01T00:00:00.000Z"),
      (1_709_164_800, "2024-02-29T00:00:00.000Z"), (1_795_219_200, "2026-11-21T00:00:00.000Z"),
      (4_107_456_000, "2100-02-28T00:00:00.000Z"), (4_107_542_400, "2100-03-01T00:00:00.000Z"),
      (946_598_400, "1999-12-31T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.000Z"),
      (-58_060_800, "1968-02-29T00:00:00.000Z"), (-2_203_891_200, "1900-03-01T00:00:00.000Z"),
      (-2_203_977_600, "1900-02-28T00:00:00.000Z"), (9_214_560_000, "2261-12-31T00:00:00.000Z"),
    ] as [(Int64, String)])
  func `a timestamp is the Gregorian date and the time in UTC`(seconds: Int64, timestamp: String) {
    #expect(Instant(seconds: seconds).timestamp == timestamp)
  }

  @Test func `a fraction is cut to milliseconds, before 1970 too`() {
    #expect((Instant(seconds: 43_458) + .milliseconds(330)).timeOfDay == "12:04:18.330")
    #expect(Instant(nanoseconds: 999_999).timeOfDay == "00:00:00.000")
    #expect(Instant(nanoseconds: -1).timestamp == "1969-12-31T23:59:59.999Z")
    #expect(Instant(nanoseconds: -1_000_001).timestamp == "1969-12-31T23:59:59.998Z")
  }

  @Test func `whole seconds are rounded down`() {
    #expect(Instant(nanoseconds: 1_999_999_999).secondsSince1970 == 1)
    #expect(Instant(nanoseconds: -1).secondsSince1970 == -1)
    #expect(Instant(seconds: -1).secondsSince1970 == -1)
  }

  @Test func `instants add, subtract and compare`() {
    let instant = Instant(seconds: 10) + .milliseconds(500)
    #expect(instant - Instant(seconds: 11) == .milliseconds(-500))
    #expect(instant - .milliseconds(500) == Instant(seconds: 10))
    #expect(Instant(seconds: 10) < instant)
  }

  @Test func `tenths are rounded up so that what lasts never reads zero`() {
    #expect(Duration.milliseconds(17_600).tenths == "17.6 s")
    #expect(Duration.nanoseconds(1).tenths == "0.1 s")
    #expect(Duration.zero.tenths == "0.0 s")
    #expect(Duration.milliseconds(-4200).tenths == "-4.2 s")
    #expect(Duration.seconds(30).plainSeconds == "30 s")
    #expect(Duration.milliseconds(250).plainSeconds == "0.25 s")
  }
}

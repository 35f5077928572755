import Testing

@testable import PlaygroundUI

@Suite("What is left of a life") struct TimeLeftTests {
  @Test(arguments: [
    (Duration.milliseconds(40), "0.1 s", Duration.milliseconds(40)), (.seconds(10), "10.0 s", .milliseconds(100)),
    (.milliseconds(10_001), "11 s", .milliseconds(1)), (.seconds(59), "59 s", .seconds(1)),
    (.seconds(60), "1:00", .seconds(1)), (.seconds(3599), "59:59", .seconds(1)),
    (.seconds(3600), "60:00", .seconds(1)), (.seconds(3601), "1 h 1 min", .seconds(1)),
    (.seconds(7200), "2 h", .seconds(60)), (.seconds(86_400), "24 h", .seconds(60)),
    (.seconds(86_401), "2 d", .seconds(1)), (.seconds(1_209_600), "14 d", .seconds(86_400)),
  ])
  func `is as exact as somebody needs it`(duration: Duration, text: String, unchanged: Duration) {
    #expect(TimeLeft(duration).text == text)
    #expect(TimeLeft(duration).unchanged == unchanged)
  }
}

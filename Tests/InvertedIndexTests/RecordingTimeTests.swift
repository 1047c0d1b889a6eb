import InvertedIndex
import Testing

@Suite struct RecordingTimeTests {
  @Test(arguments: [
    ("1:02:03", 3_723_000), ("00:10:00", 600_000), ("62:03.5", 3_723_500), ("0:00", 0),
    ("0:00.0019", 1), ("90", 90_000), ("1.25", 1_250), ("30s", 30_000), ("10min", 600_000),
    ("10m", 600_000), ("1h30m", 5_400_000), ("1.5h", 5_400_000), ("250ms", 250),
    ("596:31:23.647", 2_147_483_647),
  ])
  func timesAreRead(text: String, milliseconds: Int) {
    #expect(RecordingTime.milliseconds(text) == milliseconds)
  }

  @Test(arguments: [
    "", ":", "1:", ":30", "1:60", "1:2:3:4", "1:60:00", "-1", "1:-2", "s", "10x", "1m1h", "1s1s",
    "1..5", "1.", ".5", "1:02:03,5", "９", "596:31:23.648", "999999999h", "9999999999", "1 m",
  ])
  func anythingElseIsNone(text: String) { #expect(RecordingTime.milliseconds(text) == nil) }
}

import ArgumentParser
import InvertedIndex
import Zimu

/// A moment or length of a recording as the value of an option: `1:02:03`, `90`, `30s`, `10min`.
struct TimeArgument: ExpressibleByArgument {
  let milliseconds: Int

  init?(argument: String) {
    guard let milliseconds = RecordingTime.milliseconds(argument) else { return nil }
    self.milliseconds = milliseconds
  }
}

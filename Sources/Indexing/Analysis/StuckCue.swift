/// Tells cues in which a speech recogniser is stuck: 我想我想我想…
///
/// A stretch of up to 30 characters that comes six times in a row at least, and takes three fifths of the cue or more.
enum StuckCue {
  private static let repeats = 6
  private static let longestPeriod = 30

  /// - Parameter words: from the first word of the cue to its last one, in search form.
  /// - Complexity: O(n), with a factor of the bytes of the longest period where a text nearly repeats.
  static func isStuck(_ words: ArraySlice<UInt8>) -> Bool {
    // No character has more than four bytes.
    let most = min(words.count / repeats, longestPeriod * 4)
    guard most > 0 else { return false }
    return words.withUnsafeBufferPointer { words in
      // Of six sixths of three fifths five are followed by themselves, half of the cue: its middle is among them.
      let middle = (words.count - 1) / 2
      for period in 1...most where words[middle] == words[middle + period] {
        if repeats(words, every: period, around: middle) { return true }
      }
      return false
    }
  }

  /// Whether the stretch around a place that repeats after so many bytes is long enough.
  private static func repeats(
    _ words: UnsafeBufferPointer<UInt8>, every period: Int, around place: Int
  ) -> Bool {
    // The bytes from start to end come back.
    var (start, end) = (place, place)
    while end + period < words.count, words[end] == words[end + period] { end += 1 }
    while start > 0, words[start - 1] == words[start - 1 + period] { start -= 1 }
    let stretch = end - start + period
    guard end > start, stretch >= repeats * period, stretch * 5 >= words.count * 3 else {
      return false
    }
    let characters = words[start..<(start + period)].count { $0 & 0xC0 != 0x80 }
    return (1...longestPeriod).contains(characters)
  }
}

/// Tells cues in which a speech recogniser is stuck: 我想我想我想…
///
/// A stretch of up to 30 characters that comes six times in a row at least, and takes half of the cue or more.
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
      (1...most).contains { period in
        // Of six sixths of half a cue or more five are followed by themselves: one of these two places is among them.
        repeats(words, every: period, around: words.count / 3)
          || repeats(words, every: period, around: 2 * words.count / 3)
      }
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
    guard end > start, stretch >= repeats * period, stretch * 2 >= words.count else { return false }
    let characters = words[start..<(start + period)].count { $0 & 0xC0 != 0x80 }
    return (1...longestPeriod).contains(characters)
  }
}

/// Finds loops of a speech recogniser: the same line, or two or three lines in turn, again and again.
///
/// A line repeats another one if their words are the same, or differ in one place by no more than a tenth
/// of their bytes. A loop is what repeats at least three times by one speaker, nine times where a line
/// has two characters or fewer, which people do say again and again. The first line of a loop is not part
/// of it: it may have been said. A cue that repeats itself inside is one as a whole, see `StuckCue`.
struct LoopDetector {
  private static let longestPeriod = 3
  private static let repeats = 3
  private static let repeatsOfShort = 9
  /// UTF-8 bytes of two Han characters.
  private static let shortLength = 6

  private struct Line {
    var words: [UInt8] = []
    var speaker: Int?
  }

  /// The last lines, the one of cue n at n modulo 4.
  private var lines = [Line](repeating: Line(), count: longestPeriod + 1)
  private var cueCount = 0
  /// For each period how many lines in a row repeat the ones so many before.
  private var rows = [Int](repeating: 0, count: longestPeriod)
  /// The cues of loops, in order, apart from each other.
  private(set) var loops: [Range<Int>] = []

  /// Takes the next cue.
  ///
  /// - Parameter words: from its first word to its last one, in search form.
  mutating func add(_ words: ArraySlice<UInt8>, speaker: Int?) {
    let place = cueCount % lines.count
    lines[place].words.removeAll(keepingCapacity: true)
    lines[place].words += words
    lines[place].speaker = speaker
    for period in 1...Self.longestPeriod { look(at: period, place) }
    if StuckCue.isStuck(words) { add(cueCount..<cueCount + 1) }
    cueCount += 1
  }

  private mutating func look(at period: Int, _ place: Int) {
    let length = lines[place].words.count
    let other = (cueCount + lines.count - period) % lines.count
    // Most lines are told apart by their lengths.
    guard cueCount >= period, length > 0, haveLikeLengths(length, lines[other].words.count),
      repeats(lines[place], lines[other])
    else {
      rows[period - 1] = 0
      return
    }
    rows[period - 1] += 1
    let row = rows[period - 1]
    let least = length <= Self.shortLength ? Self.repeatsOfShort : Self.repeats
    if row >= least * period { add(cueCount + 1 - row..<cueCount + 1) }
  }

  private mutating func add(_ cues: Range<Int>) {
    var cues = cues
    while let last = loops.last, last.upperBound >= cues.lowerBound {
      cues = min(last.lowerBound, cues.lowerBound)..<cues.upperBound
      loops.removeLast()
    }
    loops.append(cues)
  }

  private func haveLikeLengths(_ first: Int, _ second: Int) -> Bool {
    abs(first - second) <= max(first, second) / 10
  }

  private func repeats(_ line: Line, _ other: Line) -> Bool {
    guard line.speaker == other.speaker else { return false }
    let (first, second) = (line.words, other.words)
    let longer = max(first.count, second.count)
    let allowed = longer / 10
    if first == second { return true }
    if allowed == 0 { return false }
    let start = zip(first, second).prefix { $0 == $1 }.count
    let end = zip(first.reversed(), second.reversed()).prefix { $0 == $1 }.count
    return longer - min(start + end, longer) <= allowed
  }
}

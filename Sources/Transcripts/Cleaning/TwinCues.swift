/// Cues of one time in two languages, as translators write them: one cue, with the lines of both.
struct TwinCues {
  private(set) var cues: [Cue] = []
  /// Where the text of one cue ends and that of its twin begins.
  private(set) var seams: [Range<Int>] = []
  private let text: [UInt8]

  /// - Parameters:
  ///   - text: with nothing but white space between cues that follow one another.
  ///   - cues: in order.
  /// - Returns: `nil` where there are none.
  /// - Complexity: O(n).
  init?(text: [UInt8], cues: [Cue]) {
    self.text = text
    guard zip(cues, cues.dropFirst()).contains(where: areTwins) else { return nil }
    self.cues.reserveCapacity(cues.count)
    for cue in cues {
      if let last = self.cues.last, areTwins(last, cue) {
        seams.append(last.text.upperBound..<cue.text.lowerBound)
        self.cues[self.cues.count - 1].text = last.text.lowerBound..<cue.text.upperBound
      } else {
        self.cues.append(cue)
      }
    }
  }

  /// Whether two cues have the same times and speaker, and one of them has Han and the other one Latin letters alone.
  private func areTwins(_ first: Cue, _ second: Cue) -> Bool {
    guard first.start != nil, first.start == second.start, first.end == second.end,
      first.speaker == second.speaker, first.text.upperBound <= second.text.lowerBound
    else { return false }
    let words = (text[first.text], text[second.text])
    return HanText.isLatin(words.0) && HanText.isIn(words.1)
      || HanText.isLatin(words.1) && HanText.isIn(words.0)
  }
}
